#pragma once
// The Win/Lose picture: who wins and who loses as the deal stands, us included, in names and counts, and the one
// change that would turn a Lose. No score.
#include "dialogs/desk.hpp"

namespace vera {

void show_picture(Desk&, const Deal&);
std::string say_own_risks(const Desk&, const Deal&); // "a discount, the amount fell"
std::string say_picture(const Desk&, const Deal&);   // "3 win, 1 loses, 1 unknown, we win"

} // namespace vera
