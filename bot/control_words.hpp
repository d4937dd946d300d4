#pragma once
// What passes through the control socket: one request, one answer, as lines of text with counted bytes. Pure.
#include "core/expected.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vera {

struct ControlRequest {
    std::string command;                       // "check", "export"
    std::map<std::string, std::string> values; // one line each; names are words
    std::string value(const std::string& name) const;
};
struct ControlAnswer {
    Problems problems;
    std::string text; // to be printed
};

// Line feeds inside a value become spaces. A request ends with an empty line.
std::string words_of(const ControlRequest&);
std::string words_of(const ControlAnswer&);
// nullopt: not whole, too long, or something else.
std::optional<ControlRequest> request_in(std::string_view);
std::optional<ControlAnswer> answer_in(std::string_view);

inline constexpr std::size_t max_request = 16 * 1024;       // bytes
inline constexpr std::size_t max_answer = 16 * 1024 * 1024; // bytes; an export of one deal is far below
inline constexpr std::size_t max_values = 32, max_problems = 1'000;

} // namespace vera
