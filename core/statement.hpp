#pragma once
// The Win-Results Statement: the seller's own sentence, one person, Result and Win in one, in versions; and
// how to say it: the hook first, then the seller's line (product 4). Vera writes none of them.
#include "core/fact.hpp"
#include "core/result.hpp"

#include <vector>

namespace vera {

struct Statement {
    Private<std::string> text;
    Measure result; // what it was written on, to see when it is outdated
    Private<std::string> win;
    Source source;
    bool operator==(const Statement&) const = default;
};

struct Positioning {
    Asked hook_asked = Asked::not_yet;
    Private<std::string> hook;  // what the person already says matters
    std::vector<Written> lines; // oldest first; limits::versions
    bool operator==(const Positioning&) const = default;
};

} // namespace vera
