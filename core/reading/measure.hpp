#pragma once
// Results as people type them ("waiting time, 41 to 14 hours per ship by end of June"), read into numbers.
// English first, numbers European and American. What is not understood stays unread: the seller's words
// are kept beside the measure and nothing is guessed into it.
#include "core/influence.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

// Nullopt: no number, no day and no direction in it. Of two Results in one text, the first.
std::optional<Measure> read_measure(std::string_view text, Day today);

// The Results in a text, each as typed: "waiting time 14 to 11 h; re-handles 1.9 to 1.5" holds two. Never
// empty; mostly the whole text is one.
std::vector<std::string_view> results_in(std::string_view text, Day today);

inline constexpr int most_months_ahead = 24; // a Result later than that is asked about

enum class MeasureDoubt {
    none,
    wrong_way,     // "reduce from 30 to 61"
    past,          // the day is over
    too_far,       // the day is more than 24 months away
    ambiguous_day, // "by 03/04"
    units_differ,  // "2 days to 14 hours"
    vague_day,     // "by summer"; see vague_day() in core/reading/when.hpp
    no_base,       // a change in percent, nobody said of what
};
MeasureDoubt doubt(const Measure&, std::string_view text, Day today); // the first that applies

// "waiting time 41 to 14 hours per ship, by 30 June 2027"; reads back as the same measure.
std::string say_measure(const Measure&, Day today);

} // namespace vera
