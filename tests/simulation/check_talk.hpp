#pragma once
// The see-through of one real turn: what must hold between the state it was given and the plan it made,
// whatever was said. It knows the facts, not the rooms that made them.
#include "core/event.hpp"
#include "core/plan.hpp"
#include "dialogs/library/library.hpp"
#include "tests/simulation/world.hpp"

namespace vera::simulation {

void check_talk(World&, const Library&, const State& before, const Event&, Time now, const Plan&);

} // namespace vera::simulation
