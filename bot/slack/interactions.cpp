// Buttons, menus, shortcuts. Forms that were sent: submissions.cpp.
#include "bot/slack/blocks.hpp"
#include "bot/slack/reading.hpp"
#include "bot/slack/text_in.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

void read_actions(const Json& payload, Inbound&);
void read_place(const Json& payload, Inbound&);
bool read_action(const Json& action, Inbound&);
void add_action_key(const Json& payload, const Json& action, Inbound&);
void read_shortcut(const Json& payload, Inbound&);
void read_message_shortcut(const Json& payload, const Self&, Inbound&);

} // namespace

void read_interaction(const Json& payload, const Self& self, Inbound& in) {
    const auto type = text_of(member(payload, "type"));
    in.user = id_of(member(payload, "user", "id"));
    in.user_team = id_of(member(payload, "user", "team_id"));
    in.at = time_of(member(payload, "action_ts")).value_or(in.at);
    if (type == "block_actions")
        read_actions(payload, in);
    else if (type == "view_submission")
        read_submission(payload, self, in);
    else if (type == "view_closed")
        in.what = Ignored{"closed"};
    else if (type == "shortcut")
        read_shortcut(payload, in);
    else if (type == "message_action")
        read_message_shortcut(payload, self, in);
    else if (type == "block_suggestion")
        in.what = WantsOptions{};
    else
        in.what = Ignored{"unknown_type"};
}

namespace {

// One action a payload in practice, but it is a list: the first that is ours.
void read_actions(const Json& payload, Inbound& in) {
    read_place(payload, in);
    in.what = Ignored{"no_action"};
    const auto& actions = member(payload, "actions");
    if (!actions.is_array()) return;
    for (const auto& action : actions) {
        if (!read_action(action, in)) continue;
        in.at = time_of(member(action, "action_ts")).value_or(in.at);
        return add_action_key(payload, action, in);
    }
}

void read_place(const Json& payload, Inbound& in) {
    const auto& container = member(payload, "container");
    const auto kind = text_of(member(container, "type"));
    in.own_chat = kind == "view" || (kind.empty() && member(payload, "view").is_object()); // a view is always ours
    if (in.own_chat) return;
    const auto& channel = member(payload, "channel");
    in.channel = id_of(member(channel, "id"));
    if (in.channel.empty()) in.channel = id_of(member(container, "channel_id"));
    in.own_chat = is_direct(in.channel, text_of(member(channel, "name")), "directmessage");
}

bool read_action(const Json& action, Inbound& in) {
    const auto& option = member(action, "selected_option");
    const auto& chosen = option.is_object() ? option : action;
    auto choice = choice_of(text_of(member(chosen, "value")));
    if (!text_of(member(action, "url")).empty()) {
        in.what = Ignored{"link_button"};
    } else if (!choice) {
        in.what = Ignored{"foreign_action"};
    } else {
        in.what = Speaks{Chose{std::move(*choice), label_in(text_of(member(chosen, "text", "text")))}};
        return true;
    }
    return false;
}

// A second click on the same button has another action_ts.
void add_action_key(const Json& payload, const Json& action, Inbound& in) {
    const auto& container = member(payload, "container");
    auto place = id_of(member(container, "message_ts"));
    for (const auto* other :
         {&member(payload, "message", "ts"), &member(container, "view_id"), &member(payload, "view", "id")}) {
        if (place.empty()) place = id_of(*other);
    }
    add_key(in, "action", {in.user, place, id_of(member(action, "action_id")), id_of(member(action, "action_ts"))});
    if (in.keys.empty()) add_key(in, "trigger", {in.trigger});
}

// From anywhere in Slack, answered in their own chat. Names: deploy/slack.
void read_shortcut(const Json& payload, Inbound& in) {
    const auto name = text_of(member(payload, "callback_id"));
    in.own_chat = true;
    add_key(in, "trigger", {in.trigger});
    if (name == "new_deal")
        in.what = Speaks{Said{"new"}};
    else if (name == "status")
        in.what = Speaks{Said{"status"}};
    else
        in.what = Ignored{"unknown_shortcut"};
}

// On somebody's message, in a channel or not: what comes of it is said in their own chat only.
void read_message_shortcut(const Json& payload, const Self& self, Inbound& in) {
    auto text = text_in(text_of(member(payload, "message", "text")), self.user);
    in.own_chat = true;
    add_key(in, "trigger", {in.trigger});
    if (text_of(member(payload, "callback_id")) != "buyer_said")
        in.what = Ignored{"unknown_shortcut"};
    else if (text.empty())
        in.what = Ignored{"no_text"};
    else
        in.what = Speaks{Forwarded{std::move(text)}};
}

} // namespace

} // namespace vera::slack
