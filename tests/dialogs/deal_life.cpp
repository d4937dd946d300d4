// What a deal's state, its list of people and its flags mean for the turns after them.
#include "core/flags/red_flags.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace vera;

namespace {

using namespace std::chrono_literals;

// A talk with a next step that is due on the day of the talk.
struct Reminded {
    Talk talk;
    Due due;

    Reminded() {
        first_questions(talk);
        Deal& deal = talk.state.deals[0];
        Action step;
        step.id = ActionId{"a1"};
        step.text = "Call her";
        step.due = today();
        deal.people[0].actions.push_back(step);
        due = {"reminder", "a1", deal.head.id, deal.people[0].person, step.id};
    }
    Day today() const { return day_of(talk.now, talk.state.user.zone); }
};

Deal& deal_of(Talk& talk) { return talk.state.deals.at(0); }

std::vector<RedFlag> flags_of(Talk& talk) {
    return red_flags(deal_of(talk), library().flag_rules, day_of(talk.now, talk.state.user.zone));
}

bool has_flag(Talk& talk, std::string_view id) {
    return std::ranges::any_of(flags_of(talk), [&](const RedFlag& flag) { return flag.id == id; });
}

} // namespace

TEST_CASE("a deal that said yes is still reminded of", "[turn]") {
    Reminded of;
    of.talk.say("verbal yes");
    CHECK_THAT(of.talk.take(of.due), ContainsSubstring("Call her"));
}

TEST_CASE("a deal on hold sends no reminder before the hold is over, and then it does", "[turn]") {
    Reminded of;
    of.talk.say("hold until 3 December");
    CHECK(of.talk.take(of.due).empty());
    REQUIRE(of.talk.plan.jobs.size() == 1);
    const Job job = of.talk.plan.jobs[0];
    CHECK(job.kind == "reminder");
    CHECK(job.occurrence == "a1");
    CHECK(day_of(job.due, of.talk.state.user.zone) == parse_iso_day("2026-12-03"));
    of.talk.now = job.due;
    CHECK_THAT(of.talk.take(of.due), ContainsSubstring("Call her"));
}

TEST_CASE("a yes after a hold, or a deal opened again, plans the reminders of the hold anew", "[turn]") {
    for (const auto* line : {"verbal yes", "reopen"}) {
        Reminded of;
        of.talk.say("hold until 3 December");
        of.talk.say(line);
        CAPTURE(line);
        REQUIRE(of.talk.plan.jobs.size() == 1);
        CHECK(day_of(of.talk.plan.jobs[0].due, of.talk.state.user.zone) == parse_iso_day("2026-11-25"));
    }
}

TEST_CASE("a closed deal plans no reminder, by no button and no change of zone", "[turn]") {
    Reminded of;
    of.talk.take(of.due);
    const Choice tomorrow = of.talk.button("Next working day");
    of.talk.say("won Nordkai");
    CHECK_THAT(of.talk.take(Chose{tomorrow, "Next working day"}), ContainsSubstring("closed already"));
    CHECK(of.talk.plan.jobs.empty());
    of.talk.take(Due{"replan", "", of.due.deal, {}, {}});
    CHECK(of.talk.plan.jobs.empty());
    CHECK(of.talk.take(of.due).empty());
}

TEST_CASE("what was decided about a flag goes when a fact closes the flag, and stays as long as it is there",
          "[turn]") {
    Talk talk;
    first_questions(talk);
    REQUIRE_FALSE(flags_of(talk).empty());
    const RedFlag open = flags_of(talk)[0];
    talk.say("accept 1: a small deal");
    REQUIRE(deal_of(talk).choices.size() == 1);
    deal_of(talk).choices.push_back(
        {"RF-WIN-NONE", deal_of(talk).people[0].person, FlagDecision::accepted, "", {}, 0, {}});
    talk.say("strength: the only yard with a night shift");
    REQUIRE(deal_of(talk).choices.size() == 1);
    CHECK(deal_of(talk).choices[0].flag == open.id);
}

TEST_CASE("a list found right answers that people moved over there", "[turn]") {
    Talk talk;
    first_questions(talk);
    CHECK(deal_of(talk).people_confirmed_at == talk.now);
    talk.now += 1h;
    talk.say("changes");
    talk.say("yes, a new boss since October");
    CHECK(has_flag(talk, "RF-REORG"));
    talk.now += 1h;
    talk.say("people");
    talk.say("looks right");
    CHECK(deal_of(talk).people_confirmed_at == talk.now);
    CHECK_FALSE(has_flag(talk, "RF-REORG"));
}

TEST_CASE("who becomes a Coach by the list weighs as one, and who stops being one does not", "[turn]") {
    Talk talk;
    first_questions(talk);
    Influence &ingrid = deal_of(talk).people[0], &petra = deal_of(talk).people[1];
    const Day today = day_of(talk.now, talk.state.user.zone);
    petra.coach_test.trusts = petra.coach_test.heard = petra.coach_test.wants = {Asked::answered, true, {}, {}};
    petra.coach_test.proof = "introduced us";
    petra.coach_test.tested = today;
    petra.roles = {Role::user};
    ingrid.win.asked = Asked::answered;
    ingrid.win.evidence.push_back({EvidenceKind::heard, "Petra", petra.person, false, today, {}, {}});
    talk.say("people");
    talk.say("2 is with us");
    talk.say("looks right");
    CHECK(deal_of(talk).people[0].win.evidence[0].from_coach);
    deal_of(talk).people[1].roles = {Role::user};
    talk.say("people");
    talk.say("looks right");
    CHECK_FALSE(deal_of(talk).people[0].win.evidence[0].from_coach);
}
