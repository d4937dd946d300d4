#pragma once
// A Result: what the buying company gets, measurable, and could stand in a contract (framework.txt).
#include "core/fact.hpp"

#include <optional>
#include <string>

namespace vera {

// How measurable a Result is (domain 18).
enum class Quality {
    m0, // no number
    m1, // a direction only
    m2, // a target or a percentage without a base
    m3, // metric, from, to, unit
    m4, // and a date
    m5, // and the buyer owns the number and says where it is read
};

struct Measure {
    std::string metric; // "waiting time"; may be empty
    std::optional<double> from, to;
    bool percent_change = false; // `to` is a change in percent, without a base
    std::string unit;            // "h", "hours per ship", "%", "EUR"
    std::optional<Day> by;
    bool direction = false; // "less", "faster": a direction was said
    bool operator==(const Measure&) const = default;
};
Quality quality(const Measure&); // m4 at most

enum class Whose { theirs, joint, ours };

struct Result {
    Asked asked = Asked::not_yet;
    std::string text; // the seller's words
    Measure measure;  // what was read from them
    Source source;
    Told<Whose> whose{};
    Asked read_in_asked = Asked::not_yet;
    std::string read_in{}; // the report or system where they read the number
    bool operator==(const Result&) const = default;
};
Quality quality(const Result&);
bool is_solid(const Result&); // a number somebody could sign: m3 or better, and not ours alone

} // namespace vera
