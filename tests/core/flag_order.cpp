#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace vera {
namespace {

constexpr Day today = flag_day;

} // namespace

TEST_CASE("flags come in the order of what can still be done", "[flags]") {
    const Lines all = flags_after([](Deal& deal) {
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
    CHECK(all == Lines{
                     "RF-LOSE-OPEN Kwame lose", "RF-LOSE-OPEN Petra lose", "RF-WIN-NONE Ingrid win",
                     "RF-UNCONTACTED Ingrid contact", "RF-RES-SOFT Ingrid result", "RF-WIN-HYP Devrim evidence",
                     "RF-WIN-HYP Kwame evidence", "RF-WIN-HYP Petra evidence", "RF-UNCONTACTED Devrim contact",
                     "RF-UNCONTACTED Kwame contact", "RF-UNCONTACTED Petra contact", "RF-RES-SOFT Devrim result",
                     "RF-RES-SOFT Kwame result", "RF-LOSE-UNTESTED Devrim lose", "RF-OLD-WAY",
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

TEST_CASE("the people of a call come first", "[flags]") {
    const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    for (const std::size_t i : {ingrid, devrim, kwame}) {
        deal.people[i].win = {};
        deal.people[i].win.asked = Asked::does_not_know;
    }
    CHECK(flag_lines(red_flags(deal, rules, today, {deal.people[kwame].person})) ==
          Lines{"RF-WIN-NONE Kwame win", "RF-WIN-NONE Ingrid win", "RF-WIN-NONE Devrim win"});
    deal.objective.date_of = told(Whose::ours); // not of a person: after those who come
    CHECK(flag_lines(red_flags(deal, rules, today, {deal.people[kwame].person, deal.people[devrim].person})) ==
          Lines{"RF-WIN-NONE Devrim win", "RF-WIN-NONE Kwame win", "RF-WIN-NONE Ingrid win", "RF-DATE date_of"});
}

TEST_CASE("of the rest, whoever weighs more comes first", "[flags]") {
    CHECK(flags_after([](Deal& deal) {
              for (const std::size_t i : {devrim, kwame, petra}) {
                  deal.people[i].win = {};
                  deal.people[i].win.asked = Asked::does_not_know;
              }
              deal.people[devrim].degree = told(Degree::low);
              deal.people[petra].degree = told(Degree::high);
          }) == Lines{"RF-WIN-NONE Petra win", "RF-WIN-NONE Kwame win", "RF-WIN-NONE Devrim win"});
}

TEST_CASE("of several that fit a person, the highest severity and the lowest rank count", "[flags]") {
    FlagRules rules = shipped_rules();
    for (FlagRule& rule : rules.rules) {
        if (rule.id != "RF-LOSE-OPEN") continue;
        rule.severity = Severity::critical;
        rule.technical = {Severity::medium, 900};
        rule.low = {Severity::high, 1};
    }
    Deal deal = known_deal();
    deal.people[kwame].lose.mitigation.clear();
    deal.people[devrim].win.evidence.clear();
    auto flags = red_flags(deal, rules, today);
    CHECK(flag_lines(flags) == Lines{"RF-WIN-HYP Devrim evidence", "RF-LOSE-OPEN Kwame lose"});
    CHECK(flags.back().severity == Severity::medium);
    deal.people[kwame].degree = told(Degree::low);
    flags = red_flags(deal, rules, today);
    CHECK(flags.front().id == "RF-LOSE-OPEN");
    CHECK(flags.front().severity == Severity::high);
}

TEST_CASE("what was accepted or snoozed comes last, and a snooze ends by itself", "[flags]") {
    const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    deal.people[kwame].lose.mitigation.clear();
    deal.people[ingrid].win.evidence.clear();
    deal.people[devrim].win.evidence.clear();
    FlagChoice choice;
    choice.flag = "RF-LOSE-OPEN";
    choice.person = deal.people[kwame].person;
    choice.decision = FlagDecision::snoozed;
    choice.until = add_days(today, 1);
    deal.choices = {choice};
    auto flags = red_flags(deal, rules, today);
    CHECK(flag_lines(flags) ==
          Lines{"RF-WIN-HYP Ingrid evidence", "RF-WIN-HYP Devrim evidence", "RF-LOSE-OPEN Kwame lose"});
    CHECK(flags.back().standing == Standing::snoozed);
    CHECK(open_flags(flags) == 2);
    flags = red_flags(deal, rules, *choice.until);
    CHECK(flags.front().id == "RF-LOSE-OPEN");
    CHECK(flags.front().standing == Standing::open);
    deal.choices[0].decision = FlagDecision::accepted;
    deal.choices[0].until.reset();
    CHECK(red_flags(deal, rules, today).back().standing == Standing::accepted);
}

TEST_CASE("an accepted risk stands until its flag was gone once", "[flags]") {
    const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    deal.people[kwame].lose.mitigation.clear();
    FlagChoice choice;
    choice.flag = "RF-LOSE-OPEN";
    choice.person = deal.people[kwame].person;
    deal.choices = {choice};
    drop_settled_choices(deal, rules, today);
    CHECK(deal.choices.size() == 1);
    deal.head.state = DealState::on_hold; // nothing is raised, but nothing is settled either
    drop_settled_choices(deal, rules, today);
    CHECK(deal.choices.size() == 1);
    deal.head.state = DealState::open;
    deal.people[kwame].lose.mitigation = "owns the rules";
    drop_settled_choices(deal, rules, today);
    CHECK(deal.choices.empty());
    deal.people[kwame].lose.mitigation.clear();
    CHECK(red_flags(deal, rules, today).front().standing == Standing::open);
}

TEST_CASE("only a deal that runs has flags", "[flags]") {
    const auto in_state = [](DealState state, std::optional<Day> until) {
        return flags_after([&](Deal& deal) {
                   deal.people[kwame].lose.mitigation.clear();
                   deal.head.state = state;
                   deal.hold_until = until;
               })
            .size();
    };
    CHECK(in_state(DealState::open, {}) == 1);
    CHECK(in_state(DealState::verbal_yes, {}) == 1);
    CHECK(in_state(DealState::won, {}) == 0);
    CHECK(in_state(DealState::lost, {}) == 0);
    CHECK(in_state(DealState::dropped, {}) == 0);
    CHECK(in_state(DealState::on_hold, {}) == 0);
    CHECK(in_state(DealState::on_hold, add_days(today, 1)) == 0);
    CHECK(in_state(DealState::on_hold, today) == 1);
}

} // namespace vera
