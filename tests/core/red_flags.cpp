#include "core/red_flags.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <functional>

namespace vera {
namespace {

constexpr Day today{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};

using Ids = std::vector<std::string>;
using Change = std::function<void(Deal&)>;

// "RF-WIN-NONE Ingrid win"
Ids flags_after(const Change& change) {
    static const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    change(deal);
    Ids found;
    for (const RedFlag& flag : red_flags(deal, rules, today)) {
        std::string line = flag.id;
        if (!flag.person.empty()) line += " " + flag.person.text().substr(2);
        if (!flag.about.empty()) line += " " + flag.about;
        found.push_back(line);
    }
    return found;
}

constexpr std::size_t ingrid = 0, devrim = 1, kwame = 2, petra = 3;

struct Row {
    const char* what;
    Change change;
    Ids flags;
};

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
        if (pick(5) == 0) person.roles.clear();
        if (pick(5) == 0) person.ours = true;
        person.owns_old_way = pick(3) == 0;
    }
    return deal;
}

} // namespace

TEST_CASE("each gap raises its flag, and only that", "[flags]") {
    const Row rows[] = {
        {"nothing is missing", [](Deal&) {}, {}},
        {"nobody has the last word", [](Deal& d) { d.people[ingrid].roles = {Role::user}; }, {"RF-E-NONE"}},
        {"two have the last word", [](Deal& d) { d.people[kwame].roles.insert(Role::economic); }, {"RF-E-TWO"}},
        {"nobody is with us", [](Deal& d) { d.people[petra].roles = {Role::user}; }, {"RF-COACH"}},
        {"nobody works with it", [](Deal& d) { d.people[devrim].roles = {Role::coach}; }, {"RF-ROLE-NONE user"}},
        {"nobody can stop it", [](Deal& d) { d.people[kwame].roles = {Role::user}; }, {"RF-ROLE-NONE technical"}},
        {"nobody runs the old way", [](Deal& d) { d.people[devrim].owns_old_way = false; }, {"RF-OLD-WAY"}},
        {"a person without a place",
         [](Deal& d) { d.people.push_back(known_person("Ola", {})); },
         {"RF-ROLE-OPEN Ola"}},
        {"nobody has spoken with her",
         [](Deal& d) { d.people[ingrid].contact.spoken = false; },
         {"RF-UNCONTACTED Ingrid contact"}},
        {"the Result is not known",
         [](Deal& d) {
             d.people[devrim].result = {.asked = Asked::does_not_know, .text = {}, .measure = {}, .source = {}};
         },
         {"RF-RES-NONE Devrim result"}},
        {"the Result has no base",
         [](Deal& d) { d.people[devrim].result.measure.from.reset(); },
         {"RF-RES-SOFT Devrim result"}},
        {"the last word's Result needs a date",
         [](Deal& d) { d.people[ingrid].result.measure.by.reset(); },
         {"RF-RES-SOFT Ingrid result"}},
        {"another one's Result needs none", [](Deal& d) { d.people[devrim].result.measure.by.reset(); }, {}},
        {"the Win is not known",
         [](Deal& d) {
             d.people[ingrid].win = {};
             d.people[ingrid].win.asked = Asked::does_not_know;
         },
         {"RF-WIN-NONE Ingrid win"}},
        {"the Win is a guess", [](Deal& d) { d.people[ingrid].win.evidence.clear(); }, {"RF-WIN-HYP Ingrid evidence"}},
        {"a Win without a number", [](Deal& d) { vague(d.people[devrim].result); }, {"RF-WIN-NO-RESULT Devrim result"}},
        {"no number and no Win yet",
         [](Deal& d) {
             vague(d.people[devrim].result);
             d.people[devrim].win = {};
         },
         {"RF-RES-SOFT Devrim result"}},
        {"nobody knows what he could lose",
         [](Deal& d) {
             d.people[kwame].lose = {};
             d.people[kwame].lose.asked = Asked::does_not_know;
         },
         {"RF-LOSE-UNTESTED Kwame lose"}},
        {"\"nothing to lose\" is no test",
         [](Deal& d) { d.people[kwame].lose.suspected = false; },
         {"RF-LOSE-UNTESTED Kwame lose"}},
        {"a Lose without a plan",
         [](Deal& d) { d.people[kwame].lose.mitigation.clear(); },
         {"RF-LOSE-OPEN Kwame lose"}},
    };
    for (const auto& [what, change, flags] : rows) {
        INFO(what);
        CHECK(flags_after(change) == flags);
    }
}

