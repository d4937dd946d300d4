#pragma once
// Where a deal stands, in words and counts, never as a score.
#include "dialogs/desk.hpp"

namespace vera {

void show_status(Desk&); // of the deal in focus; without one, of all deals
void show_deal(Desk&, const Deal&);
void show_all_deals(Desk&);
std::string say_counts(const Desk&, const Deal&); // "4 people, 2 Results with number and date, 1 Win known, 1 guessed"
std::string say_action(const Desk&, const Influence&, const Action&);
std::string say_action(const Desk&, const std::string& name, const Action&);
std::string say_list(const std::vector<std::string>& names); // "Ana, Devrim, Petra"

} // namespace vera
