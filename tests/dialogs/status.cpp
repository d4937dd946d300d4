#include "dialogs/views/status.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string status_of(const Deal& deal) { return shown(deal, show_deal); }

template <class T> Told<T> told(T value, const char* words = "") {
    return {Asked::answered, value, Private<std::string>(words), {}};
}

} // namespace

TEST_CASE("status begins with what the deal is about", "[status]") {
    const std::string text = status_of(sample_deal());
    CHECK_THAT(text,
               ContainsSubstring("About: yard planning, terminal North, EUR 180,000, by 31 March 2027 (our date)\n"));
    CHECK_THAT(text, ContainsSubstring("If not us: they do it themselves, \"they stay with YardBook\"\n"));
    CHECK_THAT(text, ContainsSubstring("Good for us: a reference in the north\n"));
}

TEST_CASE("what was never asked takes no line in status", "[status]") {
    Deal deal = sample_deal();
    deal.objective = {};
    deal.competition = {};
    deal.own = {};
    deal.strengths.clear();
    const std::string text = status_of(deal);
    for (const char* absent : {"About:", "If not us", "Good for us", "We walk away", "Strengths", "Changes", "hold"})
        CHECK(text.find(absent) == std::string::npos);
    CHECK_THAT(text, ContainsSubstring("1 could lose\n1. Ingrid Aas"));
}

TEST_CASE("status says the state, the changes over there and where we walk away", "[status]") {
    Deal deal = sample_deal();
    deal.head.state = DealState::on_hold;
    deal.hold_until = parse_iso_day("2027-01-11");
    deal.changes = told(true, "new owners since October");
    deal.own.walk_away_asked = Asked::answered;
    deal.own.walk_away = Private<std::string>("below 150k");
    const std::string text = status_of(deal);
    CHECK_THAT(text, ContainsSubstring("On hold until Mon 11 Jan\n"));
    CHECK_THAT(text, ContainsSubstring("Changes over there: \"new owners since October\"\n"));
    CHECK_THAT(text, ContainsSubstring("We walk away: below 150k\n"));
    deal.head.state = DealState::verbal_yes;
    CHECK_THAT(status_of(deal), ContainsSubstring("They said yes, not signed\n"));
}

TEST_CASE("how a person stands is said in words, and the rating as the seller gave it", "[status]") {
    Deal deal = sample_deal();
    Influence& ingrid = person_called(deal, "Ingrid");
    ingrid.degree = told(Degree::high);
    ingrid.rating = told(2);
    CHECK_THAT(status_of(deal), ContainsSubstring("Carries a lot of weight, has a fire, +2\n"));
    ingrid.rating = told(-3);
    CHECK_THAT(status_of(deal), ContainsSubstring("has a fire, -3\n"));
}

TEST_CASE("a Coach is called one only once tested", "[status]") {
    Deal deal = sample_deal();
    CoachTest& test = person_called(deal, "Petra").coach_test;
    test.trusts = test.heard = test.wants = told(true);
    CHECK_THAT(status_of(deal), ContainsSubstring("Coach, not proven\n"));
    test.proof = "sent the org chart";
    test.tested = sample_today;
    CHECK_THAT(status_of(deal), ContainsSubstring("Tested Coach\n"));
}

TEST_CASE("a Lose is said with how far it got", "[status]") {
    Deal deal = sample_deal();
    Lose& lose = person_called(deal, "Devrim").lose;
    CHECK_THAT(status_of(deal), ContainsSubstring("Could lose: their say in it. Plan: he owns the rule set"));
    lose.confirmed = true;
    CHECK_THAT(status_of(deal), ContainsSubstring("Could lose, confirmed: their say in it. Plan: "));
    lose.agreed = true;
    CHECK_THAT(status_of(deal), ContainsSubstring("They agreed to the plan: he owns the rule set"));
    lose = {};
    lose.asked = Asked::answered;
    for (const LoseKind kind : lose_kinds) lose.tested[kind] = Probe::no;
    lose.tested_with = "Petra";
    CHECK_THAT(status_of(deal), ContainsSubstring("Could lose: all five asked, none found, with Petra\n"));
    deal.objective.scope_changed = Time{std::chrono::milliseconds{1}};
    CHECK_THAT(status_of(deal), ContainsSubstring("none found with Petra, to be asked again\n"));
}

TEST_CASE("status says that a statement is there, and when it is older than the facts", "[status]") {
    Deal deal = sample_deal();
    Influence& tomasz = person_called(deal, "Tomasz");
    tomasz.statements = {
        {Private<std::string>("1.9 to 1.5, and the shift ends"), tomasz.result.measure, tomasz.win.text, {}}};
    CHECK_THAT(status_of(deal), ContainsSubstring("Statement and how to say it: written\n"));
    tomasz.win.text = Private<std::string>("lead the new yard");
    CHECK_THAT(status_of(deal), ContainsSubstring("Statement: written before the Result or the Win changed\n"));
}

TEST_CASE("next steps of the whole deal stand among the others", "[status]") {
    Deal deal = sample_deal();
    Action step;
    step.text = "ask who signed last time";
    step.due = add_days(sample_today, 1);
    deal.actions = {step};
    CHECK_THAT(status_of(deal),
               ContainsSubstring("Next\n  Nordkai Terminals: ask who signed last time (due tomorrow)\n"));
}

TEST_CASE("a flag that was accepted or put off is not among the three of status", "[status]") {
    const Library library = *read_library(compiled_in_files());
    for (const FlagDecision decision : {FlagDecision::accepted, FlagDecision::snoozed}) {
        Deal deal = sample_deal();
        for (const RedFlag& flag : red_flags(deal, library.flag_rules, sample_today))
            deal.choices.push_back({flag.id, flag.person, decision, "", parse_iso_day("2026-11-27"), 1, {}});
        REQUIRE_FALSE(deal.choices.empty());
        CHECK_THAT(status_of(deal), ContainsSubstring(library.wording.say("status.no_flags", {})));
    }
}

TEST_CASE("how long somebody has been in the job is shown in the seller's words when no day can be read", "[status]") {
    Deal deal = sample_deal();
    Influence& ingrid = person_called(deal, "Ingrid");
    ingrid.in_job = {Asked::answered, std::nullopt, Private<std::string>("ages"), {}};
    CHECK_THAT(status_of(deal), ContainsSubstring("in the job: ages"));
}
