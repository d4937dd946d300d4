#include "tests/slack/complaints.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera::slack {

using nlohmann::json;

namespace {

bool has_bare_angle(const std::string& text) {
    return text.find('<') != std::string::npos || text.find('>') != std::string::npos;
}

bool has_bare_ampersand(const std::string& text) {
    for (auto at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
        const auto rest = std::string_view{text}.substr(at);
        if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") && !rest.starts_with("&gt;")) return true;
    }
    return false;
}

} // namespace

std::string string_of(const json& of, const char* member) {
    if (!of.is_object() || !of.contains(member) || !of[member].is_string()) return "";
    return of[member].get<std::string>();
}

void Complaints::only(const json& of, const std::string& at, std::initializer_list<std::string_view> members) {
    if (!of.is_object()) return add(at, "no object");
    for (const auto& [name, value] : of.items())
        if (std::ranges::find(members, std::string_view{name}) == members.end()) add(at, "unknown member " + name);
}

void Complaints::text(const json& of, const std::string& at, const char* member, std::size_t most, bool needed) {
    const auto place = at + "/" + member;
    if (!of.is_object() || !of.contains(member)) {
        if (needed) add(place, "missing");
        return;
    }
    if (!of[member].is_string()) return add(place, "no string");
    const auto text = of[member].get<std::string>();
    if (text.empty()) add(place, "empty");
    if (length(text) > most) add(place, "longer than " + std::to_string(most));
}

void Complaints::text_object(const json& of, const std::string& at, const char* member, std::size_t most, bool needed,
                             bool mrkdwn) {
    const auto place = at + "/" + member;
    if (!of.is_object() || !of.contains(member)) {
        if (needed) add(place, "missing");
        return;
    }
    const json& object = of[member];
    const auto type = string_of(object, "type");
    if (type == "plain_text")
        only(object, place, {"type", "text", "emoji"});
    else if (type == "mrkdwn" && mrkdwn)
        only(object, place, {"type", "text", "verbatim"});
    else
        return add(place, "no text object that may stand here");
    text(object, place, "text", most, true);
    const auto words = string_of(object, "text");
    if (has_bare_angle(words) || has_bare_ampersand(words)) add(place, "&, < or > not escaped");
}

const json& Complaints::array(const json& of, const std::string& at, const char* member, std::size_t most) {
    static const json nothing = json::array();
    const auto place = at + "/" + member;
    if (!of.is_object() || !of.contains(member) || !of[member].is_array()) {
        add(place, "no array");
        return nothing;
    }
    if (of[member].empty()) add(place, "empty");
    if (of[member].size() > most) add(place, "more than " + std::to_string(most));
    return of[member];
}

} // namespace vera::slack
