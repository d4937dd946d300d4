#include "dialogs/requests.hpp"

#include "core/reading/measure.hpp"
#include "core/text.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/fields/offers.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/persons.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/fit.hpp"

#include <algorithm>
#include <utility>

namespace vera {
namespace {

enum class Turned { yes, asked_which, nobody, no_deal };
Turned turn_to(Desk&, std::string_view who);
void begin(Desk&);
void take_up_again(Desk&);
void queue_second_pass(Desk&, const Influence&);
bool queue_win_or_evidence(Desk&, const Influence&); // false: both were asked
void queue_about_deal(Desk&);
bool ask_about_deal(Desk&, StepKind);
bool may_be_answer(const Desk&, std::string_view rest); // "changes in the shift plan"
bool refused(Desk&, Turned);

} // namespace

bool more(Desk& desk, std::string_view who) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return refused(desk, Turned::no_deal);
    if (!who.empty() && !meant_person(desk, who))
        return refused(desk, say_which_of(desk, who) ? Turned::asked_which : Turned::nobody);
    begin(desk);
    if (who.empty()) {
        for (const PersonId& id : asking_order(*deal)) queue_second_pass(desk, *find_person(*deal, id));
        queue_about_deal(desk);
    } else {
        queue_second_pass(desk, *meant_person(desk, who));
    }
    const auto questions = session(desk).agenda.size();
    if (questions == 0) return say(desk, "more.nothing"), take_up_again(desk), true;
    say(desk, "more.begin", {{"n", std::to_string(questions)}});
    advance(desk);
    return true;
}

// Needs a number and a supported Win; with a guess the statement stays open (framework.txt, step 2). What is
// missing and was never asked is asked first, and the statement follows.
bool write_statement(Desk& desk, std::string_view who) {
    const Turned found = turn_to(desk, who);
    if (found != Turned::yes) return refused(desk, found);
    const Influence& person = *person_in_focus(desk);
    const bool solid = is_solid(person.result);
    const bool known = status(person.win) == WinStatus::supported;
    if (!solid) {
        say(desk, "statement.needs_result");
        queue_step(desk, person.result.whose.is(Whose::ours) ? StepKind::whose : StepKind::result, person.person);
    }
    if (solid && person.win.asked != Asked::answered) say(desk, "statement.needs_win");
    if (!known && !queue_win_or_evidence(desk, person) && solid) {
        say(desk, "statement.win_is_guess");
        if (const auto flag = top_flag_about(desk, person.person, {"win", "evidence"}))
            say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, *deal_in_focus(desk), *flag)}},
                LineStyle::context);
    }
    queue_step(desk, StepKind::statement, person.person);
    return advance(desk), true;
}

// With a guess a line would be a bet, so a question is offered instead (product 4).
bool how_to_say_it(Desk& desk, std::string_view who) {
    const Turned found = turn_to(desk, who);
    if (found != Turned::yes) return refused(desk, found);
    const Influence& person = *person_in_focus(desk);
    const bool told = person.win.asked == Asked::answered;
    if (status(person.win) != WinStatus::supported && !(told && queue_win_or_evidence(desk, person))) {
        say(desk, "statement.question_instead");
        say_text(desk, attitude_question(desk, person), LineStyle::quote);
    }
    if (person.positioning.hook_asked != Asked::answered) queue_step(desk, StepKind::hook, person.person);
    queue_step(desk, StepKind::line, person.person);
    return advance(desk), true;
}

bool test_lose(Desk& desk, std::string_view who) {
    const Turned found = turn_to(desk, who);
    if (found != Turned::yes) return refused(desk, found);
    queue_step(desk, StepKind::lose_test, person_in_focus(desk)->person);
    return advance(desk), true;
}

bool test_coach(Desk& desk, std::string_view who) {
    const Influence* coach = meant_person(desk, who);
    if (who.empty() && !(coach && coach->roles.contains(Role::coach)) && deal_in_focus(desk)) {
        const auto& people = deal_in_focus(desk)->people;
        const auto first =
            std::ranges::find_if(people, [](const Influence& p) { return p.roles.contains(Role::coach); });
        if (first != people.end()) return test_coach(desk, shown_name(*first));
    }
    const Turned found = turn_to(desk, who);
    if (found != Turned::yes) return refused(desk, found);
    for (const auto kind : {StepKind::trusts, StepKind::heard, StepKind::wants, StepKind::proof})
        queue_step(desk, kind, person_in_focus(desk)->person);
    return advance(desk), true;
}

bool ask_objective(Desk& desk, std::string_view text) {
    if (length(text) > limits::fact_text)
        return say(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}}), resume(desk), true;
    if (!ask_about_deal(desk, StepKind::objective)) return true;
    if (!text.empty()) { // said at once, so it need not be asked
        desk.lines.resize(*desk.question_at);
        answer_text(desk, text);
    }
    return true;
}

bool ask_own_win(Desk& desk, std::string_view rest) {
    if (may_be_answer(desk, rest)) return false;
    if (!deal_in_focus(desk)) return refused(desk, Turned::no_deal);
    begin(desk);
    for (const auto kind : {StepKind::own_win, StepKind::walk_away}) queue_step(desk, kind);
    return advance(desk), true;
}

bool ask_competition(Desk& desk, std::string_view rest) {
    return !may_be_answer(desk, rest) && (ask_about_deal(desk, StepKind::competition), true);
}

