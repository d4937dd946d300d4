#include "core/flags/red_flags.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

void vague(Result& result) { result.measure = {}; }

} // namespace

TEST_CASE("each gap raises its flag, and only that", "[flags]") {
    const FlagCase rows[] = {
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
    CHECK(flags_after([](Deal& deal) { deal.people[ingrid].ours = true; }) == Lines{"RF-E-NONE"});
}

TEST_CASE("the deal itself has gaps", "[flags]") {
    const FlagCase cases[] = {
        {"the list is older than a change over there",
         [](Deal& d) {
             d.changes = told(true);
             d.changes.source.at = from_ms(2'000);
             d.people_confirmed_at = from_ms(1'000);
         },
         {"RF-REORG people"}},
        {"the list was confirmed since",
         [](Deal& d) {
             d.changes = told(true);
             d.changes.source.at = from_ms(1'000);
             d.people_confirmed_at = from_ms(2'000);
         },
         {}},
        {"nothing changed over there", [](Deal& d) { d.changes = told(false); }, {}},
        {"the date has passed",
         [](Deal& d) {
             d.objective.by = add_days(flag_day, -1);
             d.objective.date_of = told(Whose::ours);
         },
         {"RF-DATE objective"}},
        {"the date is today", [](Deal& d) { d.objective.by = flag_day; }, {}},
        {"the date is ours", [](Deal& d) { d.objective.date_of = told(Whose::ours); }, {"RF-DATE date_of"}},
        {"nobody knows whose the date is",
         [](Deal& d) { d.objective.date_of.asked = Asked::does_not_know; },
         {"RF-DATE date_of"}},
        {"the date is theirs", [](Deal& d) { d.objective.date_of = told(Whose::theirs); }, {}},
        {"nobody knows what happens instead",
         [](Deal& d) { d.competition.asked = Asked::does_not_know; },
         {"RF-COMP-ZERO competition"}},
        {"doing nothing is an answer", [](Deal& d) { d.competition = told(Rival::nothing); }, {}},
        {"a promise nobody owns", [](Deal& d) { d.own.risks = {SelfRisk::unowned_promise}; }, {"RF-SELF way_out"}},
        {"nobody can say what makes it good for us",
         [](Deal& d) { d.own.asked = Asked::does_not_know; },
         {"RF-SELF-NONE own_win"}},
        {"all are for it, and one was not asked what he could lose",
         [](Deal& d) {
             for (Influence& person : d.people) {
                 person.rating = told(3);
                 person.lose = {};
             }
         },
         {"RF-EUPHORIA lose"}},
        {"all are for it, and not everyone was asked what they could lose",
         [](Deal& d) {
             for (Influence& person : d.people) {
                 person.rating = told(4);
                 person.lose.agreed = true;
             }
             d.people[kwame].lose = {};
         },
         {"RF-EUPHORIA lose"}},
        {"all are for it, and each Lose has an agreed plan",
         [](Deal& d) {
             for (Influence& person : d.people) {
                 person.rating = told(3);
                 person.lose.agreed = true;
             }
         },
         {}},
        {"one is not for it",
         [](Deal& d) {
             for (Influence& person : d.people) {
                 person.rating = told(3);
                 person.lose = {};
             }
             d.people[kwame].rating = told(2);
         },
         {}},
    };
    for (const auto& [what, change, flags] : cases) {
        INFO(what);
        CHECK(flags_after(change) == flags);
    }
}

} // namespace vera
