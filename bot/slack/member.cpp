// Slack's user object: docs.slack.dev/reference/objects/user-object. `is_app_user` says that somebody authorised
// the app, not that somebody is one.
#include "bot/slack/members.hpp"
#include "bot/slack/reading.hpp"
#include "bot/slack/text_in.hpp"
#include "core/limits.hpp"
#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

namespace {

Member::Kind kind_of(const Json& user, const std::string& team);
bool is_of(const Json& user, const std::string& team);
std::string name_of(const Json& user);

constexpr std::size_t max_email = 254; // RFC 5321

} // namespace

std::optional<Member> read_member(std::string_view json, const std::string& team) {
    return member_of(parsed(json), team);
}

std::optional<Member> member_of(const Json& user, const std::string& team) {
    Member read;
    read.user = id_of(member(user, "id"));
    if (read.user.empty()) return std::nullopt;
    read.kind = kind_of(user, team);
    read.team = id_of(member(user, "team_id"));
    read.name = name_of(user);
    auto email = id_of(member(user, "profile", "email"));
    if (email.size() <= max_email) read.email = std::move(email);
    read.zone = find_zone(text_of(member(user, "tz"))).value_or(Zone{});
    return read;
}

namespace {

Member::Kind kind_of(const Json& user, const std::string& team) {
    const auto says = [&](const char* name) { return is_true(member(user, name)); };
    if (says("deleted")) return Member::Kind::deactivated;
    const bool is_slackbot = text_of(member(user, "id")) == "USLACKBOT"; // its is_bot is false
    if (says("is_bot") || says("is_workflow_bot") || says("is_connector_bot") || is_slackbot) return Member::Kind::bot;
    if (says("is_stranger") || !is_of(user, team)) return Member::Kind::stranger;
    if (says("is_restricted") || says("is_ultra_restricted")) return Member::Kind::guest;
    return Member::Kind::full;
}

// In an Enterprise Grid one person belongs to several workspaces.
bool is_of(const Json& user, const std::string& team) {
    if (team.empty()) return false;
    if (id_of(member(user, "team_id")) == team) return true;
    const auto& teams = member(user, "enterprise_user", "teams");
    return teams.is_array() &&
           std::any_of(teams.begin(), teams.end(), [&](const Json& one) { return id_of(one) == team; });
}

std::string name_of(const Json& user) {
    const auto& profile = member(user, "profile");
    for (const auto* place : {&member(profile, "display_name"), &member(profile, "real_name"),
                              &member(user, "real_name"), &member(user, "name")}) {
        auto name = label_in(text_of(*place));
        std::replace(name.begin(), name.end(), '\n', ' ');
        if (!name.empty()) return shorten(name, limits::name_text);
    }
    return "";
}

} // namespace

} // namespace vera::slack
