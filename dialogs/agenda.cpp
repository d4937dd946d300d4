// Questions that wait their turn: those asked for by name, and those put aside for another.
#include "dialogs/fields/field.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"

#include <algorithm>
#include <utility>

namespace vera {
namespace {

void add_to_agenda(Desk&, const Script&, const ScriptStep&, const PersonId&);
bool still_wanted(const Desk&); // the open question

} // namespace

void queue_step(Desk& desk, StepKind kind, const PersonId& person) {
    const Script& script = script_of(desk, kind);
    add_to_agenda(desk, script, *std::ranges::find(script.steps, kind, &ScriptStep::kind), person);
}

void queue_next(Desk& desk, StepKind kind, const PersonId& person) {
    queue_step(desk, kind, person);
    auto& agenda = session(desk).agenda;
    const Script& script = script_of(desk, kind);
    const auto& id = std::ranges::find(script.steps, kind, &ScriptStep::kind)->id;
    const auto wanted = std::ranges::find(agenda, Step{script.id, id, session(desk).deal, person});
    if (wanted != agenda.end()) std::rotate(agenda.begin(), wanted, wanted + 1);
}

void queue_open_steps(Desk& desk, const std::string& id, const PersonId& person) {
    const Deal& deal = *deal_in_focus(desk);
    const Influence* who = find_person(deal, person);
    const Script& script = desk.library.scripts.at(id);
    for (const ScriptStep& step : script.steps)
        if (was_never_asked(step.kind, deal, who)) add_to_agenda(desk, script, step, person);
}

// What was asked for by name comes first; afterwards the talk is where it was.
bool ask_from_agenda(Desk& desk) {
    auto& talk = session(desk);
    while (!talk.agenda.empty()) {
        const Step next = talk.agenda.front();
        talk.agenda.erase(talk.agenda.begin());
        const auto script = desk.library.scripts.find(next.script);
        const ScriptStep* step = script == desk.library.scripts.end() ? nullptr : find_step(script->second, next.step);
        const Deal* deal = find_deal(desk.plan.next, next.deal);
        const Influence* person = deal ? find_person(*deal, next.person) : nullptr;
        if (!step || !deal || (!next.person.empty() && !person) || !applies(step->kind, *deal, person)) continue;
        focus(desk, next.deal, next.person);
        ask(desk, script->second, *step);
        return true;
    }
    if (!talk.after_agenda.empty()) talk.person = std::exchange(talk.after_agenda, PersonId{});
    return false;
}

void park_pending(Desk& desk) {
    auto& parked = session(desk).parked;
    if (!session(desk).pending) return;
    const ScriptStep* step = pending_step(desk);
    const bool offer = step && shape_of(step->kind).script == "aside" && step->kind != StepKind::check;
    if (offer) return session(desk).pending.reset(); // a tag for a note is an offer, and comes once
    parked.push_back(std::move(*session(desk).pending));
    session(desk).pending.reset();
    if (parked.size() > max_parked) parked.erase(parked.begin());
}

// A parked question whose answer came meanwhile, or whose person is gone, is not asked any more.
bool unpark(Desk& desk) {
    auto& parked = session(desk).parked;
    while (!parked.empty()) {
        session(desk).pending = std::move(parked.back());
        parked.pop_back();
        if (still_wanted(desk)) {
            const DealId deal = session(desk).pending->deal;
            const bool moved = deal != session(desk).deal;
            if (moved) store_list(desk);
            focus(desk, deal, session(desk).pending->person);
            if (pending_step(desk)->kind == StepKind::confirm && !list_open(desk)) open_list(desk);
            if (moved) say(desk, "stop.go_on", {}, LineStyle::heading);
            ask_pending_again(desk);
            return true;
        }
        session(desk).pending.reset();
    }
    return false;
}

namespace {

void add_to_agenda(Desk& desk, const Script& script, const ScriptStep& step, const PersonId& person) {
    auto& talk = session(desk);
    const Step wanted{script.id, step.id, talk.deal, person};
    if (talk.agenda.size() >= limits::agenda || std::ranges::find(talk.agenda, wanted) != talk.agenda.end()) return;
    if (talk.agenda.empty()) talk.after_agenda = talk.person;
    talk.agenda.push_back(wanted);
}

bool still_wanted(const Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (!step) return false;
    const Pending& pending = *session(desk).pending;
    const Deal& deal = *find_deal(desk.plan.next, pending.deal);
    if (step->kind == StepKind::check) return true;
    if (!has_field(step->kind)) return !deal.people_confirmed || session(desk).list_of == pending.deal;
    const Influence* person = find_person(deal, pending.person);
    const bool asked_by_name = !field_of(step->kind).asked;
    return asked_by_name ? applies(step->kind, deal, person) : is_open(step->kind, deal, person);
}

} // namespace
} // namespace vera
