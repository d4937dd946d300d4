// Messages: typed, changed, deleted, and mentions in a channel. A reply in a thread of the chat with Vera is a
// line like any other: she has one talk with a user.
#include "bot/slack/reading.hpp"
#include "bot/slack/text_in.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

void read_typed(const Json& event, const Self&, Inbound&);
void read_change(const Json& event, const Self&, Inbound&);
void read_deletion(const Json& event, const Self&, Inbound&);
bool speaks_a_person(const Json& message, const Self&, Inbound&);
void add_author(const Json& message, Inbound&);
std::string typed(const Json& message, const Self&);

} // namespace

void read_message(const Json& event, const Self& self, Inbound& in) {
    in.channel = id_of(member(event, "channel"));
    const auto kind = text_of(member(event, "channel_type"));
    in.own_chat = kind.empty() ? is_direct(in.channel) : kind == "im";
    in.at = time_of(member(event, "ts")).value_or(in.at);
    const auto subtype = text_of(member(event, "subtype"));
    if (!in.own_chat)
        in.what = Ignored{"in_channel"};
    else if (subtype == "message_changed")
        read_change(event, self, in);
    else if (subtype == "message_deleted")
        read_deletion(event, self, in);
    else if (subtype.empty() || subtype == "file_share" || subtype == "thread_broadcast" || subtype == "me_message")
        read_typed(event, self, in);
    else
        in.what = Ignored{"subtype"};
}

// It comes beside a message event of the same channel and ts, in any order: its key is its own.
void read_mention(const Json& event, const Self& self, Inbound& in) {
    in.channel = id_of(member(event, "channel"));
    const auto ts = id_of(member(event, "ts"));
    in.at = time_of(member(event, "ts")).value_or(in.at);
    if (!speaks_a_person(event, self, in)) return;
    add_key(in, "mention", {in.channel, ts});
    in.what = Speaks{Called{}};
}

namespace {

void read_typed(const Json& event, const Self& self, Inbound& in) {
    if (is_true(member(event, "hidden"))) {
        in.what = Ignored{"hidden"};
        return;
    }
    if (!speaks_a_person(event, self, in)) return;
    add_key(in, "message", {in.channel, id_of(member(event, "ts"))});
    add_key(in, "client", {in.channel, id_of(member(event, "client_msg_id"))});
    // A forwarded message hangs on an empty one.
    Said said{typed(event, self), has_some(member(event, "files")) || has_some(member(event, "attachments"))};
    if (said.text.empty() && !said.with_files)
        in.what = Ignored{"no_text"};
    else
        in.what = Speaks{std::move(said)};
}

// Comes for unfurled links too; and a deleted message that has replies is changed into a tombstone.
void read_change(const Json& event, const Self& self, Inbound& in) {
    const auto& message = member(event, "message");
    const auto& previous = member(event, "previous_message");
    const bool deleted = text_of(member(message, "subtype")) == "tombstone";
    if (!speaks_a_person(deleted ? previous : message, self, in)) return;
    const auto edited = id_of(member(message, "edited", "ts"));
    const auto ts = id_of(member(event, "ts"));
    add_key(in, "edit", {in.channel, id_of(member(previous, "ts")), edited.empty() ? ts : edited});
    Edited change{typed(previous, self), typed(message, self)};
    if (deleted)
        in.what = Speaks{Deleted{change.before}};
    else if (!previous.is_object())
        in.what = Ignored{"no_previous"};
    else if (change.before == change.after)
        in.what = Ignored{"same_text"};
    else
        in.what = Speaks{std::move(change)};
}

void read_deletion(const Json& event, const Self& self, Inbound& in) {
    const auto& previous = member(event, "previous_message");
    if (!speaks_a_person(previous, self, in)) return;
    add_key(in, "delete", {in.channel, id_of(member(event, "deleted_ts"))});
    in.what = Speaks{Deleted{typed(previous, self)}};
}

// The loop guard: new-style posts of bots have no subtype.
bool speaks_a_person(const Json& message, const Self& self, Inbound& in) {
    const auto user = id_of(member(message, "user")), bot = id_of(member(message, "bot_id")),
               app = id_of(member(message, "app_id"));
    if ((!user.empty() && user == self.user) || (!bot.empty() && bot == self.bot) || (!app.empty() && app == self.app))
        in.what = Ignored{"own_message"};
    else if (!bot.empty() || user == "USLACKBOT")
        in.what = Ignored{"bot_message"};
    else if (user.empty())
        in.what = Ignored{"no_user"};
    else
        return add_author(message, in), true;
    return false;
}

void add_author(const Json& message, Inbound& in) {
    in.user = id_of(member(message, "user"));
    for (const auto* name : {"user_team", "source_team", "team"}) {
        if (in.user_team.empty()) in.user_team = id_of(member(message, name));
    }
}

std::string typed(const Json& message, const Self& self) {
    return text_in(text_of(member(message, "text")), self.user);
}

} // namespace

} // namespace vera::slack
