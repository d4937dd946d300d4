#pragma once
// All Red Flags by number, and what a seller may decide about one without closing it: live with it, with a
// reason, or see it again later. Both are logged; only a fact closes a flag.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

void show_flags_numbered(Desk&);
bool accept_risk(Desk&, std::string_view text); // "2: he leaves in January"
bool snooze_flag(Desk&, std::string_view text); // "2 until Monday"

} // namespace vera
