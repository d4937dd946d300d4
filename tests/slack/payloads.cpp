#include "tests/slack/payloads.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vera::slack {

namespace {

const std::filesystem::path folder = VERA_SOURCE_DIR "/tests/slack/samples";

std::string contents(const std::filesystem::path&);
Door door_of(const std::string& path);
std::string name_of(const decltype(Event::what)&);

} // namespace

Json event_payload(Json event, const std::string& id) {
    const Json authorization = {{"enterprise_id", nullptr},
                                {"team_id", "T1"},
                                {"user_id", "UVERA"},
                                {"is_bot", true},
                                {"is_enterprise_install", false}};
    return {{"type", "event_callback"},    {"team_id", "T1"},
            {"api_app_id", "A1"},          {"event_id", id},
            {"event_time", 1'799'999'990}, {"authorizations", Json::array({authorization})},
            {"event", std::move(event)}};
}

Json message_payload(const std::string& text, Json more) {
    Json message = {{"type", "message"}, {"channel", "D1"},           {"channel_type", "im"}, {"user", "U1"},
                    {"text", text},      {"ts", "1799999991.000200"}, {"team", "T1"}};
    message.update(more);
    return event_payload(message);
}

Json click_payload(const std::string& value, Json more) {
    Json payload = {{"type", "block_actions"},
                    {"api_app_id", "A1"},
                    {"team", {{"id", "T1"}}},
                    {"enterprise", nullptr},
                    {"user", {{"id", "U1"}, {"team_id", "T1"}}},
                    {"trigger_id", "1.2.abc"},
                    {"container", {{"type", "message"}, {"message_ts", "1799999980.000100"}, {"channel_id", "D1"}}},
                    {"channel", {{"id", "D1"}, {"name", "directmessage"}}},
                    {"actions", Json::array({{{"type", "button"},
                                              {"action_id", "b1"},
                                              {"block_id", "x"},
                                              {"value", value},
                                              {"action_ts", "1799999995.500000"},
                                              {"text", {{"type", "plain_text"}, {"text", "Keep R&amp;D"}}}}})}};
    payload.update(more);
    return payload;
}

Json form_payload(const std::string& metadata, Json values) {
    return {{"type", "view_submission"},
            {"api_app_id", "A1"},
            {"team", {{"id", "T1"}}},
            {"user", {{"id", "U1"}, {"team_id", "T1"}}},
            {"trigger_id", "1.2.form"},
            {"view",
             {{"id", "V1"},
              {"hash", "156.abc"},
              {"app_installed_team_id", "T1"},
              {"private_metadata", metadata},
              {"state", {{"values", std::move(values)}}}}}};
}

Inbound read_one(Door door, const Json& json) { return read_payload(door, json.dump(), we, noon); }
Inbound read_one(const Json& event) { return read_one(Door::events, event); }

std::string ignored_as(const Inbound& in) {
    const auto* ignored = std::get_if<Ignored>(&in.what);
    return ignored ? ignored->reason : "";
}

std::string described(const Inbound& in) {
    static const std::vector<std::string> names = {"ignored", "speaks",        "a member changed", "a channel changed",
                                                   "gone",    "wants options", "challenge"};
    auto line = names.at(in.what.index());
    if (!ignored_as(in).empty()) line += ": " + ignored_as(in);
    if (const auto* speaks = std::get_if<Speaks>(&in.what)) line = name_of(speaks->what);
    for (const auto& [name, value] : {std::pair{"team", in.team}, {"user", in.user}, {"home", in.user_team}}) {
        if (!value.empty()) line += std::string(", ") + name + " " + value;
    }
    if (!in.channel.empty()) line += ", in " + in.channel;
    if (in.own_chat) line += ", own chat";
    for (const auto& key : in.keys) line += ", " + key;
    return line;
}

std::vector<Sample> samples() {
    std::vector<Sample> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        auto path = std::filesystem::relative(entry.path(), folder).generic_string();
        auto json = contents(entry.path());
        if (path.find("socket-envelopes") != path.npos) json = Json::parse(json).at("payload").dump();
        found.push_back({path, door_of(path), json});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

Door door_of(const std::string& path) {
    const auto has = [&](const char* part) { return path.find(part) != path.npos; };
    if (has("slash")) return Door::commands;
    return has("interactive") || has("app-backend") ? Door::interactions : Door::events;
}

std::string name_of(const decltype(Event::what)& what) {
    static const std::vector<std::string> names = {"said",      "chose",      "opened",  "due",
                                                   "called",    "edited",     "deleted", "forwarded",
                                                   "submitted", "not opened", "moved"};
    return names.at(what.index());
}

} // namespace

} // namespace vera::slack
