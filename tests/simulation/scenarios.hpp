#pragma once
// Short stories without chance, for crashing at every single moment of them. Those named "real-" are told to
// the real turn.
#include "tests/simulation/people.hpp"

namespace vera::simulation {

const std::vector<std::string>& scenario_names();
Duration plan_scenario(const std::string& name, World&, Chat&); // how long it takes

} // namespace vera::simulation
