#pragma once
// The pure turn: everything Vera thinks. No I/O, no clock, no chance.
#include "core/event.hpp"
#include "core/plan.hpp"
#include "dialogs/library/library.hpp"

#include <string>
#include <string_view>

namespace vera {

// Guards, words that always work, a button typed, corrections, the answer to the pending question (looked at
// first where it is unclear), not understood: in this order (design 4).
Plan take_turn(const Library&, const State&, const Event&, Time now);

// What the user reads when a turn failed for good.
Message apology(const Library&, const Event&);

} // namespace vera
