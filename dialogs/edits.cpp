#include "dialogs/edits.hpp"

#include "core/reading/quotes.hpp"
#include "core/text.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/fingerprint.hpp"
#include "dialogs/forms/reading.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/kept.hpp"
#include "dialogs/reminders.hpp"

#include <algorithm>

namespace vera {
namespace {

bool was_last_answer(const Desk&, const std::string& text);
bool answer_anew(Desk&, const std::string& text);
const ScriptStep* step_of(const Desk&, const Step&);
std::string kept_from(const Desk&, const std::string& text);
void add_choice(Desk&, const char* label, std::string value);
void cancel_reminders_of_deleted(Desk&, const Deal& before, const Deal& after);
void go_on_without(Desk&);

} // namespace

void hear_edited(Desk& desk, const Edited& edited) {
    const std::string before = clean(edited.before), after = clean(edited.after);
    if (before == after || after.empty()) return;
    const bool kept = was_last_answer(desk, before) || !kept_from(desk, before).empty();
    if (was_last_answer(desk, before) && answer_anew(desk, after)) return resume(desk);
    if (kept)
        say(desk, "edited.stays");
    else if (session(desk).pending && !session(desk).paused)
        say(desk, "edited.again");
    else
        return;
    resume(desk);
}

void hear_deleted(Desk& desk, const Deleted& deleted) {
    const std::string words = kept_from(desk, clean(deleted.text));
    if (words.empty()) return;
    say(desk, "deleted.ask");
    add_choice(desk, "deleted.button.yes", fingerprint(words));
    add_choice(desk, "deleted.button.keep", "keep");
}

void choose_on_deleted(Desk& desk, const Choice& choice) {
    const std::string name = choice.value.substr(erase_value.size());
    if (name == "keep") return say(desk, "deleted.kept"), resume(desk);
    if (!find_head(desk.plan.next, choice.deal)) return say(desk, "deleted.gone"), resume(desk);
    Deal* deal = loaded(desk, choice.deal);
    if (!deal) return;
    const Deal before = *deal;
    if (!delete_words(*deal, [&](const std::string& words) { return fingerprint(words) == name; }))
        return say(desk, "deleted.gone"), resume(desk);
    cancel_reminders_of_deleted(desk, before, *deal);
    session(desk).last_said.reset();
    record(desk, "words.deleted", choice.deal);
    say(desk, "deleted.done");
    go_on_without(desk);
}

namespace {

bool was_last_answer(const Desk& desk, const std::string& text) {
    const auto& last = session(desk).last_said;
    return last && clean(last->text) == text;
}

// The person as they stood before that answer, and then the new words; what they do not fit changes nothing.
bool answer_anew(Desk& desk, const std::string& text) {
    const LastSaid last = *session(desk).last_said;
    Deal* deal = find_deal(desk.plan.next, last.step.deal);
    Influence* person = deal ? find_person(*deal, last.step.person) : nullptr;
    const ScriptStep* step = step_of(desk, last.step);
    if (!person || !step || !has_field(step->kind) || needs_form(desk, step->kind)) return false;
    const DealId deal_before = session(desk).deal;
    const PersonId person_before = session(desk).person;
    const Deal before = *deal;
    *person = last.before;
    weigh_coaches(*deal);
    focus(desk, last.step.deal, last.step.person);
    FormReading reading;
    if (!read_answer(desk, reading, {"", step->kind, text})) return start_over(desk), false;
    cancel_reminders_of_deleted(desk, before, *deal);
    session(desk).last_said = LastSaid{last.step, text, last.before};
    const std::string echo = desk.lines.empty() ? "" : " " + desk.lines.front().text;
    desk.lines.clear();
    say_text(desk, sentence(desk, "edited.done") + echo);
    focus(desk, deal_before, person_before);
    return true;
}

const ScriptStep* step_of(const Desk& desk, const Step& step) {
    const auto script = desk.library.scripts.find(step.script);
    return script == desk.library.scripts.end() ? nullptr : find_step(script->second, step.step);
}

// The words that a message left in the deal in focus: itself, a quote of it, or what its answer became.
std::string kept_from(const Desk& desk, const std::string& text) {
    const Deal* deal = deal_in_focus(desk);
    if (!deal || text.empty()) return "";
    std::vector<std::string> candidates = {text};
    for (const auto& quote : quotes(text)) candidates.emplace_back(quote.words);
    if (was_last_answer(desk, text)) {
        const Step& last = session(desk).last_said->step;
        const ScriptStep* step = step_of(desk, last);
        const Influence* person = find_person(*deal, last.person);
        if (step && person && has_field(step->kind) && field_of(step->kind).so_far)
            candidates.push_back(field_of(step->kind).so_far(*deal, person));
    }
    const auto kept = std::ranges::find_if(candidates, [&](const auto& words) { return has_words(*deal, words); });
    return kept == candidates.end() ? "" : *kept;
}

void add_choice(Desk& desk, const char* label, std::string value) {
    add_button(desk, label,
               {.question = {},
                .value = std::string(erase_value) + std::move(value),
                .deal = session(desk).deal,
                .person = {},
                .action = {}});
}

void cancel_reminders_of_deleted(Desk& desk, const Deal& before, const Deal& after) {
    for (const Influence& person : before.people)
        for (const Action& action : person.actions) {
            const Influence* now = find_person(after, person.person);
            if (!now || std::ranges::find(now->actions, action.id, &Action::id) == now->actions.end())
                cancel_reminder(desk, action.id);
        }
}

// The open question may have been about what is gone now.
void go_on_without(Desk& desk) {
    const ScriptStep* step = pending_step(desk);
    const auto& open = session(desk).pending;
    if (!step || !has_field(step->kind)) return resume(desk);
    const Deal* deal = find_deal(desk.plan.next, open->deal);
    if (applies(step->kind, *deal, find_person(*deal, open->person))) return resume(desk);
    session(desk).pending.reset();
    if (!session(desk).paused) advance(desk);
}

} // namespace
} // namespace vera
