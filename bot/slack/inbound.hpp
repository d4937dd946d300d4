#pragma once
// What Slack sent, verified and typed: the one translation behind Socket Mode and HTTP. Pure: bytes in, values
// out. Shapes: docs.slack.dev, Events API, interaction payloads, slash commands.
#include "core/event.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vera::slack {

enum class Door { events, interactions, commands }; // "events_api", "interactive", "slash_commands"

// A member of the workspace as users.info and user_change show one.
struct Member {
    enum class Kind { full, guest, stranger, bot, deactivated };
    Kind kind = Kind::stranger;
    std::string user, team, name, email; // the name to call them by; no e-mail without its scope
    Zone zone;
    bool operator==(const Member&) const = default;
};

struct Speaks { // somebody did something that a turn may answer
    decltype(Event::what) what;
};
struct MemberChanged { // user_change, team_join
    Member member;
};
struct ChannelChanged { // joined, left, shared, unshared, renamed, archived: what was known of it is old
    std::string channel;
};
struct Gone { // app_uninstalled, or tokens_revoked with our bot in it
    bool uninstalled = false;
};
struct WantsOptions {}; // block_suggestion; no list of ours asks for them
struct Challenge {      // url_verification, HTTP only
    std::string text;
};
struct Ignored {        // acknowledged and counted
    std::string reason; // one of a fixed list of short codes, never content: "own_message", "unknown_type"
};

struct Inbound {
    std::vector<std::string> keys; // for Event::keys; empty for what makes no event
    std::string app, team;         // the workspace that installed us: authorizations[0], view.app_installed_team_id
    std::string user, user_team;   // who acts; user_team may be another company's, and is empty when nobody says
    std::string channel;           // empty: home page, a form, a shortcut
    bool own_chat = false;         // a DM, our home page or form, a shortcut: what is said to it is said in their DM
    std::string trigger;           // trigger_id: opens one form within 3 s
    Time at{};
    std::variant<Ignored, Speaks, MemberChanged, ChannelChanged, Gone, WantsOptions, Challenge> what;
};

// Who we are, from auth.test: to tell our own messages and our own workspace.
struct Self {
    std::string team, app, user, bot; // "T…", "A…" (may be empty before the first hello), "U…", "B…"
};

// A JSON payload: of a socket envelope, of POST /slack/events, or the field `payload` of an interaction. Depth
// over 64, bytes that are no JSON: Ignored{"not_json"}, which HTTP answers with 400.
Inbound read_payload(Door, std::string_view json, const Self&, Time now);
// The form fields of a slash command over HTTP ("command=%2Fvera&text=…"), and the `payload` of an interaction.
Inbound read_form_body(Door, std::string_view body, const Self&, Time now);

} // namespace vera::slack
