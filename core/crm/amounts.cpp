#include "core/crm/amounts.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace vera::crm {
namespace {

constexpr std::size_t most_digits = 15; // that a double keeps

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Written { // a number between what stands before and behind it
    std::string_view before, number, behind;
};
Written parts_of(std::string_view text);

struct Digits {
    std::vector<std::string> groups;
    std::string separators; // one between two groups; blanks and apostrophes are both ' '
};
std::optional<Digits> digits_of(std::string_view number);
enum class Meaning { whole, decimals, either, nothing }; // of what stands behind the last separator
Meaning meaning_of(const Digits&);
bool in_threes(const Digits&, std::size_t groups);
double value_of(const Digits&, bool decimals);
std::optional<std::string> currency_of(std::string_view sign);

} // namespace

void note_decimals(std::string_view text, Decimals& decimals) {
    const auto digits = digits_of(parts_of(text).number);
    if (!digits || meaning_of(*digits) != Meaning::decimals) return;
    (digits->separators.back() == '.' ? decimals.point : decimals.comma) = true;
}

AmountRead read_amount(std::string_view text, const Decimals& known) {
    const Written written = parts_of(text);
    const auto digits = digits_of(written.number);
    if (!digits) return {{}, "is no amount"};
    if (written.before.find_first_of("-(") != written.before.npos) return {{}, "is negative"};
    const Meaning meaning = meaning_of(*digits);
    if (meaning == Meaning::nothing) return {{}, "is no amount"};
    const bool point = digits->separators.ends_with('.');
    if (meaning == Meaning::either && (point ? known.point : known.comma))
        return {{}, "has a sign that stands before decimals elsewhere in the file, and could be two sums"};
    const auto before = currency_of(written.before), behind = currency_of(written.behind);
    if (!before || !behind || (!before->empty() && !behind->empty() && *before != *behind)) return {{}, "is no amount"};
    return {Money{value_of(*digits, meaning == Meaning::decimals), before->empty() ? *behind : *before}, {}};
}

std::string currency_code(std::string_view text) {
    text = trim(text);
    const std::size_t open = text.rfind('(');
    if (open != text.npos && text.ends_with(')')) text = text.substr(open + 1, text.size() - open - 2);
    std::string code(text);
    for (char& c : code) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    const bool letters = std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    return code.size() == 3 && letters ? code : "";
}

std::string say_amount(const Money& money) {
    std::array<char, 400> digits{}; // the longest double has 309 before its point
    const auto end =
        std::to_chars(digits.begin(), digits.end(), std::abs(money.amount), std::chars_format::fixed, 2).ptr;
    std::string sum(digits.begin(), end);
    const std::size_t point = sum.size() - 3;
    for (std::size_t at = point; at > 3; at -= 3) sum.insert(at - 3, ",");
    if (sum.ends_with(".00")) sum.resize(sum.size() - 3);
    return (money.currency.empty() ? "" : money.currency + " ") + (money.amount < 0 ? "-" : "") + sum;
}

namespace {

// A second sum in brackets behind the first is the same in another currency.
Written parts_of(std::string_view text) {
    text = trim(text);
    text = trim(text.substr(0, std::min(text.find(" ("), text.size())));
    const auto first = std::ranges::find_if(text, is_digit);
    if (first == text.end()) return {text, {}, {}};
    const auto begin = static_cast<std::size_t>(first - text.begin());
    std::size_t end = text.size();
    while (!is_digit(text[end - 1])) --end;
    return {trim(text.substr(0, begin)), text.substr(begin, end - begin), trim(text.substr(end))};
}

std::optional<Digits> digits_of(std::string_view number) {
    Digits digits;
    digits.groups.emplace_back();
    std::size_t count = 0;
    for (std::size_t at = 0; at < number.size();) {
        const bool curly = number.substr(at).starts_with("\xE2\x80\x99");
        const char c = curly || number[at] == '\'' ? ' ' : number[at];
        at += curly ? 3 : 1;
        if (is_digit(c)) {
            digits.groups.back() += c;
            ++count;
        } else if ((c == ' ' || c == '.' || c == ',') && !digits.groups.back().empty()) {
            digits.separators += c;
            digits.groups.emplace_back();
        } else {
            return std::nullopt;
        }
    }
    return count > 0 && count <= most_digits ? std::optional(digits) : std::nullopt;
}

Meaning meaning_of(const Digits& digits) {
    const auto& [groups, separators] = digits;
    if (separators.empty()) return Meaning::whole;
    const char last = separators.back();
    const auto lasts = std::ranges::count(separators, last);
    const bool one_kind = static_cast<std::size_t>(lasts) == separators.size();
    if (one_kind && (last == ' ' || lasts > 1))
        return in_threes(digits, groups.size()) ? Meaning::whole : Meaning::nothing;
    if (one_kind) {
        const bool thousands = in_threes(digits, groups.size());
        return thousands ? Meaning::either : Meaning::decimals;
    }
    const bool other_kind = separators.find_first_not_of(separators[0]) == separators.size() - 1;
    return lasts == 1 && last != ' ' && other_kind && in_threes(digits, groups.size() - 1) ? Meaning::decimals
                                                                                           : Meaning::nothing;
}

bool in_threes(const Digits& digits, std::size_t groups) {
    const std::string& first = digits.groups[0];
    return first.size() <= 3 && first[0] != '0' &&
           std::all_of(digits.groups.begin() + 1, digits.groups.begin() + static_cast<long>(groups),
                       [](const std::string& group) { return group.size() == 3; });
}

double value_of(const Digits& digits, bool decimals) {
    double value = 0, divisor = 1;
    for (std::size_t i = 0; i < digits.groups.size(); ++i) {
        for (const char c : digits.groups[i]) {
            value = value * 10 + (c - '0');
            if (decimals && i + 1 == digits.groups.size()) divisor *= 10;
        }
    }
    return value / divisor;
}

// Nullopt: no currency. Empty: none was said.
std::optional<std::string> currency_of(std::string_view sign) {
    struct Sign {
        std::string_view sign, code;
    };
    static constexpr std::array<Sign, 10> signs = {{{"$", "USD"},
                                                    {"US$", "USD"},
                                                    {"\xE2\x82\xAC", "EUR"},
                                                    {"\xC2\xA3", "GBP"},
                                                    {"\xC2\xA5", "JPY"},
                                                    {"CA$", "CAD"},
                                                    {"C$", "CAD"},
                                                    {"A$", "AUD"},
                                                    {"NZ$", "NZD"},
                                                    {"HK$", "HKD"}}};
    if (sign.empty()) return "";
    const auto found = std::ranges::find(signs, sign, &Sign::sign);
    if (found != signs.end()) return std::string(found->code);
    std::string code = currency_code(sign);
    return code.empty() ? std::nullopt : std::optional(code);
}

} // namespace
} // namespace vera::crm
