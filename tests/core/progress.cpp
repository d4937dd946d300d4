#include "core/progress.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

using enum Ticked;
using PersonChange = std::function<void(Influence&)>;

void write_statement(Influence& person) {
    person.statements.push_back({Private<std::string>{"Ingrid gets it down to 14 hours and leads the room."},
                                 person.result.measure,
                                 person.win.text,
                                 {}});
}

void check_step(MethodStep step, const char* what, Box box, const PersonChange& change) {
    INFO(what);
    Deal deal = known_deal();
    change(deal.people[ingrid]);
    CHECK(box_of(deal, deal.people[ingrid], step) == box);
}

} // namespace

TEST_CASE("step 1: a Result and a Win, told apart", "[progress]") {
    const auto is = [](const char* what, Box box, const PersonChange& change) {
        check_step(MethodStep::told_apart, what, box, change);
    };
    is("both are known", {done, ""}, [](Influence&) {});
    is("a guessed Win is told", {done, ""}, [](Influence& p) { p.win.evidence.clear(); });
    is("nothing asked", {not_asked, "result"}, [](Influence& p) { p = {}; });
    is("the Result is soft", {open, "result"}, [](Influence& p) { p.result.measure.from.reset(); });
    is("the number is ours", {open, "result"}, [](Influence& p) { p.result.whose = told(Whose::ours); });
    is("the Win is not known", {open, "win"}, [](Influence& p) { p.win.asked = Asked::does_not_know; });
    is("the Win was wrong", {open, "win"}, [](Influence& p) { p.win.refuted = true; });
    is("the Win does not apply", {done, ""}, [](Influence& p) { p.win.asked = Asked::not_applicable; });
    is("neither applies", {not_applicable, ""},
       [](Influence& p) { p.win.asked = p.result.asked = Asked::not_applicable; });
}

TEST_CASE("step 2: a statement on what is known", "[progress]") {
    const auto is = [](const char* what, Box box, const PersonChange& change) {
        check_step(MethodStep::statement, what, box, change);
    };
    is("written", {done, ""}, write_statement);
    is("could be written", {open, "statement"}, [](Influence&) {});
    is("waits for the Result", {not_asked, "result"}, [](Influence& p) { p.result.measure.from.reset(); });
    is("waits for evidence", {not_asked, "evidence"}, [](Influence& p) { p.win.evidence.clear(); });
    is("waits for the Win", {not_asked, "win"}, [](Influence& p) { p.win = {}; });
    is("written, and the Result moved", {open, "statement"}, [](Influence& p) {
        write_statement(p);
        p.result.measure.to = 20;
    });
    is("written, and its Win is a guess", {open, "evidence"}, [](Influence& p) {
        write_statement(p);
        p.win.evidence.clear();
    });
    is("written, and its Win was wrong", {open, "win"}, [](Influence& p) {
        write_statement(p);
        p.win.refuted = true;
    });
}

TEST_CASE("step 3: what they could lose", "[progress]") {
    const auto is = [](const char* what, Box box, const PersonChange& change) {
        check_step(MethodStep::lose, what, box, change);
    };
    is("a plan", {done, ""}, [](Influence&) {});
    is("no plan", {open, "plan"}, [](Influence& p) { p.lose.mitigation.clear(); });
    is("agreed", {done, ""}, [](Influence& p) { p.lose.agreed = true; });
    is("not asked", {not_asked, "lose"}, [](Influence& p) { p.lose = {}; });
    is("nobody knows", {open, "lose"}, [](Influence& p) { p.lose.asked = Asked::does_not_know; });
    is("\"nothing I know of\"", {open, "lose"}, [](Influence& p) { p.lose.suspected = false; });
    is("does not apply", {not_applicable, ""}, [](Influence& p) { p.lose.asked = Asked::not_applicable; });
    Deal deal = known_deal();
    Lose& lose = deal.people[ingrid].lose;
    lose.suspected = false;
    lose.tested_with = "Petra";
    lose.tested_at = from_ms(2'000);
    for (const LoseKind kind : lose_kinds) lose.tested[kind] = Probe::no;
    CHECK(box_of(deal, deal.people[ingrid], MethodStep::lose) == Box{done, ""});
    deal.objective.scope_changed = from_ms(3'000);
    CHECK(box_of(deal, deal.people[ingrid], MethodStep::lose) == Box{open, "lose"});
}

TEST_CASE("step 4: how to say it", "[progress]") {
    const auto is = [](const char* what, Box box, const PersonChange& change) {
        check_step(MethodStep::positioning, what, box, change);
    };
    const auto hook = [](Influence& p) {
        p.positioning.hook_asked = Asked::answered;
        p.positioning.hook = Private<std::string>{"no ship waits at night"};
    };
    is("not asked", {not_asked, "hook"}, [](Influence&) {});
    is("no hook known", {open, "hook"}, [](Influence& p) { p.positioning.hook_asked = Asked::does_not_know; });
    is("a hook, no line", {open, "line"}, hook);
    is("both", {done, ""}, [&](Influence& p) {
        hook(p);
        p.positioning.lines.push_back({Private<std::string>{"You said no ship should wait."}, {}});
    });
    is("a line without a hook", {open, "hook"}, [](Influence& p) {
        p.positioning.lines.push_back({Private<std::string>{"You said no ship should wait."}, {}});
    });
}

TEST_CASE("the checklist counts people, ours left out", "[progress]") {
    Deal deal = known_deal();
    write_statement(deal.people[ingrid]);
    deal.people[kwame].win.asked = Asked::not_applicable;
    deal.people.push_back(known_person("Helen", {Role::coach}));
    deal.people.back().ours = true;
    Progress all = progress(deal);
    CHECK(all.sheet == open);
    CHECK(all.people.size() == 4);
    CHECK(count(all, MethodStep::told_apart) == StepCount{4, 4});
    CHECK(count(all, MethodStep::statement) == StepCount{1, 3});
    deal.objective.product = "yard planning";
    CHECK(progress(deal).sheet == done);
}

TEST_CASE("in a pure tender only the Result counts", "[progress]") {
    Deal deal = known_deal();
    deal.tender = told(true);
    deal.people[ingrid].win = {};
    const Progress all = progress(deal);
    CHECK(count(all, MethodStep::told_apart) == StepCount{4, 4});
    CHECK(count(all, MethodStep::lose) == StepCount{0, 0});
}

} // namespace vera
