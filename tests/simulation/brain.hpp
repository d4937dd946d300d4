#pragma once
// A brain small enough to be seen through: every line is a verb and a number, every number becomes a note
// once. It uses each thing a plan can hold, so that the shell is tested before and beside the real turn.
#include "bot/engine.hpp"

#include <string>

namespace vera::simulation {

// "note 7", "later 7 90 5" (reminder 5 comes in 90 minutes), "cancel 7 5", "other 7" (needs the second deal),
// "errand 7", "edit 7", "many 7", "brief 7" (useful for half a minute), "drop 7", "reply 7", "poison 7",
// "crowd 7" (a plan over the limit).
Plan think_simply(const State&, const Event&, Time now);
Message simple_apology(const Event&);

inline constexpr const char* first_deal = "first";
inline constexpr const char* second_deal = "second";

} // namespace vera::simulation
