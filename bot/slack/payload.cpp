#include "bot/slack/payload.hpp"

#include "core/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace vera::slack {

namespace {

constexpr std::int64_t max_seconds = 9'999'999'999; // the year 2286: more is no time

const Json& nothing();
std::optional<Time> time_in(std::string_view text);

} // namespace

Json parsed(std::string_view text) {
    if (too_deep(text)) return nullptr;
    auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return nullptr;
    return json;
}

const Json& member(const Json& json, const char* name) {
    if (!json.is_object()) return nothing();
    const auto found = json.find(name);
    return found == json.end() ? nothing() : *found;
}

const Json& first(const Json& list) { return has_some(list) ? list.front() : nothing(); }

std::string text_of(const Json& json) { return json.is_string() ? json.get_ref<const std::string&>() : std::string{}; }

std::string id_of(const Json& json) {
    auto id = text_of(json);
    const bool good = std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
    return good && id.size() <= max_id ? id : std::string{};
}

bool is_true(const Json& json) { return json.is_boolean() ? json.get<bool>() : json == "true"; }

bool has_some(const Json& list) { return list.is_array() && !list.empty(); }

std::optional<Time> time_of(const Json& json) {
    if (json.is_string()) return time_in(json.get_ref<const std::string&>());
    if (!json.is_number_integer()) return std::nullopt;
    return time_in(json.dump());
}

namespace {

const Json& nothing() {
    static const Json null;
    return null;
}

std::optional<Time> time_in(std::string_view text) {
    std::int64_t seconds = 0, fraction = 0;
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    auto rest = dot == text.npos ? std::string{} : std::string{text.substr(dot + 1, 3)};
    rest.resize(3, '0');
    const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), seconds);
    if (read.ec != std::errc{} || read.ptr != whole.data() + whole.size()) return std::nullopt;
    if (seconds <= 0 || seconds > max_seconds) return std::nullopt;
    const auto tail = std::from_chars(rest.data(), rest.data() + rest.size(), fraction);
    if (tail.ec != std::errc{} || tail.ptr != rest.data() + rest.size() || fraction < 0) return std::nullopt;
    return from_ms(seconds * 1'000 + fraction);
}

} // namespace

} // namespace vera::slack
