#include "core/progress.hpp"
#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace vera {
namespace {

constexpr Day today = flag_day;

template <class T> Told<T> told_or_not(Asked asked, T value) {
    Told<T> made;
    made.asked = asked;
    if (asked == Asked::answered) made.value = value;
    return made;
}

void vague(Result& result) { result.measure = {}; }

// A deal out of a number: every combination of a few states for every person.
Deal deal_number(unsigned seed) {
    const auto pick = [&](unsigned choices) {
        seed = seed * 1'664'525u + 1'013'904'223u;
        return (seed >> 16) % choices;
    };
    const Asked asked[] = {Asked::not_yet, Asked::does_not_know, Asked::not_applicable, Asked::declined,
                           Asked::answered};
    Deal deal = known_deal();
    deal.people_confirmed = pick(4) != 0;
    for (Influence& person : deal.people) {
        person.contact.asked = asked[pick(5)];
        person.contact.spoken = pick(2) == 0;
        person.result.asked = asked[pick(5)];
        if (pick(2) == 0) vague(person.result);
        person.win.asked = asked[pick(5)];
        person.win.evidence_asked = asked[pick(5)];
        if (pick(2) == 0) person.win.evidence.clear();
        person.lose.asked = asked[pick(5)];
        person.lose.suspected = pick(2) == 0;
        if (pick(2) == 0) person.lose.mitigation.clear();
        if (!person.win.evidence.empty()) person.win.evidence[0].when = add_days(today, -static_cast<int>(pick(200)));
        if (pick(9) == 0) person.roles.insert(Role::economic);
        if (pick(5) == 0) person.roles.clear();
        if (pick(5) == 0) person.ours = true;
        person.owns_old_way = pick(3) == 0;
        person.lose.confirmed = pick(2) == 0;
        person.lose.agreed = pick(2) == 0;
        person.win.refuted = pick(5) == 0;
        person.result.whose = told_or_not(asked[pick(5)], static_cast<Whose>(pick(3)));
        person.degree = told_or_not(asked[pick(5)], static_cast<Degree>(pick(3)));
        person.mode = told_or_not(asked[pick(5)], static_cast<Mode>(pick(4)));
        person.rating = told_or_not(asked[pick(5)], static_cast<int>(pick(11)) - 5);
        person.in_job = told_or_not(asked[pick(5)], add_days(today, -static_cast<int>(pick(400))));
        if (pick(2) == 0) person.contact.last = add_days(today, -static_cast<int>(pick(200)));
        for (auto* leg : {&person.coach_test.trusts, &person.coach_test.heard, &person.coach_test.wants})
            *leg = told_or_not(asked[pick(5)], pick(3) != 0);
        if (pick(3) == 0) person.lose.tested_with = "Petra";
    }
    deal.competition = told_or_not(asked[pick(5)], Rival::nothing);
    deal.changes = told_or_not(asked[pick(5)], pick(2) == 0);
    deal.tender = told_or_not(asked[pick(5)], pick(4) == 0);
    deal.own.asked = asked[pick(5)];
    if (pick(3) == 0) deal.own.risks = {SelfRisk::discount};
    deal.objective.date_of = told_or_not(asked[pick(5)], static_cast<Whose>(pick(3)));
    if (pick(2) == 0) deal.objective.by = add_days(today, static_cast<int>(pick(20)) - 10);
    return deal;
}

} // namespace

TEST_CASE("the same facts raise the same flags, in whatever order they are looked at", "[flags]") {
    FlagRules rules = shipped_rules();
    int rank = 0;
    for (FlagRule& rule : rules.rules) { // no ties between rules
        rule.rank = ++rank;
        rule.economic = rule.technical = rule.high = rule.low = {};
    }
    FlagRules turned = rules;
    std::reverse(turned.rules.begin(), turned.rules.end());
    const auto by_name = [](const RedFlag& a, const RedFlag& b) {
        return std::tie(a.id, a.person, a.about) < std::tie(b.id, b.person, b.about);
    };
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        Deal deal = deal_number(seed);
        auto flags = red_flags(deal, rules, today);
        REQUIRE(red_flags(deal, rules, today) == flags);
        REQUIRE(red_flags(deal, turned, today) == flags);
        std::reverse(deal.people.begin(), deal.people.end());
        auto reversed = red_flags(deal, rules, today);
        std::sort(flags.begin(), flags.end(), by_name);
        std::sort(reversed.begin(), reversed.end(), by_name);
        REQUIRE(reversed == flags);
        REQUIRE(std::adjacent_find(flags.begin(), flags.end()) == flags.end());
    }
}

