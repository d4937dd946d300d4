#pragma once
// The method's four steps over the people of a deal: who is done, who is open, and the one box worth closing
// next. Every box follows from what is stored (core/progress); none is ticked by hand.
#include "dialogs/desk.hpp"

namespace vera {

void show_checklist(Desk&, const Deal&);

} // namespace vera
