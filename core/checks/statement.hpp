#pragma once
// The Win-Results Statement in the seller's own words: it must name a number and one person, stand on
// evidence, and not fit another name. Says what is missing first; never writes one.
#include "core/checks/check.hpp"

namespace vera {

// In the order in which a seller can do something about it.
enum class StatementDoubt {
    none,
    wording, // threat, private life, flattery, ...: `found` says which
    promise,
    feature_list,
    several_people,
    no_person,
    no_number,
    fits_anyone,
    no_evidence, // behind the Win: ask for it, the sentence itself may stay
};

struct StatementCheck {
    StatementDoubt doubt = StatementDoubt::none;
    std::optional<Found> found; // what the words gave, for wording, promise, feature_list and fits_anyone
    bool operator==(const StatementCheck&) const = default;
};

StatementCheck check_statement(const CheckRules&, std::string_view text, const CheckContext&, bool win_supported);

} // namespace vera
