#pragma once
// What every fact carries: whether it was asked, who told it, when, and who may see it.
#include "core/id.hpp"
#include "core/time.hpp"

namespace vera {

// "Not asked", "does not know", "not applicable" and "declined" are four things, none of them an empty
// string (domain 22.3). Only `answered` facts have a value.
enum class Asked { not_yet, does_not_know, not_applicable, declined, answered };

enum class Visibility { author, deal_team };

struct Source {
    UserId author;
    Time at{};
    Visibility visibility = Visibility::author;
    bool operator==(const Source&) const = default;
};

// What a person typed and wants kept, not parsed: never read as a fact.
struct Note {
    std::string text;
    Source source;
    bool operator==(const Note&) const = default;
};

} // namespace vera
