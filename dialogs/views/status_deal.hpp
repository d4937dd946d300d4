#pragma once
// The lines of "status" about the deal itself: state, objective, competition, changes, our own Win. What was
// never asked takes no line.
#include "dialogs/desk.hpp"

namespace vera {

void show_deal_facts(Desk&, const Deal&);
std::string say_objective(const Desk&, const Objective&); // "yard planning, EUR 180,000, by 31 March 2027 (our date)"
std::string say_by(const Desk&, const Objective&);        // MUST have a day
std::string say_rival(const Desk&, const Told<Rival>&);   // MUST be answered

} // namespace vera
