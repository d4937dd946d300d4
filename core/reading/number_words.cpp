#include "core/reading/number_words.hpp"

#include <algorithm>
#include <array>

namespace vera {

std::optional<int> number_word(std::string_view word) {
    static constexpr std::array<std::string_view, 21> small{
        "zero",     "one",     "two",     "three",     "four",     "five",     "six",
        "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    static constexpr std::array<std::string_view, 7> tens{"thirty",  "forty",  "fifty", "sixty",
                                                          "seventy", "eighty", "ninety"};
    if (const auto found = std::ranges::find(small, word); found != small.end())
        return static_cast<int>(found - small.begin());
    if (const auto found = std::ranges::find(tens, word); found != tens.end())
        return 30 + 10 * static_cast<int>(found - tens.begin());
    return word == "fourty" ? std::optional{40} : std::nullopt;
}

std::optional<SpokenNumber> spoken_ordinal(const Tokens& all, std::size_t at) {
    static constexpr std::array<std::string_view, 21> ordinals{
        "",           "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
        "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    const auto small = [&](std::size_t place) {
        const std::string_view word = word_at(all, place);
        const auto found = word.empty() ? ordinals.end() : std::ranges::find(ordinals, word);
        return found == ordinals.end() ? 0 : static_cast<int>(found - ordinals.begin());
    };
    if (const int value = small(at); value > 0) return SpokenNumber{static_cast<double>(value), 1};
    if (word_at(all, at) == "thirtieth") return SpokenNumber{30, 1};
    const int tens = word_at(all, at) == "twenty" ? 20 : word_at(all, at) == "thirty" ? 30 : 0;
    const std::size_t next = at + (sign_at(all, at + 1) == "-" ? 2 : 1);
    const int ones = small(next);
    if (tens == 0 || ones == 0 || ones > 9 || tens + ones > 31) return std::nullopt;
    return SpokenNumber{static_cast<double>(tens + ones), next + 1 - at};
}

std::optional<SpokenNumber> spoken_number(const Tokens& all, std::size_t at) {
    if (word_at(all, at) == "half" && word_at(all, at + 1) == "a") return SpokenNumber{0.5, 2};
    const auto first = number_word(word_at(all, at));
    if (!first) return std::nullopt;
    SpokenNumber spoken{static_cast<double>(*first), 1};
    const bool hyphen = sign_at(all, at + 1) == "-" && glued_at(all, at + 1) && glued_at(all, at + 2);
    const auto second = number_word(word_at(all, at + (hyphen ? 2 : 1)));
    if (*first >= 20 && second && *second >= 1 && *second <= 9) {
        spoken = {spoken.value + *second, hyphen ? 3u : 2u};
    }
    if (word_at(all, at + spoken.tokens) == "hundred") spoken = {spoken.value * 100, spoken.tokens + 1};
    return spoken;
}

} // namespace vera
