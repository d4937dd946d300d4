#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

Day days_ago(int days) { return add_days(flag_day, -days); }
Time time_ago(int days) { return to_time({days_ago(days), {}}, Zone{}); }

void test_lose(Lose& lose, int ago) {
    lose = {};
    lose.asked = Asked::answered;
    for (const LoseKind kind : lose_kinds) lose.tested[kind] = Probe::no;
    lose.tested_with = "Somebody";
    lose.tested_at = time_ago(ago);
}

void confirm_lose(Deal& deal) { deal.people[kwame].lose.confirmed = true; }

void hear_from(Win& win, const Influence& coach) {
    win.evidence[0].kind = EvidenceKind::heard;
    win.evidence[0].who = coach.name;
    win.evidence[0].teller = coach.person;
}

void pass(CoachTest& test) { test.trusts = test.heard = test.wants = told(true); }

void check_all(const std::vector<FlagCase>& cases) {
    for (const auto& [what, change, flags] : cases) {
        INFO(what);
        CHECK(flags_after(change) == flags);
    }
}

} // namespace

TEST_CASE("Results and Wins hang together", "[flags]") {
    check_all({
        {"the number is ours",
         [](Deal& d) { d.people[devrim].result.whose = told(Whose::ours); },
         {"RF-RES-OURS Devrim whose"}},
        {"a joint number is theirs too", [](Deal& d) { d.people[devrim].result.whose = told(Whose::joint); }, {}},
        {"ours and without a base: whose comes first",
         [](Deal& d) {
             d.people[devrim].result.whose = told(Whose::ours);
             d.people[devrim].result.measure.from.reset();
         },
         {"RF-RES-OURS Devrim whose"}},
        {"ours and no number, no Win yet: there is nothing that could be theirs",
         [](Deal& d) {
             d.people[devrim].result.whose = told(Whose::ours);
             d.people[devrim].result.measure = {};
             d.people[devrim].win = {};
         },
         {"RF-RES-SOFT Devrim result"}},
        {"ours and a direction only, no Win yet",
         [](Deal& d) {
             d.people[devrim].result.whose = told(Whose::ours);
             d.people[devrim].result.measure = {};
             d.people[devrim].result.measure.direction = true;
             d.people[devrim].win = {};
         },
         {"RF-RES-SOFT Devrim result"}},
        {"a direction is no number for a Win",
         [](Deal& d) {
             d.people[devrim].result.measure = {};
             d.people[devrim].result.measure.direction = true;
         },
         {"RF-WIN-NO-RESULT Devrim result"}},
        {"a Result, and what we took for the Win was wrong",
         [](Deal& d) { d.people[devrim].win.refuted = true; },
         {"RF-RES-NO-WIN Devrim win"}},
        {"a Result, and nothing in it for him",
         [](Deal& d) { d.people[devrim].win.asked = Asked::not_applicable; },
         {"RF-RES-NO-WIN Devrim win"}},
        {"a refuted Win without a solid Result is just no Win",
         [](Deal& d) {
             d.people[devrim].win.refuted = true;
             d.people[devrim].result.asked = Asked::not_yet;
         },
         {"RF-WIN-NONE Devrim win"}},
    });
}

TEST_CASE("a Lose is tested, planned for and agreed", "[flags]") {
    check_all({
        {"confirmed and planned, not agreed", confirm_lose, {"RF-LOSE-PLAN Kwame plan"}},
        {"confirmed and agreed",
         [](Deal& d) {
             confirm_lose(d);
             d.people[kwame].lose.agreed = true;
         },
         {}},
        {"confirmed, no plan",
         [](Deal& d) {
             confirm_lose(d);
             d.people[kwame].lose.mitigation.clear();
         },
         {"RF-LOSE-OPEN Kwame lose"}},
        {"none found yesterday", [](Deal& d) { test_lose(d.people[kwame].lose, 1); }, {}},
        {"none found, 90 days ago", [](Deal& d) { test_lose(d.people[kwame].lose, 90); }, {}},
        {"none found, longer ago",
         [](Deal& d) { test_lose(d.people[kwame].lose, 91); },
         {"RF-LOSE-UNTESTED Kwame lose"}},
        {"none found on a day nobody wrote down",
         [](Deal& d) {
             test_lose(d.people[kwame].lose, 1);
             d.people[kwame].lose.tested_at = {};
         },
         {}},
        {"none found, and the scope changed since",
         [](Deal& d) {
             test_lose(d.people[kwame].lose, 5);
             d.objective.scope_changed = time_ago(4);
         },
         {"RF-LOSE-UNTESTED Kwame lose"}},
        {"none found, nobody asked who would know",
         [](Deal& d) {
             test_lose(d.people[kwame].lose, 1);
             d.people[kwame].lose.tested_with.clear();
         },
         {"RF-LOSE-UNTESTED Kwame lose"}},
    });
    Deal deal = known_deal();
    deal.people[kwame].lose.suspected = deal.people[devrim].lose.suspected = false;
    const auto flags = red_flags(deal, shipped_rules(), flag_day);
    REQUIRE(flags.size() == 2);
    CHECK(flags[0] == RedFlag{"RF-LOSE-UNTESTED", PersonId{"p-Kwame"}, Severity::high, "lose"});
    CHECK(flags[1] == RedFlag{"RF-LOSE-UNTESTED", PersonId{"p-Devrim"}, Severity::medium, "lose"});
}

TEST_CASE("a Coach is who passes three of three", "[flags]") {
    check_all({
        {"a Coach nobody tested, whose word nothing hangs on", [](Deal& d) { pass(d.people[petra].coach_test); }, {}},
        {"she is not heard",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[petra].coach_test.heard = told(false);
         },
         {"RF-COACH Petra heard"}},
        {"nobody knows whether she wants us, and the rest was not asked",
         [](Deal& d) { d.people[petra].coach_test.wants = not_known<bool>(); },
         {"RF-COACH Petra wants"}},
        {"two legs missing is nobody",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[petra].coach_test.heard = d.people[petra].coach_test.trusts = told(false);
         },
         {"RF-COACH"}},
        {"another one is enough",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[petra].coach_test.heard = told(false);
             d.people[devrim].roles.insert(Role::coach);
         },
         {}},
        {"a Lose was tested with her, and nothing shows how far she goes",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             test_lose(d.people[kwame].lose, 3);
             d.people[kwame].lose.tested_with = "petra";
         },
         {"RF-COACH-UNTESTED Petra coach"}},
        {"the same of our own house",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[petra].ours = true;
             test_lose(d.people[kwame].lose, 3);
             d.people[kwame].lose.tested_with = "petra";
         },
         {"RF-COACH-UNTESTED Petra coach"}},
        {"a Win hangs on her word",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             hear_from(d.people[devrim].win, d.people[petra]);
         },
         {"RF-WIN-HYP Devrim evidence", "RF-COACH-UNTESTED Petra coach"}},
        {"a Win she knows of and he said himself",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[devrim].win.evidence.push_back(d.people[devrim].win.evidence[0]);
             hear_from(d.people[devrim].win, d.people[petra]);
         },
         {}},
        {"she was tested",
         [](Deal& d) {
             pass(d.people[petra].coach_test);
             d.people[petra].coach_test.tested = days_ago(20);
             d.people[petra].coach_test.proof = "brought us to Ingrid";
             hear_from(d.people[devrim].win, d.people[petra]);
             weigh_coaches(d);
         },
         {}},
    });
}

} // namespace vera