TEST_CASE("what was never asked is no flag", "[flags]") {
    CHECK(flags_after([](Deal& deal) {
              deal.people_confirmed = false;
              for (Influence& person : deal.people) {
                  Influence fresh;
                  fresh.person = person.person;
                  person = fresh;
              }
          }).empty());
    // A Win that was told, before anybody asked how that is known.
    CHECK(flags_after([](Deal& deal) {
              deal.people[ingrid].win.evidence.clear();
              deal.people[ingrid].win.evidence_asked = Asked::not_yet;
          }).empty());
    CHECK(flags_after([](Deal& deal) { deal.people[ingrid].win.asked = Asked::declined; }).empty());
    CHECK(flags_after([](Deal& deal) { deal.people[ingrid].lose.asked = Asked::not_applicable; }).empty());
}

TEST_CASE("our own people raise no flags and fill no place of theirs", "[flags]") {
    CHECK(flags_after([](Deal& deal) {
              Influence adviser = known_person("Helen", {Role::coach});
              adviser.ours = true;
              adviser.contact.spoken = false;
              adviser.win.evidence.clear();
              deal.people.push_back(adviser);
          }).empty());
    CHECK(flags_after([](Deal& deal) { deal.people[petra].ours = true; }).empty()); // a Coach of our own house is one
    CHECK(flags_after([](Deal& deal) { deal.people[ingrid].ours = true; }) == Ids{"RF-E-NONE"});
}

TEST_CASE("flags come in the order of what can still be done", "[flags]") {
    const Ids all = flags_after([](Deal& deal) {
        for (Influence& person : deal.people) {
            person.contact.spoken = false;
            person.win.evidence.clear();
            person.result.measure.from.reset();
        }
        deal.people[ingrid].win = {};
        deal.people[ingrid].win.asked = Asked::does_not_know;
        deal.people[devrim].lose.suspected = false;
        deal.people[kwame].lose.mitigation.clear();
        deal.people[petra].lose.mitigation.clear();
        deal.people[devrim].owns_old_way = false;
    });
    CHECK(all == Ids{
                     "RF-LOSE-OPEN Kwame lose", "RF-LOSE-OPEN Petra lose", "RF-WIN-NONE Ingrid win",
                     "RF-RES-SOFT Ingrid result", "RF-RES-SOFT Devrim result", "RF-RES-SOFT Kwame result",
                     "RF-UNCONTACTED Ingrid contact", "RF-UNCONTACTED Devrim contact", "RF-UNCONTACTED Kwame contact",
                     "RF-UNCONTACTED Petra contact", "RF-WIN-HYP Devrim evidence", "RF-WIN-HYP Kwame evidence",
                     "RF-WIN-HYP Petra evidence", "RF-LOSE-UNTESTED Devrim lose", "RF-OLD-WAY",
                     "RF-RES-SOFT Petra result", // she is only Coach
                 });
}

TEST_CASE("the person with the last word weighs more", "[flags]") {
    const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    for (const std::size_t i : {ingrid, devrim}) {
        deal.people[i].win = {};
        deal.people[i].win.asked = Asked::does_not_know;
    }
    const auto flags = red_flags(deal, rules, today);
    REQUIRE(flags.size() == 2);
    CHECK(flags[0] == RedFlag{"RF-WIN-NONE", PersonId{"p-Ingrid"}, Severity::high, "win"});
    CHECK(flags[1] == RedFlag{"RF-WIN-NONE", PersonId{"p-Devrim"}, Severity::medium, "win"});
}

TEST_CASE("a rule that is switched off neither speaks nor swallows", "[flags]") {
    FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    deal.people[devrim].result.asked = Asked::does_not_know;
    for (FlagRule& rule : rules.rules) rule.on = rule.id != "RF-RES-NONE";
    const auto flags = red_flags(deal, rules, today);
    REQUIRE(flags.size() == 1);
    CHECK(flags[0].id == "RF-WIN-NO-RESULT");
    CHECK(red_flags(deal, FlagRules{}, today).empty());
}

TEST_CASE("the same facts raise the same flags, in whatever order they are looked at", "[flags]") {
    FlagRules rules = shipped_rules();
    int rank = 0;
    for (FlagRule& rule : rules.rules) rule.rank = rule.rank_economic = ++rank; // no ties between rules
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
    const std::pair<const char*, const char*> never_together[] = {
        {"RF-WIN-NONE", "RF-WIN-HYP"}, {"RF-RES-NONE", "RF-RES-SOFT"},       {"RF-RES-NONE", "RF-WIN-NO-RESULT"},
        {"RF-E-NONE", "RF-E-TWO"},     {"RF-LOSE-OPEN", "RF-LOSE-UNTESTED"}, {"RF-WIN-NO-RESULT", "RF-RES-SOFT"},
    };
    for (unsigned seed = 0; seed < 3'000; ++seed) {
        const auto flags = red_flags(deal_number(seed), rules, today);
        for (const RedFlag& flag : flags) {
            for (const auto& [one, other] : never_together) {
                const bool both = flag.id == one && std::any_of(flags.begin(), flags.end(), [&](const RedFlag& f) {
                                      return f.id == other && f.person == flag.person;
                                  });
                REQUIRE_FALSE(both);
            }
        }
    }
}

} // namespace vera
