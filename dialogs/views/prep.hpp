#pragma once
// Before a talk, on one phone screen: for each person the Result, the seller's own line, one question and what
// to be careful about. Works without a calendar; it is the brief for the closing presentation too.
#include "dialogs/desk.hpp"

#include <vector>

namespace vera {

inline constexpr std::size_t people_in_full = 4; // the rest by name

void show_prep(Desk&, const Deal&, const std::vector<PersonId>& attendees = {}); // none: all of theirs
// `buyers`: how many are in the talk. With two or more, a Win or a Lose is no question for the open table.
void show_attendee(Desk&, const Deal&, const Influence&, std::size_t buyers);

} // namespace vera
