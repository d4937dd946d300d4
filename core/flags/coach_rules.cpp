#include "core/flags/flag_table.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace vera {
namespace {

bool misses_trust(const Looked&);
bool misses_hearing(const Looked&);
bool misses_wish(const Looked&);
bool word_is_untested(const Looked&);

constexpr std::array of_person{
    Check{"RF-COACH", "trusts", misses_trust},
    Check{"RF-COACH", "heard", misses_hearing},
    Check{"RF-COACH", "wants", misses_wish},
    Check{"RF-COACH-UNTESTED", "coach", word_is_untested},
};

int failed_legs(const CoachTest&);
const Influence* best_candidate(const Deal&);
bool misses(const Looked&, Told<bool> CoachTest::*leg);
bool hangs_on(const Influence& person, const Influence& coach);

} // namespace

std::span<const Check> coach_checks() { return of_person; }

bool nobody_is_with_us(const Looked& at) {
    const Influence* best = best_candidate(at.deal);
    return at.deal.people_confirmed && (!best || failed_legs(best->coach_test) > 1);
}

namespace {

bool misses_trust(const Looked& at) { return misses(at, &CoachTest::trusts); }

bool misses_hearing(const Looked& at) { return misses(at, &CoachTest::heard); }

bool misses_wish(const Looked& at) { return misses(at, &CoachTest::wants); }

// Only of the one who comes closest, and only when one leg is all that is missing.
bool misses(const Looked& at, Told<bool> CoachTest::*leg) {
    const Told<bool>& told = at.person.coach_test.*leg;
    if (!at.deal.people_confirmed || told.asked == Asked::not_yet || told.is(true)) return false;
    const Influence* best = best_candidate(at.deal);
    return best && best->person == at.person.person && failed_legs(best->coach_test) == 1;
}

// Three of three, nothing that proves it, and somebody's Win or Lose is known from them alone.
bool word_is_untested(const Looked& at) {
    const Influence& coach = at.person;
    if (!coach.roles.contains(Role::coach) || standing(coach.coach_test, at.today) != CoachStanding::probable)
        return false;
    const auto& people = at.deal.people;
    return std::any_of(people.begin(), people.end(), [&](const Influence& person) {
        return !person.ours && person.person != coach.person && hangs_on(person, coach);
    });
}

bool hangs_on(const Influence& person, const Influence& coach) {
    const auto told_by_coach = [&](const Evidence& e) {
        return e.kind == EvidenceKind::heard && e.teller == coach.person;
    };
    const auto& evidence = person.win.evidence;
    if (status(person.win) == WinStatus::guess && std::any_of(evidence.begin(), evidence.end(), told_by_coach))
        return true;
    const std::string with = fold(person.lose.tested_with);
    return !with.empty() && (with == fold(shown_name(coach)) || with == fold(first_name(coach)));
}

// Of those who are called a Coach, somebody of our own house too. A leg nobody was asked about has not failed.
const Influence* best_candidate(const Deal& deal) {
    const Influence* best = nullptr;
    const auto order = [](const Influence& p) { return std::tuple{failed_legs(p.coach_test), p.person}; };
    for (const Influence& person : deal.people)
        if (person.roles.contains(Role::coach) && (!best || order(person) < order(*best))) best = &person;
    return best;
}

int failed_legs(const CoachTest& test) {
    int failed = 0;
    for (const Told<bool>* leg : {&test.trusts, &test.heard, &test.wants})
        failed += leg->asked != Asked::not_yet && !leg->is(true);
    return failed;
}

} // namespace
} // namespace vera
