#pragma once
// The checks as they ship, and sentences of domain 21 that they must let pass or stop at.
#include "core/checks/check_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera {

std::string shipped_checks_text(); // config/checks.toml
const CheckRules& shipped_checks();

std::string finding_word(const std::optional<Found>&); // "promise", or "nothing"

} // namespace vera
