#pragma once
// Reading JSON of Slack's that may be anything: what is missing, null or of another type reads as nothing, and
// unknown members are not looked at. Nothing in here throws.
#include "core/time.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace vera::slack {

using Json = nlohmann::json;

// Null for what is no JSON, or has objects and lists more than 64 deep in each other.
Json parsed(std::string_view text);

const Json& member(const Json&, const char* name); // null when there is none
template <class... Names> const Json& member(const Json& json, const char* name, const char* next, Names... more) {
    return member(member(json, name), next, more...);
}
const Json& first(const Json& list); // null for an empty one, and for what is none

std::string text_of(const Json&); // of a string
// An id is text that is kept and compared as it is: printable ASCII without blanks, at most max_id characters.
// Anything else is no id.
std::string id_of(const Json&);
bool is_true(const Json&); // true, or "true" of a form field
bool has_some(const Json& list);
// "1700000000.000100" as Slack names messages, or a number of seconds.
std::optional<Time> time_of(const Json&);

inline constexpr std::size_t max_id = 255;

} // namespace vera::slack