bool ask_changes(Desk& desk, std::string_view rest) {
    return !may_be_answer(desk, rest) && (ask_about_deal(desk, StepKind::changes), true);
}

bool check_fit(Desk& desk, std::string_view rest) {
    if (may_be_answer(desk, rest)) return false;
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return refused(desk, Turned::no_deal);
    show_fit(desk, *deal);
    begin(desk);
    ask_step(desk, StepKind::tender);
    return true;
}

void people_decide(Desk& desk) {
    Deal* deal = deal_in_focus(desk);
    if (!deal) return say(desk, "deal.none");
    if (const ScriptStep* step = pending_step(desk); step && step->kind == StepKind::tender)
        return answer_value(desk, "people");
    deal->tender = {Asked::answered, false, {}, source_now(desk)};
    record(desk, "tender.told");
    say(desk, "objective.tender.people");
    resume(desk);
}

bool keep_strength(Desk& desk, std::string_view text) {
    Deal* deal = deal_in_focus(desk);
    if (!deal) return refused(desk, Turned::no_deal);
    if (text.empty()) return say(desk, "strength.which"), resume(desk), true;
    if (length(text) > limits::fact_text)
        return say(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}}), resume(desk), true;
    if (deal->strengths.size() >= limits::strengths)
        return say(desk, "strength.full", {{"n", std::to_string(limits::strengths)}}), resume(desk), true;
    deal->strengths.push_back({std::string(text), source_now(desk)});
    record(desk, "strength.kept");
    say(desk, "strength.kept");
    say(desk, "strength.tests", {}, LineStyle::context);
    return resume(desk), true;
}

bool move_answer(Desk& desk, std::string_view who) {
    const Influence* person = meant_person(desk, who);
    if (!person && deal_in_focus(desk) && words(who).size() <= 4) {
        if (say_which_of(desk, who)) return true;
        return say(desk, "person.unknown_name", {{"text", capitalised(who)}}), resume(desk), true;
    }
    if (!person) return refused(desk, Turned::nobody);
    if (move_last(desk, person->person)) return true;
    return say(desk, "correction.nothing_to_move"), resume(desk), true;
}

const Influence* meant_person(const Desk& desk, std::string_view who) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return nullptr;
    if (who.empty()) return find_person(*deal, session(desk).person);
    std::string folded = fold(who);
    if (folded.starts_with("with ")) folded = folded.substr(5);
    const auto called = people_called(*deal, folded);
    return called.size() == 1 ? called.front() : nullptr;
}

namespace {

// Puts the open question aside, and the named person into focus.
Turned turn_to(Desk& desk, std::string_view who) {
    if (!deal_in_focus(desk)) return Turned::no_deal;
    const Influence* person = meant_person(desk, who);
    if (!person && say_which_of(desk, who)) return Turned::asked_which;
    if (!person || person->ours) return Turned::nobody;
    begin(desk);
    const PersonId id = person->person;
    session(desk).person = id;
    return Turned::yes;
}

void begin(Desk& desk) {
    park_pending(desk);
    session(desk).agenda.clear();
    session(desk).after_agenda = session(desk).person;
}

// Nothing is asked of what was wished for: the question before it comes back.
void take_up_again(Desk& desk) {
    session(desk).person = std::exchange(session(desk).after_agenda, PersonId{});
    unpark(desk);
}

// What was never asked of them, and what a Lose that stands still needs.
void queue_second_pass(Desk& desk, const Influence& person) {
    const PersonId& id = person.person;
    queue_open_steps(desk, "person", id);
    queue_open_steps(desk, "more", id);
    if (person.roles.contains(Role::coach)) queue_open_steps(desk, "coach", id);
    const LoseStatus lose = status(person.lose);
    if (lose == LoseStatus::untested || lose == LoseStatus::unknown) queue_step(desk, StepKind::lose_test, id);
    if (lose == LoseStatus::suspected) queue_step(desk, StepKind::lose_known, id);
    if ((lose == LoseStatus::suspected || lose == LoseStatus::confirmed) && !has_plan(person.lose))
        queue_step(desk, StepKind::plan, id);
    queue_step(desk, StepKind::agreed, id); // applies with a plan only
}

bool queue_win_or_evidence(Desk& desk, const Influence& person) {
    const bool told = person.win.asked == Asked::answered;
    if (told && person.win.evidence_asked != Asked::not_yet) return false;
    queue_step(desk, told ? StepKind::evidence : StepKind::win, person.person);
    return true;
}

void queue_about_deal(Desk& desk) { queue_open_steps(desk, "objective"); }

bool ask_about_deal(Desk& desk, StepKind kind) {
    if (!deal_in_focus(desk)) return refused(desk, Turned::no_deal), false;
    begin(desk);
    session(desk).person = {};
    ask_step_first(desk, kind);
    return true;
}

bool may_be_answer(const Desk& desk, std::string_view rest) { return !rest.empty() && session(desk).pending; }

// With a question open, words that name nobody may be its answer.
bool refused(Desk& desk, Turned found) {
    if (found == Turned::asked_which) return true;
    if (found == Turned::nobody && session(desk).pending) return false;
    say(desk, found == Turned::no_deal ? "deal.none" : "person.which");
    return true;
}

} // namespace
} // namespace vera
