#include "dialogs/interview.hpp"

#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

struct NextStep {
    PersonId person; // empty: about the deal
    const Script* script;
    const ScriptStep* step;
};
std::optional<NextStep> next_step(const Desk&, const Deal&);
const ScriptStep* open_step(const Desk&, std::string_view script, const Deal&, const Influence&);
const ScriptStep* open_step_of_deal(const Desk&, const Deal&);
void say_done(Desk&, const Deal&);
void say_so_far(Desk&, const Deal&);
void say_heading(Desk&, const Deal&, const PersonId& before);
void say_below_question(Desk&, const Script&, const ScriptStep&);
void say_gap_and_suggestion(Desk&, bool again);
void add_theme_buttons(Desk&, const QuestionId&);
void add_buttons(Desk&, const Script&, const ScriptStep&, const QuestionId&);

} // namespace

void advance(Desk& desk) {
    if (ask_from_agenda(desk) || unpark(desk)) return;
    const Deal* deal = deal_in_focus(desk);
    if (!deal) return;
    if (!deal->people_confirmed && !list_open(desk)) open_list(desk);
    const PersonId before = session(desk).person;
    if (const auto next = next_step(desk, *deal)) {
        session(desk).person = next->person;
        if (next->person) say_heading(desk, *deal, before);
        if (!next->person && before) say_so_far(desk, *deal);
        ask(desk, *next->script, *next->step);
    } else {
        say_done(desk, *deal);
    }
}

void ask(Desk& desk, const Script& script, const ScriptStep& step, bool again) {
    if (step.kind == StepKind::next_step) say_gap_and_suggestion(desk, again);
    if (const auto prepare = has_field(step.kind) ? field_of(step.kind).prepare : nullptr) prepare(desk);
    if (session(desk).pending && session(desk).pending->held) prepare_check(desk, session(desk).pending->held->text);
    const std::string key = wording_key(script, step, "ask");
    const bool full = !again && (script.id == "aside" || first_time(desk, key)); // an aside is never routine
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
    if (same) pending.held = open->held;
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

void reopen(Desk& desk, const Step& step) {
    Pending pending;
    pending.id = fresh_id<QuestionId>(desk, 'q');
    pending.script = step.script;
    pending.step = step.step;
    pending.deal = step.deal;
    pending.person = step.person;
    pending.asked_at = desk.now;
    session(desk).pending = std::move(pending);
}

void resume(Desk& desk) {
    if (session(desk).pending && !session(desk).paused) ask_pending_again(desk);
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

std::vector<PersonId> asking_order(const Deal& deal) {
    std::vector<PersonId> order;
    for (const bool economic : {true, false})
        for (const Influence& person : deal.people)
            if (!person.ours && person.roles.contains(Role::economic) == economic) order.push_back(person.person);
    return order;
}

const Script& script_of(const Desk& desk, StepKind kind) { return desk.library.scripts.at(shape_of(kind).script); }

namespace {

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
        for (const auto* script : {"person", "more"})
            if (const ScriptStep* step = open_step(desk, script, deal, *find_person(deal, id)))
                return NextStep{id, &desk.library.scripts.at(script), step};
    const ScriptStep* step = session(desk).skipped.empty() ? open_step_of_deal(desk, deal) : nullptr;
    if (step) // of people skipped today "go on" asks first
        return NextStep{{}, &desk.library.scripts.at("objective"), step};
    return std::nullopt;
}

// The second pass is asked by itself only of those who want it so (product 2).
const ScriptStep* open_step(const Desk& desk, std::string_view script, const Deal& deal, const Influence& person) {
    if (script == "more" && !user(desk).full_depth) return nullptr;
    for (const ScriptStep& step : desk.library.scripts.find(std::string(script))->second.steps)
        if (is_open(step.kind, deal, &person) && !session(desk).skipped.contains(person.person.text() + "/" + step.id))
            return &step;
    return nullptr;
}

// After the people the deal itself; what happens instead and our own Win come with the second pass.
const ScriptStep* open_step_of_deal(const Desk& desk, const Deal& deal) {
    for (const ScriptStep& step : desk.library.scripts.at("objective").steps) {
        const bool first = step.kind == StepKind::objective || step.kind == StepKind::date_of;
        const bool own = step.kind == StepKind::own_win || step.kind == StepKind::walk_away;
        if ((first || user(desk).full_depth || (own && deal.tender.is(true))) && is_open(step.kind, deal, nullptr) &&
            !session(desk).skipped.contains("/" + step.id))
            return &step;
    }
    return nullptr;
}

void say_done(Desk& desk, const Deal& deal) {
    session(desk).person = {};
    say_so_far(desk, deal);
    say(desk, "deal.done_hint", {}, LineStyle::context);
}

// The read-back after the last person: the counts, and the gap that matters most.
void say_so_far(Desk& desk, const Deal& deal) {
    if (const auto flag = top_flag(desk, deal, {}); flag && !desk.flag_named) {
        name_flag(desk, deal, *flag);
        say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
    }
    say(desk, "deal.done", {{"counts", say_counts(desk, deal)}});
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
void say_gap_and_suggestion(Desk& desk, bool again) {
    const Deal& deal = *deal_in_focus(desk);
    const auto flag = top_flag(desk, deal, session(desk).person);
    if (!flag) return;
    if (!again) name_flag(desk, deal, *flag);
    say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
}

void add_buttons(Desk& desk, const Script& script, const ScriptStep& step, const QuestionId& question) {
    if (step.kind == StepKind::theme) add_theme_buttons(desk, question);
    const bool in_form = needs_form(desk, step.kind);
    if (in_form) add_form_button(desk, {"private", session(desk).deal, session(desk).person, question});
    for (const auto& value : step.buttons) {
        if (in_form && enum_value<LoseKind>(value)) continue; // what they could lose is chosen there as well
        if (value == "suggested" && !top_flag(desk, *deal_in_focus(desk), session(desk).person)) continue;
        Choice choice{.question = question,
                      .value = value,
                      .deal = session(desk).deal,
                      .person = session(desk).person,
                      .action = {}};
        add_button(desk, wording_key(script, step, "button." + value), std::move(choice));
    }
}

// The likeliest first, by the note that is asked about; all others can be typed.
void add_theme_buttons(Desk& desk, const QuestionId& question) {
    const Influence* person = person_in_focus(desk);
    if (!person || person->notes.empty()) return;
    std::vector<std::string> ids;
    for (const auto& hit : themes_in(desk.library.themes, person->notes.back().text)) ids.push_back(hit.theme);
    for (const Theme& theme : desk.library.themes.all)
        if (std::ranges::find(ids, theme.id) == ids.end()) ids.push_back(theme.id);
    for (std::size_t i = 0; i < ids.size() && desk.buttons.size() + 1 < max_buttons; ++i)
        desk.buttons.push_back({find_theme(desk.library.themes, ids[i])->label,
                                {.question = question,
                                 .value = ids[i],
                                 .deal = session(desk).deal,
                                 .person = person->person,
                                 .action = {}}});
}

} // namespace
} // namespace vera
