#include "core/crm/ids.hpp"

#include "core/crm/opportunities.hpp"

#include <algorithm>

namespace vera::crm {
namespace {

constexpr std::size_t short_form = 15, long_form = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_plain(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_rounded(std::string_view text);
std::string checksum(std::string_view id);

} // namespace

IdRead read_id(std::string_view system, std::string_view text) {
    if (text.empty()) return {{}, "is missing"};
    if (is_rounded(text)) return {{}, "was rounded by a spreadsheet; export the file anew and do not open it before"};
    if (text.size() > max_id || !std::ranges::all_of(text, [](char c) { return is_plain(c) || c == '-' || c == '_'; }))
        return {{}, "is no id"};
    if (system != "salesforce") return {std::string(text), {}};
    if (text.size() != short_form && text.size() != long_form) return {{}, "must have 15 or 18 characters"};
    const std::string_view id = text.substr(0, short_form);
    if (text.size() == long_form && checksum(id) != text.substr(short_form))
        return {{}, "is damaged: its last three characters do not fit the others"};
    return {std::string(id), {}};
}

namespace {

// "1.23457E+10", "123457,0"
bool is_rounded(std::string_view text) {
    const bool number =
        std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == ',' || c == 'E' || c == '+'; });
    return number && text.find_first_of(".,+") != text.npos;
}

// One character for five: which of them are upper case.
std::string checksum(std::string_view id) {
    std::string sum;
    for (std::size_t begin = 0; begin < id.size(); begin += 5) {
        std::size_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i) bits |= static_cast<std::size_t>(is_upper(id[begin + i])) << i;
        sum += "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits];
    }
    return sum;
}

} // namespace
} // namespace vera::crm
