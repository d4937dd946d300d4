#pragma once
// Red Flags: what is missing, guessed or dangerous in a deal, found by rules over its facts. A rule is a C++
// predicate with a stable id; everything else about it is data (config/red_flags.toml). One gap raises one
// flag, the most specific. What was never asked is no flag. Same facts, same flags, in the same order.
// Sources: framework.txt, domain 8, product 5.
#include "core/deal.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vera {

enum class Severity { medium, high, critical };

struct Urgency { // what a rule sets differently for some people; none: as for everybody
    std::optional<Severity> severity;
    std::optional<int> rank;
};

struct FlagRule {
    std::string id;
    bool on = true;
    bool in_tender = true; // false: silent in a pure tender
    Severity severity = Severity::medium;
    int rank = 0; // lower comes first
    // For the person with the last word, a Technical Buyer, a high and a low degree. Of several that fit, the
    // highest severity and the lowest rank count.
    Urgency economic, technical, high, low;
    std::map<std::string, int, std::less<>> limits; // "days" -> 90; which a rule has: flag_rules.cpp
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
    // The field that would close it. Of a person: "contact", "result", "whose", "win", "evidence", "lose",
    // "plan", "degree", "mode", "rating", "coach", and of a Coach test the leg that is missing, "trusts", "heard"
    // or "wants". Of the deal: "objective", "date_of", "competition", "people", "own_win", "way_out", "lose",
    // "coach", and for RF-ROLE-NONE the role nobody fills, "user" or "technical"; empty: the list of people.
    std::string about;
    Standing standing = Standing::open;
    bool operator==(const RedFlag&) const = default;
};

const std::vector<std::string>& flag_ids();  // every rule the program has, in its own order
const std::vector<std::string>& flag_keys(); // every sentence they need: ids, with "-about" where that differs
std::string flag_key(const RedFlag&);        // "RF-ROLE-NONE-user", "RF-WIN-NONE"

// Ranked, all of them; none unless the deal is open, said yes, or its hold is over. The people of a call come
// first, then by rank, weight (core/flags/weight.hpp), the order of the rules and of the people; what was snoozed or
// accepted comes last. `today` is the owner's: some rules are about age.
std::vector<RedFlag> red_flags(const Deal&, const FlagRules&, Day today, const std::vector<PersonId>& attendees = {});
std::size_t open_flags(const std::vector<RedFlag>&);

// A risk is accepted until its flag was gone once; a snooze ends by itself. To be called when a fact changed:
// drops the choices whose flag is not there any more, so that the same gap, coming back, is a flag again.
void drop_settled_choices(Deal&, const FlagRules&, Day today);

inline constexpr std::size_t flags_shown = 3;

} // namespace vera
