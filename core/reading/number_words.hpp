#pragma once
// Numbers in words, as they are typed or dictated: "fourteen", "forty-one", "half a".
#include "core/reading/tokens.hpp"

namespace vera {

struct SpokenNumber {
    double value = 0;
    std::size_t tokens = 0; // how many it takes
};

std::optional<int> number_word(std::string_view word);                     // "zero" to "ninety"
std::optional<SpokenNumber> spoken_ordinal(const Tokens&, std::size_t at); // "twelfth", "thirty-first": up to 31
std::optional<SpokenNumber> spoken_number(const Tokens&, std::size_t at);  // "twenty one", "two hundred", "half a"

} // namespace vera
