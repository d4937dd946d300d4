#include "core/reading/quantity.hpp"

#include "core/reading/number_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace vera {
namespace {

constexpr std::size_t most_digits = 15; // that a double keeps

struct Digits { // one written number, before its meaning is known
    std::vector<std::string_view> groups;
    std::string separators; // one between two groups
    std::size_t end = 0;
};
Digits digits_from(const Tokens&, std::size_t at);
std::optional<double> value_of(const Digits&);
std::optional<double> joined(const Digits&, std::size_t whole_groups);
std::optional<double> clock_at(const Tokens&, std::size_t at);
bool counts_nothing(const Tokens&, std::size_t at, std::size_t end);
bool is_spoken(const Tokens&, std::size_t at, const SpokenNumber&, Reading);
double scale_of(std::string_view word);
void take_around(const Tokens&, std::size_t at, Quantity&, bool millions);
void take_sign(const Tokens&, std::size_t at, Quantity&);
void take_currency_before(const Tokens&, Quantity&);
void take_scale(const Tokens&, Quantity&, bool millions);
void take_what_follows(const Tokens&, Quantity&);
std::string currency_at(const Tokens&, std::size_t at);
bool in_thousands(const Tokens&, std::size_t at);
bool talks_of_millions(const Tokens&);

} // namespace

std::vector<Quantity> quantities(const Tokens& all, Reading reading) {
    std::vector<Quantity> found;
    const bool millions = reading == Reading::money || talks_of_millions(all);
    for (std::size_t at = 0; at < all.size();) {
        const auto spoken = spoken_number(all, at);
        const auto clock = clock_at(all, at);
        if (digits_at(all, at).empty() && !(spoken && is_spoken(all, at, *spoken, reading))) {
            ++at;
            continue;
        }
        const Digits digits = spoken  ? Digits{{}, {}, at + spoken->tokens}
                              : clock ? Digits{{}, {}, at + 3}
                                      : digits_from(all, at);
        const auto value = spoken ? std::optional{spoken->value} : clock ? clock : value_of(digits);
        if (value && !counts_nothing(all, at, digits.end)) {
            Quantity quantity{*value, at, digits.end, {}, false, false, clock.has_value(), spoken.has_value(), 1};
            take_around(all, at, quantity, millions);
            found.push_back(quantity);
            at = quantity.end;
        } else {
            at = digits.end;
        }
    }
    return found;
}

std::string say_number(double value, int decimals, std::size_t grouped_from) {
    std::array<char, 64> buffer{};
    const double shown = std::abs(value) < 1e15 ? value : std::copysign(1e15, value);
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, shown);
    std::string text = buffer.data();
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    if (point - first < grouped_from) return text;
    for (std::size_t at = point - 3; at > first && at < text.size(); at -= 3) text.insert(at, ",");
    return text;
}

