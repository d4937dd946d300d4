#pragma once
// Finding a deal by what somebody calls it.
#include "dialogs/desk.hpp"

#include <string_view>
#include <vector>

namespace vera {

// The deals of that name; else those whose name begins with it, or has it as a word. None for no name.
std::vector<const DealHead*> deals_named(const Desk&, std::string_view name);

Deal* loaded(Desk&, const DealId&); // nullptr: the turn asked to see it and runs again

} // namespace vera
