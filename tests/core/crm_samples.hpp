#pragma once
// Files of a CRM for the tests: those under tests/trade, and small ones made here.
#include "core/crm/opportunities.hpp"

#include <string>

namespace vera::crm {

std::string bytes_of(const std::string& name); // of tests/trade
File read_well(const std::string& bytes, std::optional<DayOrder> order = {});
std::string problems_of(const std::string& bytes); // one a line
// One opportunity of Nordkai.
std::string row(const std::string& amount, const std::string& day = "2027-06-30",
                const std::string& stage = "Proposal");

} // namespace vera::crm
