#pragma once
// Days as people type them ("Fri", "27.11.", "end of June", "in two weeks"), relative to a given today.
// European order. A day that does not exist, or that two readers would read differently ("03/04"), is
// not read.
#include "core/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

enum class Look { ahead, back }; // "12 Nov" is the next one, or the last one

struct SpokenDay {
    Day day;
    bool rough = false; // "June", "next week": a day was picked out of many
    std::size_t begin = 0, end = 0;
    bool relative = false; // counted in days or weeks from today, or a weekday
    bool counted = false;  // "in 3 days", "within 6 months": it may be how long something takes
};

std::optional<SpokenDay> find_day(std::string_view text, Day today, Look); // the first of find_days
std::vector<SpokenDay> find_days(std::string_view text, Day today, Look);  // in the order of the text
bool ambiguous_day(std::string_view text);                                 // it holds a "03/04"

struct EitherDay {
    std::string day_first, month_first; // "3 April", "4 March"; with the year, if one was said
    std::size_t begin = 0, end = 0;
};
std::optional<EitherDay> either_day(std::string_view text); // the first "03/04", to be asked about

// The day a step is due. Of "call her Monday, offer by Friday" it is the first; of "prepare Monday's call
// on 3 Dec by Friday" the one with "by".
std::optional<SpokenDay> find_due(std::string_view text, Day today);

// The day something was said or seen, looking back; not a day that stands inside the quoted words.
std::optional<SpokenDay> find_said(std::string_view text, Day today);

struct VagueDay {
    std::string_view words; // "by summer", "end of FY"
    std::size_t begin = 0, end = 0;
};
std::optional<VagueDay> vague_day(std::string_view text); // a time that is no day, to be asked about

} // namespace vera
