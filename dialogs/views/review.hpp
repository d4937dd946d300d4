#pragma once
// The five questions a good manager asks about a deal (domain 22.5), each answered from the facts in one line
// and ending in what to do about it.
#include "dialogs/desk.hpp"

namespace vera {

void show_review(Desk&, const Deal&);

} // namespace vera
