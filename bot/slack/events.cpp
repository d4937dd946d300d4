// The Events API: the wrapper, and every event but messages.
#include "bot/slack/reading.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

namespace {

using Reader = void (*)(const Json& event, const Self&, Inbound&);
Reader reader_of(const std::string& type);
void read_challenge(const Json&, Inbound&);
void read_opened(const Json&, const Self&, Inbound&);
void read_channel(const Json&, const Self&, Inbound&);
void read_member_event(const Json&, const Self&, Inbound&);
void read_revoked(const Json&, const Self&, Inbound&);
void read_uninstalled(const Json&, const Self&, Inbound&);
void read_unused(const Json&, const Self&, Inbound&);

constexpr std::size_t max_challenge = 1'000; // bytes

} // namespace

void read_event(const Json& wrapper, const Self& self, Inbound& in) {
    const auto type = text_of(member(wrapper, "type"));
    if (type == "url_verification") return read_challenge(wrapper, in);
    in.what = Ignored{type == "app_rate_limited" ? "rate_limited" : "unknown_type"};
    const auto& event = member(wrapper, "event");
    const auto reader = reader_of(text_of(member(event, "type")));
    if ((!type.empty() && type != "event_callback") || !reader) return;
    in.at = time_of(member(wrapper, "event_time")).value_or(in.at);
    in.at = time_of(member(event, "event_ts")).value_or(in.at);
    add_key(in, "event", {in.app, in.team, id_of(member(wrapper, "event_id"))});
    reader(event, self, in);
}

namespace {

Reader reader_of(const std::string& type) {
    static const std::map<std::string_view, Reader> readers = {
        {"message", read_message},
        {"app_mention", read_mention},
        {"app_home_opened", read_opened},
        {"member_joined_channel", read_channel},
        {"member_left_channel", read_channel},
        {"channel_shared", read_channel},
        {"channel_unshared", read_channel},
        {"channel_id_changed", read_channel},
        {"channel_rename", read_channel},
        {"channel_archive", read_channel},
        {"channel_unarchive", read_channel},
        {"channel_deleted", read_channel},
        {"channel_left", read_channel},
        {"group_rename", read_channel},
        {"group_archive", read_channel},
        {"group_unarchive", read_channel},
        {"group_deleted", read_channel},
        {"group_left", read_channel},
        {"user_change", read_member_event},
        {"team_join", read_member_event},
        {"tokens_revoked", read_revoked},
        {"app_uninstalled", read_uninstalled},
        {"user_profile_changed", read_unused}, // come beside user_change
        {"user_status_changed", read_unused},
        {"user_huddle_changed", read_unused},
    };
    const auto found = readers.find(type);
    return found == readers.end() ? nullptr : found->second;
}

void read_challenge(const Json& json, Inbound& in) {
    auto text = text_of(member(json, "challenge"));
    if (text.empty() || text.size() > max_challenge)
        in.what = Ignored{"no_challenge"};
    else
        in.what = Challenge{std::move(text)};
}

void read_opened(const Json& event, const Self&, Inbound& in) {
    const auto tab = text_of(member(event, "tab"));
    in.user = id_of(member(event, "user"));
    in.own_chat = true;
    if (tab == "home") {
        in.what = Speaks{Opened{Surface::home}};
    } else if (tab == "messages") {
        in.channel = id_of(member(event, "channel"));
        in.what = Speaks{Opened{Surface::chat}};
    } else {
        in.what = Ignored{"other_tab"};
    }
}

// `channel` is an id, or an object with one, or two of them while an id changes.
void read_channel(const Json& event, const Self&, Inbound& in) {
    for (const auto* place :
         {&member(event, "channel"), &member(event, "channel", "id"), &member(event, "old_channel_id")}) {
        if (in.channel.empty()) in.channel = id_of(*place);
    }
    if (in.channel.empty())
        in.what = Ignored{"no_channel"};
    else
        in.what = ChannelChanged{in.channel};
}

void read_member_event(const Json& event, const Self&, Inbound& in) {
    auto changed = member_of(member(event, "user"), in.team);
    if (changed)
        in.what = MemberChanged{std::move(*changed)};
    else
        in.what = Ignored{"no_user"};
}

void read_revoked(const Json& event, const Self& self, Inbound& in) {
    const auto& bots = member(event, "tokens", "bot");
    const bool ours = bots.is_array() && !self.user.empty() &&
                      std::any_of(bots.begin(), bots.end(), [&](const Json& bot) { return id_of(bot) == self.user; });
    if (ours)
        in.what = Gone{false};
    else
        in.what = Ignored{"other_token"};
}

void read_uninstalled(const Json&, const Self&, Inbound& in) { in.what = Gone{true}; }

void read_unused(const Json&, const Self&, Inbound& in) { in.what = Ignored{"not_used"}; }

} // namespace

} // namespace vera::slack
