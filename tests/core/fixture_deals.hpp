#pragma once
// Reads tests/fixtures/deals.txt: whole deals, written down before anybody ran them, each with the Red Flag
// that has to come first. The notation is told at the head of that file; a word it does not have throws.
#include "core/deal.hpp"

#include <string>
#include <vector>

namespace vera {

struct FixtureDeal {
    Deal deal;
    std::vector<PersonId> attendees;
    std::string top; // "RF-LOSE-OPEN Ingrid Aas"; without a name it is about the deal
    std::string because;
};

std::vector<FixtureDeal> read_fixture_deals(const std::string& text, Day today);

} // namespace vera
