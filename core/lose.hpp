#pragma once
// A Lose: the person gets the Result and still loses something they care about (framework.txt, step 3).
// "None found" is a finding of a test, never a first answer.
#include "core/evidence.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace vera {

enum class LoseKind { authority, budget, job, vendor, standing }; // the framework's five, in its order
inline constexpr std::array lose_kinds = {LoseKind::authority, LoseKind::budget, LoseKind::job, LoseKind::vendor,
                                          LoseKind::standing};

enum class Probe { no, plausible, no_idea }; // what the seller found when asking about one kind

struct Lose {
    Asked asked = Asked::not_yet;
    bool suspected = false; // false with `answered`: the seller says there is none, which is not yet a test
    bool confirmed = false; // the person said it, or a tested Coach
    std::set<LoseKind> kinds;
    Private<std::string> text;
    std::string mitigation; // what they could keep; empty: no plan
    bool agreed = false;    // they said yes to the plan
    std::map<LoseKind, Probe> tested;
    Time tested_at{};        // when the five were gone through last
    std::string tested_with; // who told us; empty: nobody, so it is no test yet
    int tests = 0;           // how often it was gone through
    Source source;
    bool operator==(const Lose&) const = default;
};

enum class LoseStatus {
    not_asked,
    unknown,    // asked, the seller does not know
    untested,   // "nothing I know of"
    none_found, // all five asked about, somebody named who would know
    suspected,
    confirmed,
    resolved, // a plan, and they agreed to it
};
LoseStatus status(const Lose&);
bool has_plan(const Lose&);

} // namespace vera
