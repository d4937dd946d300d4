#include "bot/slack/inbound.hpp"

#include "bot/slack/reading.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

Inbound read(Door, const Json&, const Self&, Time now);
Inbound addressed(const Json&, Time now);
std::string tenant_of(const Json&);
bool is_org_install(const Json&);
std::string home(const Inbound&, const Json&);
void check_event(Inbound&, const Self&);

} // namespace

Inbound read_payload(Door door, std::string_view json, const Self& self, Time now) {
    return read(door, parsed(json), self, now);
}

Inbound read_form_body(Door door, std::string_view body, const Self& self, Time now) {
    const auto fields = form_fields(body);
    if (fields.contains("ssl_check")) return read(Door::commands, fields, self, now);
    if (door == Door::commands) return read(door, fields, self, now);
    const auto payload = fields.find("payload");
    return read_payload(door, payload == fields.end() ? "" : payload->second, self, now);
}

void add_key(Inbound& in, const std::string& kind, const std::vector<std::string>& parts) {
    std::string key = "slack/" + kind;
    for (const auto& part : parts) {
        if (part.empty()) return;
        key.append("/").append(part);
    }
    in.keys.push_back(std::move(key));
}

bool is_direct(const std::string& channel) { return channel.starts_with('D'); }

namespace {

Inbound read(Door door, const Json& json, const Self& self, Time now) {
    Inbound in = addressed(json, now);
    if (!json.is_object()) {
        in.what = Ignored{"not_json"};
    } else if (is_org_install(json)) {
        in.what = Ignored{"org_install"};
    } else if (door == Door::events) {
        read_event(json, self, in);
    } else if (door == Door::interactions) {
        read_interaction(json, self, in);
    } else {
        read_command(json, self, in);
    }
    in.user_team = home(in, json);
    check_event(in, self);
    return in;
}

Inbound addressed(const Json& json, Time now) {
    Inbound in;
    in.app = id_of(member(json, "api_app_id"));
    in.team = tenant_of(json);
    in.trigger = id_of(member(json, "trigger_id"));
    in.at = now;
    return in;
}

// The workspace that installed us. In a shared channel the outer team_id can be the other company's.
std::string tenant_of(const Json& json) {
    const auto& view = member(json, "view");
    const auto& authorization = first(member(json, "authorizations"));
    for (const auto* place :
         {&member(view, "app_installed_team_id"), &member(json, "team", "id"), &member(authorization, "team_id"),
          &member(json, "team_id"), &member(json, "event", "team_id"), &member(json, "user", "team_id"),
          &member(view, "team_id")}) {
        if (auto team = id_of(*place); !team.empty()) return team;
    }
    return "";
}

bool is_org_install(const Json& json) {
    return is_true(member(json, "is_enterprise_install")) ||
           is_true(member(first(member(json, "authorizations")), "is_enterprise_install"));
}

// Inside an Enterprise Grid one person belongs to several workspaces, and payloads name any of them or the
// organisation: only users.info knows, so nothing is claimed.
std::string home(const Inbound& in, const Json& json) {
    const auto& authorizations = member(json, "authorizations");
    const bool is_grid = has_some(authorizations) ? !id_of(member(first(authorizations), "enterprise_id")).empty()
                                                  : member(json, "enterprise").is_object() ||
                                                        !id_of(member(json, "team", "enterprise_id")).empty() ||
                                                        !id_of(member(json, "enterprise_id")).empty();
    return is_grid && in.user_team != in.team ? "" : in.user_team;
}

// What a turn may answer has somebody who did it and a name for its repeats; nothing else has keys.
void check_event(Inbound& in, const Self& self) {
    if (std::holds_alternative<Speaks>(in.what)) {
        if (in.user.empty())
            in.what = Ignored{"no_user"};
        else if (in.user == self.user)
            in.what = Ignored{"own_message"};
        else if (in.keys.empty())
            in.what = Ignored{"no_key"};
    }
    if (!std::holds_alternative<Speaks>(in.what)) in.keys.clear();
}

} // namespace

} // namespace vera::slack
