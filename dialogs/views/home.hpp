#pragma once
// The home page: the deals with one gap each, and one button each to go on. It asks nothing and changes
// nothing of the talk.
#include "dialogs/desk.hpp"

namespace vera {

inline constexpr auto home_go_on = "home.go_on"; // a Choice's value: the talk goes on with its deal

void show_home(Desk&);
void go_on_from_home(Desk&, const DealId&);

} // namespace vera
