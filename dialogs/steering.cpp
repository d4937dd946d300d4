#include "dialogs/steering.hpp"

#include "dialogs/answers.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"
#include "dialogs/views/views.hpp"

namespace vera {
namespace {

void keep_for_later(Desk&);
void say_answer_so_far(Desk&, StepKind); // of the person in focus, for "back"

} // namespace

void greet(Desk& desk) {
    if (first_time(desk, "greeting.first")) {
        say(desk, "greeting.first");
        if (desk.library.company_chat) say(desk, "greeting.company", {}, LineStyle::context);
        say(desk, "greeting.first_hint");
        return;
    }
    if (session(desk).pending && deal_in_focus(desk)) {
        say(desk, "greeting.back");
        say(desk, "greeting.resume", {}, LineStyle::context);
        return ask_pending_again(desk);
    }
    say(desk, "greeting.back");
    say(desk, "greeting.back_hint");
}

void unknown(Desk& desk) {
    if (pending_step(desk)) return answer_without_value(desk, Asked::does_not_know);
    say(desk, "stop.go_on_nothing");
}

void does_not_apply(Desk& desk) {
    if (pending_step(desk)) return answer_without_value(desk, Asked::not_applicable);
    say(desk, "stop.go_on_nothing");
}

void decline(Desk& desk) {
    if (pending_step(desk)) return answer_without_value(desk, Asked::declined);
    say(desk, "stop.go_on_nothing");
}

void skip(Desk& desk) {
    if (session(desk).demo > 0) return next_screen(desk);
    const ScriptStep* step = pending_step(desk);
    if (!step) return say(desk, "stop.go_on_nothing");
    const bool list = step->kind == StepKind::people || step->kind == StepKind::confirm;
    if (list || shape_of(step->kind).script == "aside") return answer_without_value(desk, Asked::does_not_know);
    session(desk).skipped.insert(session(desk).pending->person.text() + "/" + step->id);
    session(desk).pending.reset();
    say(desk, "skip.done");
    advance(desk);
}

void back(Desk& desk) {
    auto& trail = session(desk).trail;
    if (trail.empty()) {
        say(desk, "back.none");
        resume(desk);
        return;
    }
    const Step step = trail.back();
    trail.pop_back();
    const auto script = desk.library.scripts.find(step.script);
    const ScriptStep* known = script == desk.library.scripts.end() ? nullptr : find_step(script->second, step.step);
    const Deal* deal = find_deal(desk.plan.next, step.deal);
    const Influence* person = deal ? find_person(*deal, step.person) : nullptr;
    if (!known || !deal || (step.person && !person) || !applies(known->kind, *deal, person)) return back(desk);
    keep_for_later(desk);
    focus(desk, step.deal, step.person);
    say_answer_so_far(desk, known->kind);
    ask(desk, script->second, *known, true);
}

// After "back": the answer stays as it is. Asked about an answer: it is kept.
void keep(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (step && step->kind == StepKind::check) return choose_on_check(desk, "keep");
    if (step && has_field(step->kind) && !is_open(step->kind, *deal_in_focus(desk), person_in_focus(desk)))
        session(desk).pending.reset();
    if (session(desk).pending) return ask_pending_again(desk);
    advance(desk);
}

void why(Desk& desk) {
    const Script* script = pending_script(desk);
    const ScriptStep* step = pending_step(desk);
    if (!step) return say(desk, "word.red_flag");
    say(desk, wording_key(*script, *step, "why"));
    ask_pending_again(desk);
}

void help(Desk& desk) {
    say(desk, "help.heading", {}, LineStyle::heading);
    for (const auto* key :
         {"help.deal", "help.people", "help.answers", "help.more", "help.method", "help.test", "help.itself",
          "help.status", "help.prep", "help.note", "help.states", "help.words", "help.settings"})
        say(desk, key, {}, LineStyle::item);
    resume(desk);
}

void stop(Desk& desk) {
    session(desk).demo = 0;
    session(desk).paused = true;
    say(desk, session(desk).pending ? "stop.saved" : "stop.nothing");
}

void go_on(Desk& desk) {
    session(desk).paused = false;
    if (session(desk).pending) {
        say(desk, "stop.go_on", {}, LineStyle::heading);
        return ask_pending_again(desk);
    }
    session(desk).skipped.clear();
    if (!deal_in_focus(desk)) return say(desk, "stop.go_on_nothing");
    say(desk, "stop.go_on", {}, LineStyle::heading);
    advance(desk);
}

void people(Desk& desk) {
    if (!deal_in_focus(desk)) return say(desk, "deal.none");
    const ScriptStep* step = pending_step(desk);
    if (!step || shape_of(step->kind).script != "deal") park_pending(desk);
    if (!list_open(desk)) open_list(desk);
    session(desk).person = {};
    ask_step(desk, session(desk).drafts.empty() ? StepKind::people : StepKind::confirm);
}

// Insisting does not make a guess a fact; it is said once more, and the talk goes on.
void insist(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (step && step->kind == StepKind::evidence) return answer_text(desk, "guess");
    if (person_in_focus(desk)) say_guess(desk, *person_in_focus(desk), "person.evidence.insist");
    if (session(desk).pending) ask_pending_again(desk);
}

void privacy(Desk& desk) {
    say(desk, "privacy.text");
    say(desk, "privacy.text_more");
    if (desk.library.company_chat) say(desk, "greeting.company");
    resume(desk);
}

void where_are_we(Desk& desk) {
    show_status(desk);
    resume(desk);
}

void deals(Desk& desk) {
    show_all_deals(desk);
    resume(desk);
}

namespace {

// The open question comes again after the one that "back" goes to.
void keep_for_later(Desk& desk) {
    auto& open = session(desk).pending;
    if (!open) return;
    const ScriptStep* step = pending_step(desk);
    const Deal* deal = find_deal(desk.plan.next, open->deal);
    const bool wanted = step && deal && has_field(step->kind) &&
                        (!field_of(step->kind).asked || is_open(step->kind, *deal, find_person(*deal, open->person)));
    if (open->held)
        park_pending(desk);
    else if (wanted)
        queue_next(desk, step->kind, open->person);
    session(desk).pending.reset();
}

void say_answer_so_far(Desk& desk, StepKind kind) {
    const auto so_far = field_of(kind).so_far;
    const std::string text = so_far ? so_far(*deal_in_focus(desk), person_in_focus(desk)) : "";
    const std::string shown = is_private(kind) ? in_chat(desk, text) : text;
    say(desk, text.empty() ? "back.to_empty" : "back.to", {{"text", brief(shown, limits::fact_text)}});
}

} // namespace
} // namespace vera
