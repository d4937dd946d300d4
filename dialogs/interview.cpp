#include "dialogs/interview.hpp"

#include "core/text.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/list.hpp"
#include "dialogs/status.hpp"

#include <algorithm>

namespace vera {
namespace {

struct NextStep {
    PersonId person; // empty: about the deal
    const Script* script;
    const ScriptStep* step;
};
bool still_wanted(const Desk&); // the open question
std::optional<NextStep> next_step(const Desk&, const Deal&);
const ScriptStep* open_step(const Desk&, const Influence&);
void say_done(Desk&, const Deal&);
void say_heading(Desk&, const Deal&, const PersonId& before);
void say_below_question(Desk&, const Script&, const ScriptStep&);
void say_gap_and_suggestion(Desk&);
void add_buttons(Desk&, const Script&, const ScriptStep&, const QuestionId&);
const Script& script_of(const Desk&, StepKind);

} // namespace

void advance(Desk& desk) {
    if (unpark(desk)) return;
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return;
    if (!deal->people_confirmed && !list_open(desk)) open_list(desk);
    const PersonId before = session(desk).person;
    if (const auto next = next_step(desk, *deal)) {
        session(desk).person = next->person;
        if (next->person) say_heading(desk, *deal, before);
        ask(desk, *next->script, *next->step);
    } else {
        say_done(desk, *deal);
    }
}

void ask(Desk& desk, const Script& script, const ScriptStep& step, bool again) {
    if (step.kind == StepKind::next_step) say_gap_and_suggestion(desk);
    const std::string key = wording_key(script, step, "ask");
    const bool full = !again && first_time(desk, key);
    const std::size_t first_line = desk.lines.size();
    desk.question_at = first_line;
    say(desk, full ? key : wording_key(script, step, "brief"));
    if (step.kind == StepKind::confirm) show_list(desk);
    if (full) say_below_question(desk, script, step);
    Pending pending;
    const auto& open = session(desk).pending;
    const bool same = open && open->script == script.id && todays_id(script, open->step) == step.id &&
                      open->person == session(desk).person;
    pending.id = same ? open->id : fresh_id<QuestionId>(desk, 'q'); // its older buttons still answer it
    pending.script = script.id;
    pending.step = step.id;
    pending.deal = session(desk).deal;
    pending.person = session(desk).person;
    pending.asked_at = desk.now;
    pending.message = message_id(desk);
    add_buttons(desk, script, step, pending.id);
    desk.takes_number = step.takes_number;
    pending.lines.assign(desk.lines.begin() + static_cast<std::ptrdiff_t>(first_line), desk.lines.end());
    pending.buttons = desk.buttons;
    session(desk).pending = std::move(pending);
    session(desk).misunderstood = 0;
    session(desk).paused = false;
}

void ask_step(Desk& desk, StepKind kind) {
    const Script& script = script_of(desk, kind);
    ask(desk, script, *std::ranges::find(script.steps, kind, &ScriptStep::kind), true);
}

void ask_step_first(Desk& desk, StepKind kind) {
    const Script& script = script_of(desk, kind);
    ask(desk, script, *std::ranges::find(script.steps, kind, &ScriptStep::kind));
}

void ask_pending_again(Desk& desk) {
    const Script* script = pending_script(desk);
    const ScriptStep* step = pending_step(desk);
    if (!step) {
        session(desk).pending.reset();
        advance(desk);
        return;
    }
    const int misunderstood = session(desk).misunderstood;
    focus(desk, session(desk).pending->deal, session(desk).pending->person);
    ask(desk, *script, *step, true);
    session(desk).misunderstood = misunderstood;
}

void park_pending(Desk& desk) {
    auto& parked = session(desk).parked;
    if (!session(desk).pending) return;
    parked.push_back(std::move(*session(desk).pending));
    session(desk).pending.reset();
    if (parked.size() > max_parked) parked.erase(parked.begin());
}

void resume(Desk& desk) {
    if (session(desk).pending && !session(desk).paused) ask_pending_again(desk);
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

const Script* pending_script(const Desk& desk) {
    const auto& pending = session(desk).pending;
    const auto script = pending ? desk.library.scripts.find(pending->script) : desk.library.scripts.end();
    return script == desk.library.scripts.end() ? nullptr : &script->second;
}

// None when the step is gone from the script, or the deal or the person it asks about.
const ScriptStep* pending_step(const Desk& desk) {
    const Script* script = pending_script(desk);
    if (!script) return nullptr;
    const Pending& pending = *session(desk).pending;
    const Deal* deal = find_deal(desk.plan.next, pending.deal);
    const bool there = deal && (pending.person.empty() || find_person(*deal, pending.person));
    return there ? find_step(*script, pending.step) : nullptr;
}

bool is_open(const Influence& person, StepKind kind) {
    switch (kind) {
    case StepKind::contact:
        return person.contact.asked == Asked::not_yet;
    case StepKind::result:
        return person.result.asked == Asked::not_yet;
    case StepKind::win:
        return person.win.asked == Asked::not_yet;
    case StepKind::evidence:
        return person.win.asked == Asked::answered && person.win.evidence_asked == Asked::not_yet;
    case StepKind::lose:
        return person.lose.asked == Asked::not_yet;
    case StepKind::next_step:
        return person.next_step_asked == Asked::not_yet;
    case StepKind::plan: // asked when a reminder is done, or by name
    case StepKind::people:
    case StepKind::confirm:
        return false;
    }
    throw Bug("no such step");
}

std::vector<PersonId> asking_order(const Deal& deal) {
    std::vector<PersonId> order;
    for (const bool economic : {true, false})
        for (const Influence& person : deal.people)
            if (!person.ours && person.roles.contains(Role::economic) == economic) order.push_back(person.person);
    return order;
}

namespace {

bool still_wanted(const Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    if (!step) return false;
    const Pending& pending = *session(desk).pending;
    const Influence* person = find_person(*find_deal(desk.plan.next, pending.deal), pending.person);
    return !person || step->kind == StepKind::plan || is_open(*person, step->kind);
}

std::optional<NextStep> next_step(const Desk& desk, const Deal& deal) {
    const Script& list = desk.library.scripts.at("deal");
    if (!deal.people_confirmed || list_open(desk)) {
        const bool named = list_open(desk) && !session(desk).drafts.empty();
        const StepKind kind = named ? StepKind::confirm : StepKind::people;
        return NextStep{{}, &list, &*std::ranges::find(list.steps, kind, &ScriptStep::kind)};
    }
    auto order = asking_order(deal);
    const auto current = std::ranges::find(order, session(desk).person);
    if (current != order.end()) std::rotate(order.begin(), current, current + 1);
    for (const PersonId& id : order)
        if (const ScriptStep* step = open_step(desk, *find_person(deal, id)))
            return NextStep{id, &desk.library.scripts.at("person"), step};
    return std::nullopt;
}

const ScriptStep* open_step(const Desk& desk, const Influence& person) {
    for (const ScriptStep& step : desk.library.scripts.at("person").steps)
        if (is_open(person, step.kind) && !session(desk).skipped.contains(person.person.text() + "/" + step.id))
            return &step;
    return nullptr;
}

void say_done(Desk& desk, const Deal& deal) {
    session(desk).person = {};
    if (const auto flag = top_flag(desk, deal, {}); flag && !desk.flag_named) {
        name_flag(desk, deal, *flag);
        say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
    }
    say(desk, "deal.done", {{"counts", say_counts(desk, deal)}});
    say(desk, "deal.done_hint", {}, LineStyle::context);
}

// Where we are, when the person changes: "Devrim Kaya, 2 of 4".
void say_heading(Desk& desk, const Deal& deal, const PersonId& before) {
    if (session(desk).person == before) return;
    const auto order = asking_order(deal);
    const auto place = std::ranges::find(order, session(desk).person) - order.begin();
    say(desk, desk.plan.next.heads.size() > 1 ? "person.heading_deal" : "person.heading",
        {{"n", std::to_string(place + 1)}, {"of", std::to_string(order.size())}}, LineStyle::heading);
}

void say_below_question(Desk& desk, const Script& script, const ScriptStep& step) {
    for (const auto* part : {"explain", "example", "how"})
        if (const std::string key = wording_key(script, step, part); desk.library.wording.has(key))
            say(desk, key, {}, LineStyle::context);
}

// The last question about a person names what is most dangerous about them, and one step against it.
void say_gap_and_suggestion(Desk& desk) {
    const Deal& deal = *deal_in_focus(desk);
    const auto flag = top_flag(desk, deal, session(desk).person);
    if (!flag) return;
    name_flag(desk, deal, *flag);
    say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
}

void add_buttons(Desk& desk, const Script& script, const ScriptStep& step, const QuestionId& question) {
    for (const auto& value : step.buttons) {
        if (value == "suggested" && !top_flag(desk, *deal_in_focus(desk), session(desk).person)) continue;
        Choice choice{.question = question,
                      .value = value,
                      .deal = session(desk).deal,
                      .person = session(desk).person,
                      .action = {}};
        add_button(desk, wording_key(script, step, "button." + value), std::move(choice));
    }
}

const Script& script_of(const Desk& desk, StepKind kind) {
    const bool list = kind == StepKind::people || kind == StepKind::confirm;
    return desk.library.scripts.at(list ? "deal" : "person");
}

} // namespace
} // namespace vera
