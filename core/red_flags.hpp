#pragma once
// Red Flags: what is missing, guessed or dangerous in a deal, found by rules over its facts. A rule is a
// C++ predicate with a stable id; whether it is on, how severe it is and how it ranks is data
// (config/red_flags.toml). One gap raises one flag, the most specific. What was never asked is no flag.
// Same facts, same flags, in the same order. Sources: framework.txt, domain 8, product 5.
#include "core/deal.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera {

enum class Severity { medium, high, critical };

struct FlagRule {
    std::string id;
    bool on = true;
    Severity severity = Severity::medium;
    int rank = 0;                              // lower comes first; ties: the order of the people, then the file's
    int rank_economic = 0;                     // for the person with the last word
    std::optional<Severity> severity_economic; // the same; none: as severity
};
struct FlagRules {
    std::vector<FlagRule> rules;
};

// What the seller decided about an open flag; it stays in the list of all flags (product 5).
enum class Standing { open, snoozed, accepted };

struct RedFlag {
    std::string id;  // "RF-WIN-NONE"
    PersonId person; // empty: about the deal
    Severity severity = Severity::medium;
    // What would close it: "contact", "result", "win", "evidence" or "lose" of the person; for RF-ROLE-NONE
    // the role nobody fills, "user" or "technical"; else empty.
    std::string about;
    Standing standing = Standing::open;
    bool operator==(const RedFlag&) const = default;
};

const std::vector<std::string>& flag_ids(); // every rule the program has, in its own order
// Ranked, all of them. `today` is the owner's: some rules are about age.
std::vector<RedFlag> red_flags(const Deal&, const FlagRules&, Day today);

inline constexpr std::size_t flags_shown = 3;

} // namespace vera
