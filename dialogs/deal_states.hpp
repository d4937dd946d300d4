#pragma once
// A deal's states beside open: on hold until a day, verbal yes, won, lost. Won and lost are asked for with
// the deal's name, so that nothing is closed by a slip.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

bool hold_deal(Desk&, std::string_view text); // "Nordkai until 15 January", "until March"
bool verbal_yes(Desk&, std::string_view name);
bool won_deal(Desk&, std::string_view name);
bool lost_deal(Desk&, std::string_view name);
bool reopen_deal(Desk&, std::string_view name); // from hold or verbal yes

// The deal ends: no reminder of it comes any more, and it leaves the list of deals. Nothing of it is deleted.
void take_leave(Desk&, Deal&, DealState, const char* record_word, const char* said);

} // namespace vera
