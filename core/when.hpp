#pragma once
// Days as people type them ("Fri", "27.11.", "end of June", "in two weeks"), relative to a given today.
// European order. A day that does not exist, or that two readers would read differently ("03/04"), is
// not read.
#include "core/time.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace vera {

enum class Look { ahead, back }; // "12 Nov" is the next one, or the last one

struct SpokenDay {
    Day day;
    bool rough = false; // "June", "next week": a day was picked out of many
    std::size_t begin = 0, end = 0;
    bool relative = false; // counted in days or weeks from today, or a weekday
};

std::optional<SpokenDay> find_day(std::string_view text, Day today, Look); // the first of find_days
std::vector<SpokenDay> find_days(std::string_view text, Day today, Look);  // in the order of the text
bool ambiguous_day(std::string_view text);                                 // it holds a "03/04"

} // namespace vera
