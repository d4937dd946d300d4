#pragma once
// How we know a Win. Grades are those of domain 19: only E3 (the Coach confirmed it) and better support a
// Win, and two weak ones never add up to a strong one.
#include "core/fact.hpp"
#include "core/private.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

enum class EvidenceKind {
    guess,    // nobody said it: gut, title, "it's obvious" (E0, E1)
    observed, // the seller saw them do something (E2)
    heard,    // somebody else told us; E3 when that is the Coach, by name and day, else E2
    said,     // they said it; E4 with their words and the day, else E2
};

struct Evidence {
    EvidenceKind kind = EvidenceKind::guess;
    std::string who;            // who told us, for `heard`
    PersonId teller;            // the same, when they are in this deal
    bool from_coach = false;    // the teller passes the Coach test (weigh_coaches keeps it so)
    std::optional<Day> when;    // the day it was said or seen
    Private<std::string> words; // a quote or an observation, never an interpretation
    Source source;
    bool operator==(const Evidence&) const = default;
};

enum class Grade { e0, e1, e2, e3, e4 };
Grade grade(const Evidence&);

} // namespace vera
