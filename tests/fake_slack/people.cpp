#include "tests/fake_slack/people.hpp"

namespace vera::fake_slack {

Json profile_of(const FakeSlack& slack, const Person& person) {
    using Kind = Person::Kind;
    const auto team = person.team.empty() ? slack.options.team : person.team;
    Json profile = {{"real_name", person.name}, {"display_name", person.name}, {"team", team}};
    if (slack.options.scopes.contains("users:read.email") && person.kind == Kind::full)
        profile["email"] = person.id + "@fake.example";
    return {{"id", person.id},
            {"team_id", team},
            {"name", person.name},
            {"real_name", person.name},
            {"deleted", person.kind == Kind::deactivated},
            {"is_bot", person.kind == Kind::bot},
            {"is_app_user", false},
            {"is_restricted", person.kind == Kind::guest},
            {"is_ultra_restricted", false},
            {"is_stranger", person.kind == Kind::stranger},
            {"tz", person.zone},
            {"tz_offset", 3600},
            {"updated", 1'700'000'000},
            {"profile", profile}};
}

std::string team_of(const FakeSlack& slack, const std::string& person) {
    auto found = slack.workspace.people.find(person);
    if (found == slack.workspace.people.end() || found->second.team.empty()) return slack.options.team;
    return found->second.team;
}

} // namespace vera::fake_slack
