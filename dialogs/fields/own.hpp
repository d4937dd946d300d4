#pragma once
// Our own Win: what would make this deal a loss for us, and the three ways out.
#include "dialogs/desk.hpp"

#include <set>
#include <string_view>

namespace vera {

std::set<SelfRisk> own_risks_in(std::string_view text); // a discount, "they'll make it up later", a promise nobody owns

// Notes what a line about the deal says against our own Win; when a risk stands unanswered, the three ways
// out are asked for next.
void notice_own_risks(Desk&, std::string_view text);

} // namespace vera