namespace {

Digits digits_from(const Tokens& all, std::size_t at) {
    Digits read{{digits_at(all, at)}, {}, at + 1};
    while (true) {
        const std::string_view sign = glued_at(all, read.end) ? sign_at(all, read.end) : "";
        const bool glued_group =
            is_one_of(sign, {".", ",", "'"}) && glued_at(all, read.end + 1) && !digits_at(all, read.end + 1).empty();
        const std::string_view next = digits_at(all, read.end);
        const bool spaced_group = next.size() == 3 && !glued_at(all, read.end) && read.groups.back().size() <= 3 &&
                                  (read.separators.empty() || read.separators.back() == ' ') && !next.empty();
        if (!glued_group && !spaced_group) return read;
        read.groups.push_back(digits_at(all, read.end + (glued_group ? 1 : 0)));
        read.separators += glued_group ? sign[0] : ' ';
        read.end += glued_group ? 2 : 1;
    }
}

// "1.200" and "1,200" are thousands, "1,9" and "4.10" are not; of two kinds of sign the last is the point.
std::optional<double> value_of(const Digits& digits) {
    const auto& [groups, separators, end] = digits;
    if (separators.empty()) return joined(digits, 1);
    const bool one_kind = separators.find_first_not_of(separators[0]) == std::string::npos;
    const auto is_group = [](std::string_view group) { return group.size() == 3; };
    const bool starts_well = groups[0].size() <= 3 && groups[0] != "0" && groups[0] != "00";
    const bool all_groups = starts_well && std::all_of(groups.begin() + 1, groups.end(), is_group);
    if (one_kind && all_groups) return joined(digits, groups.size());
    if (groups.size() == 2 && separators[0] != ' ' && separators[0] != '\'') return joined(digits, 1);
    const bool point_last = separators.find(separators.back()) == separators.size() - 1 && separators.back() != ' ';
    const bool rest_groups = starts_well && groups.size() > 2 &&
                             separators.find_first_not_of(separators[0]) == separators.size() - 1 &&
                             std::all_of(groups.begin() + 1, groups.end() - 1, is_group);
    return point_last && rest_groups ? joined(digits, groups.size() - 1) : std::nullopt;
}

std::optional<double> joined(const Digits& digits, std::size_t whole_groups) {
    double value = 0, divisor = 1;
    std::size_t count = 0;
    for (std::size_t i = 0; i < digits.groups.size(); ++i) {
        for (const char digit : digits.groups[i]) {
            value = value * 10 + (digit - '0');
            if (i >= whole_groups) divisor *= 10;
            if (++count > most_digits) return std::nullopt;
        }
    }
    return value / divisor;
}

std::optional<double> clock_at(const Tokens& all, std::size_t at) {
    const auto big = number_at(all, at), small = number_at(all, at + 2);
    const bool clock = big && small && sign_at(all, at + 1) == ":" && glued_at(all, at + 1) && glued_at(all, at + 2) &&
                       digits_at(all, at + 2).size() == 2 && *small < 60 && *big < 1'000;
    return clock ? std::optional{*big * 60.0 + *small} : std::nullopt;
}

bool counts_nothing(const Tokens& all, std::size_t at, std::size_t end) {
    const auto glued_number = [&](std::size_t place) { return glued_at(all, place) && !digits_at(all, place).empty(); };
    const std::string_view after = glued_at(all, end) ? sign_at(all, end) : "";
    if (is_one_of(after, {"/", "-", ":", "\xE2\x80\x93"}) && glued_number(end + 1)) return true; // "2027/28", "2-3"
    if (at == 0) return false;
    if (glued_at(all, at)) {
        const std::string_view before = sign_at(all, at - 1);
        if (before.empty() && currency_at(all, at - 1).empty()) return true; // "B2B"
        const bool joins = is_one_of(before, {"/", "-", ":", ".", ",", "\xE2\x80\x93"});
        if (joins && glued_at(all, at - 1)) return true; // "line-4", "l/100"
    }
    return is_one_of(word_at(all, at - 1),
                     {"per", "line", "plant", "phase", "level", "tier", "version", "room", "building", "ward", "site",
                      "gate", "terminal", "floor", "page", "iso", "hall", "step"});
}

// "zero" is read as a word by the readers; "one" counts only where a number must stand.
bool is_spoken(const Tokens& all, std::size_t at, const SpokenNumber& spoken, Reading reading) {
    const std::string_view after = word_at(all, at + spoken.tokens);
    if (spoken.value == 0.5) return reading == Reading::money && is_one_of(after, {"million", "billion", "mio"});
    if (spoken.value == 0) return at > 0 && word_at(all, at - 1) == "to"; // "from 11 to zero"
    return spoken.value != 1 || (at > 0 && is_one_of(word_at(all, at - 1), {"from", "to"})) || scale_of(after) > 1 ||
           word_at(all, at + 2) == "instead";
}

void take_around(const Tokens& all, std::size_t at, Quantity& quantity, bool millions) {
    take_sign(all, at, quantity);
    take_currency_before(all, quantity);
    take_scale(all, quantity, millions);
    take_what_follows(all, quantity);
}

void take_sign(const Tokens& all, std::size_t at, Quantity& quantity) {
    if (at > 0 && is_one_of(word_at(all, at - 1), {"minus", "plus"})) {
        if (word_at(all, at - 1) == "minus") quantity.value = -quantity.value;
        quantity.with_sign = true;
        quantity.begin = at - 1;
        return;
    }
    if (at == 0 || !glued_at(all, at)) return;
    const std::string_view sign = sign_at(all, at - 1);
    const bool minus = is_one_of(sign, {"-", "\xE2\x88\x92", "\xE2\x80\x93"});
    if (!minus && sign != "+") return;
    if (minus) quantity.value = -quantity.value;
    quantity.with_sign = true;
    quantity.begin = at - 1;
}

void take_currency_before(const Tokens& all, Quantity& quantity) {
    if (quantity.begin == 0) return;
    quantity.currency = currency_at(all, quantity.begin - 1);
    if (quantity.currency.empty()) return;
    --quantity.begin;
    if (!in_thousands(all, quantity.begin)) return;
    quantity.scale = 1e3;
    quantity.value *= 1e3;
}

double scale_of(std::string_view word) {
    if (is_one_of(word, {"k", "tsd", "thousand", "grand"})) return 1e3;
    if (is_one_of(word, {"mio", "million", "millions", "mn", "mln", "mil"})) return 1e6;
    return is_one_of(word, {"bn", "billion", "billions", "mrd"}) ? 1e9 : 1;
}

void take_scale(const Tokens& all, Quantity& quantity, bool millions) {
    const std::string_view word = word_at(all, quantity.end);
    const bool million = word == "m" && millions && glued_at(all, quantity.end);
    const double scale = million ? 1e6 : scale_of(word);
    if (scale == 1) return;
    quantity.scale = scale;
    quantity.value *= quantity.scale;
    ++quantity.end;
    if (is_one_of(word, {"mio", "tsd", "mrd"}) && sign_at(all, quantity.end) == "." && glued_at(all, quantity.end)) {
        ++quantity.end;
    }
}

void take_what_follows(const Tokens& all, Quantity& quantity) {
    const bool two_words = word_at(all, quantity.end) == "per" && word_at(all, quantity.end + 1) == "cent";
    const bool one_word = is_one_of(word_at(all, quantity.end), {"percent", "pct"});
    if (sign_at(all, quantity.end) == "%" || one_word || two_words) {
        quantity.percent = true;
        quantity.end += two_words ? 2 : 1;
        return;
    }
    const std::string after = currency_at(all, quantity.end);
    const bool short_thousand = word_at(all, quantity.end) == "t" && glued_at(all, quantity.end + 1) &&
                                !currency_at(all, quantity.end + 1).empty(); // "180 T€"
    if (after.empty() && !short_thousand) return;
    quantity.currency = short_thousand ? currency_at(all, quantity.end + 1) : after;
    if (quantity.scale == 1 && (short_thousand || in_thousands(all, quantity.end))) {
        quantity.scale = 1e3;
        quantity.value *= 1e3;
    }
    quantity.end += short_thousand ? 2 : 1;
}

std::string currency_at(const Tokens& all, std::size_t at) {
    const std::string_view sign = sign_at(all, at), word = word_at(all, at);
    if (sign == "$" || word == "dollar" || word == "dollars") return "$";
    if (sign == "\xE2\x82\xAC" || is_one_of(word, {"euro", "euros", "teur", "keur"})) return "EUR";
    if (sign == "\xC2\xA3" || word == "pound" || word == "pounds") return "GBP";
    if (!is_one_of(word, {"eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "pln", "czk", "jpy", "aud", "cad", "inr",
                          "brl", "sgd", "hkd", "nzd", "huf", "zar"}))
        return {};
    std::string code{word};
    for (char& c : code) c = static_cast<char>(c - 'a' + 'A');
    return code;
}

bool in_thousands(const Tokens& all, std::size_t at) { return is_one_of(word_at(all, at), {"teur", "keur"}); }

// "0.9m" is a million when money or millions are talked about, else metres.
bool talks_of_millions(const Tokens& all) {
    for (std::size_t at = 0; at < all.size(); ++at) {
        const bool millions =
            is_one_of(word_at(all, at), {"mio", "million", "mn", "mln", "bn", "billion", "cost", "costs", "spend",
                                         "revenue", "sales", "budget", "turnover", "savings", "margin", "profit", "k"});
        if (millions || !currency_at(all, at).empty()) return true;
    }
    return false;
}

} // namespace
} // namespace vera
