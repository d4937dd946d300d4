#include "core/number_words.hpp"

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
