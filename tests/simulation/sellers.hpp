#pragma once
// Salespeople for the real turn: they read what Vera shows them and type, click or wander off, some of it
// sensible. What they say depends on what they see, so faults change the talk itself.
#include "tests/simulation/people.hpp"

namespace vera::simulation {

void plan_sellers(World&, Chat&, Duration length);

} // namespace vera::simulation
