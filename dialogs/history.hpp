#pragma once
// Questions that were asked before: one that is answered, and one that waits behind another.
#include "dialogs/desk.hpp"

#include <string>

namespace vera {

// An answered question with buttons is rewritten without them, so that it reads well later and cannot be
// pressed twice. `label` is what was pressed; empty: it was answered in words.
void turn_into_history(Desk&, const Pending&, const std::string& label);

// A parked question's button is as good as the open one's: that question comes to the front. False: it is
// answered, or gone.
bool bring_back(Desk&, const QuestionId&);

} // namespace vera
