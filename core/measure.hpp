#pragma once
// Results as people type them ("waiting time, 41 to 14 hours per ship by end of June"), read into numbers.
// English first, numbers European and American. What is not understood stays unread: the seller's words
// are kept beside the measure and nothing is guessed into it.
#include "core/influence.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera {

// Nullopt: no number, no day and no direction in it.
std::optional<Measure> read_measure(std::string_view text, Day today);

enum class MeasureDoubt {
    none,
    wrong_way,    // "reduce from 30 to 61"
    past,         // the day is over
    units_differ, // "2 days to 14 hours"
    no_base,      // a change in percent, nobody said of what
};
MeasureDoubt doubt(const Measure&, std::string_view text, Day today); // the first that applies

// "waiting time 41 to 14 hours per ship, by 30 June 2027"; reads back as the same measure.
std::string say_measure(const Measure&, Day today);

} // namespace vera
