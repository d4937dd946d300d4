#pragma once
// Inside the rules: the tables of predicates, one file per idea, and what each of them may look at. Nobody
// else includes this.
#include "core/flags/red_flags.hpp"

#include <span>
#include <string_view>

namespace vera {

struct Looked { // what a predicate sees
    const Deal& deal;
    const Influence& person; // of a rule of the deal: nobody
    Day today;
    const FlagRule& rule;
};
int limit(const Looked&, std::string_view key); // MUST be one that flag_rules.cpp reads for it

struct Check {
    const char* id;
    const char* about;
    bool (*holds)(const Looked&);
};
std::span<const Check> deal_checks();    // deal_rules.cpp
std::span<const Check> coach_checks();   // coach_rules.cpp: of a person, our own house included
std::span<const Check> contact_checks(); // contact_rules.cpp: of a person over there, like those below
std::span<const Check> result_checks();  // result_rules.cpp
std::span<const Check> win_checks();     // win_rules.cpp
std::span<const Check> stance_checks();  // stance_rules.cpp

struct Raised {
    RedFlag flag;
    std::size_t rule = 0, person = 0; // places in their lists
};
void drop_swallowed(std::vector<Raised>&); // of one person, or of the deal

// flag_ranking.cpp
Severity severity_for(const FlagRule&, const Influence&, std::string_view about);
std::vector<RedFlag> ranked(const Deal&, const FlagRules&, Day today, const std::vector<PersonId>& attendees,
                            std::vector<Raised>);

// Facts that several rules look at.
bool is_buyer(const Influence&); // theirs, and more than a Coach
bool nobody_is_with_us(const Looked&);
bool is_older(Day than_that, const Looked&, std::string_view days); // than a limit of the rule

} // namespace vera
