#pragma once
// Deals and people for the tests of the rules: complete and without a flag, so that a test takes one
// thing away and sees what is said about it.
#include "core/deal.hpp"
#include "core/flag_rules.hpp"

#include <string>

namespace vera {

FlagRules shipped_rules(); // config/red_flags.toml
std::string shipped_rules_text();

Influence known_person(const std::string& name, Roles); // everything asked and known
Deal known_deal(); // an Economic Buyer, a user who runs the old way, a technical buyer, a Coach

} // namespace vera