TEST_CASE("one gap raises one flag", "[flags]") {
    const FlagRules rules = shipped_rules();
    const std::pair<std::string, std::string> never_together[] = {
        {"RF-WIN-NONE", "RF-WIN-HYP"},
        {"RF-WIN-NONE", "RF-RES-NO-WIN"},
        {"RF-RES-NONE", "RF-RES-SOFT"},
        {"RF-RES-NONE", "RF-WIN-NO-RESULT"},
        {"RF-RES-NONE", "RF-RES-OURS"},
        {"RF-RES-OURS", "RF-RES-SOFT"},
        {"RF-WIN-NO-RESULT", "RF-RES-SOFT"},
        {"RF-E-NONE", "RF-E-TWO"},
        {"RF-LOSE-OPEN", "RF-LOSE-UNTESTED"},
        {"RF-LOSE-OPEN", "RF-LOSE-PLAN"},
        {"RF-UNCONTACTED", "RF-NEW-contact"},
        {"RF-UNCONTACTED", "RF-STALE-contact"},
        {"RF-NEW-contact", "RF-STALE-contact"},
        {"RF-NEW-evidence", "RF-STALE-evidence"},
        {"RF-STALE-contact", "RF-STALE-evidence"},
        {"RF-RATE-SHAKY-mode", "RF-RATE-SHAKY-contact"},
        {"RF-RATE-SHAKY-contact", "RF-RATE-SHAKY-rating"},
        {"RF-MODE-EK", "RF-RATE-SHAKY-mode"},
        {"RF-RATE-NEG", "RF-DEGREE"},
        {"RF-DATE-objective", "RF-DATE-date_of"},
        {"RF-COACH", "RF-COACH-heard"},
    };
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        const auto flags = red_flags(deal_number(seed), rules, today);
        for (const RedFlag& flag : flags) {
            for (const auto& [one, other] : never_together) {
                const bool both =
                    flag_key(flag) == one && std::any_of(flags.begin(), flags.end(), [&](const RedFlag& f) {
                        return flag_key(f) == other && f.person == flag.person;
                    });
                REQUIRE_FALSE(both);
            }
        }
    }
}

TEST_CASE("every gap the rules know is raised by some deal", "[flags]") {
    const FlagRules rules = shipped_rules();
    std::set<std::string> seen;
    for (unsigned seed = 0; seed < 3'000; ++seed)
        for (const RedFlag& flag : red_flags(deal_number(seed), rules, today)) seen.insert(flag_key(flag));
    for (const auto& key : flag_keys()) {
        INFO(key);
        CHECK((seen.contains(key) || key == "RF-COACH-UNTESTED" || key == "RF-EUPHORIA"));
    }
}

TEST_CASE("a pure tender has no flag about a Win or a Lose", "[flags]") {
    const FlagRules rules = shipped_rules();
    for (unsigned seed = 0; seed < 1'000; ++seed) {
        Deal deal = deal_number(seed);
        deal.tender = told(true);
        for (const RedFlag& flag : red_flags(deal, rules, today)) {
            INFO(flag.id);
            REQUIRE_FALSE((flag.id.starts_with("RF-WIN") || flag.id.starts_with("RF-LOSE") ||
                           flag.id == "RF-RES-NO-WIN" || flag.id == "RF-EUPHORIA"));
        }
    }
}

// Product 4: a Result without a personal Win and a Win without a solid Result are both flags.
TEST_CASE("a Result without a Win, and a Win without a solid Result, are flags", "[flags]") {
    const FlagRules rules = shipped_rules();
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        Deal deal = deal_number(seed);
        deal.tender = {};
        const auto flags = red_flags(deal, rules, today);
        const auto has = [&](const Influence& person, const Lines& abouts) {
            return std::any_of(flags.begin(), flags.end(), [&](const RedFlag& flag) {
                return flag.person == person.person &&
                       std::find(abouts.begin(), abouts.end(), flag.about) != abouts.end();
            });
        };
        for (const Influence& person : deal.people) {
            if (person.ours) continue;
            const Asked win = person.win.asked, result = person.result.asked;
            const bool no_win = win == Asked::does_not_know || win == Asked::not_applicable;
            if (is_solid(person.result) && no_win) REQUIRE(has(person, {"win"}));
            const bool no_result = result == Asked::does_not_know || result == Asked::answered;
            if (win == Asked::answered && no_result && !is_solid(person.result))
                REQUIRE(has(person, {"result", "whose"}));
        }
    }
}

TEST_CASE("a box that is ticked has no flag that says otherwise", "[flags][progress]") {
    const FlagRules rules = shipped_rules();
    const std::map<MethodStep, std::set<std::string>> against = {
        {MethodStep::told_apart,
         {"RF-RES-NONE", "RF-RES-OURS", "RF-WIN-NO-RESULT", "RF-WIN-NONE"}}, // soft is stricter for the last word
        {MethodStep::statement, {"RF-WIN-NONE", "RF-WIN-HYP", "RF-RES-NO-WIN"}},
        {MethodStep::lose, {"RF-LOSE-OPEN"}},
    };
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        const Deal deal = deal_number(seed);
        for (const RedFlag& flag : red_flags(deal, rules, today)) {
            const Influence* person = find_person(deal, flag.person);
            if (!person) continue;
            for (const auto& [step, ids] : against) {
                INFO(flag.id);
                if (ids.contains(flag.id)) REQUIRE(box_of(deal, *person, step).ticked != Ticked::done);
            }
        }
    }
}

} // namespace vera
