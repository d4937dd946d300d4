#pragma once
// What a seller may set for themselves: the time zone, how deep a first talk goes, which words are used.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

void settings(Desk&); // all of them, and their form
void zone(Desk&);
void move_to_zone(Desk&, const Zone&); // reminders follow
bool set_zone(Desk&, std::string_view text);
bool set_depth(Desk&, std::string_view text); // "full", "short"
bool set_words(Desk&, std::string_view text); // "method", "everyday"

} // namespace vera
