#include "dialogs/forms/reading.hpp"

#include "core/text.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/fingerprint.hpp"
#include "dialogs/history.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/short_forms.hpp"

#include <algorithm>

namespace vera {
namespace {

Step step_in_focus(const Desk&, StepKind);
Heard store_answer(Desk&, const FormAnswer&);
bool is_too_long(Desk&, const FormAnswer&);
std::string doubt_about_text(const Step&, const std::string& text);
void complain(Desk&, FormReading&, const FormAnswer&, const Step&, std::size_t first_line);
bool can_be_kept(const Desk&);

} // namespace

std::string value_of(const FormValues& values, const std::string& field) {
    const auto value = values.find(field);
    return value == values.end() ? "" : clean(value->second);
}

std::vector<std::string> values_of(const FormValues& values, const std::string& field) {
    const std::string value = value_of(values, field);
    const auto lines = split(value, "\n");
    return {lines.begin(), lines.end()};
}

void refuse(FormReading& reading, std::string field, std::string text) {
    reading.errors.push_back({std::move(field), std::move(text)});
}

bool read_answer(Desk& desk, FormReading& reading, const FormAnswer& answer) {
    const Step step = step_in_focus(desk, answer.kind);
    const auto pending = session(desk).pending;
    const std::size_t first_line = desk.lines.size();
    reopen(desk, step);
    desk.unchecked = session(desk).challenged.contains(doubt_about_text(step, answer.text));
    const bool stored = store_answer(desk, answer) == Heard::stored;
    desk.unchecked = false;
    if (stored) {
        record(desk, field_of(answer.kind).record);
        forget_waiting(desk, step);
        reading.answered.push_back(step);
    } else {
        complain(desk, reading, answer, step, first_line);
    }
    session(desk).pending = pending;
    return stored;
}

void answer_pending(Desk& desk, FormReading& reading, const FormAnswer& answer) {
    const Pending pending = *session(desk).pending;
    const Step step{pending.script, pending.step, pending.deal, pending.person};
    const std::size_t first_line = desk.lines.size();
    focus(desk, pending.deal, pending.person);
    desk.unchecked = session(desk).challenged.contains(doubt_about_text(step, answer.text));
    if (is_too_long(desk, answer)) return complain(desk, reading, answer, step, first_line);
    if (means_unknown(answer.text)) return answer_without_value(desk, Asked::does_not_know);
    answer_text(desk, answer.text);
    const auto& open = session(desk).pending;
    if (open && (open->id == pending.id || (open->held && open->held->step == step)))
        return complain(desk, reading, answer, step, first_line);
    turn_into_history(desk, pending, "");
}

void go_on_after(Desk& desk, const FormReading& reading) {
    const auto open = session(desk).pending;
    if (!open) {
        if (!session(desk).paused) ask_from_agenda(desk);
        return;
    }
    const Step step{open->script, open->step, open->deal, open->person};
    if (open->held || std::ranges::find(reading.answered, step) == reading.answered.end()) return resume(desk);
    session(desk).pending.reset();
    turn_into_history(desk, *open, "");
    focus(desk, open->deal, open->person);
    if (!session(desk).paused) advance(desk);
}

namespace {

Step step_in_focus(const Desk& desk, StepKind kind) {
    const Script& script = script_of(desk, kind);
    const auto step = std::ranges::find(script.steps, kind, &ScriptStep::kind);
    return {script.id, step->id, session(desk).deal, session(desk).person};
}

Heard store_answer(Desk& desk, const FormAnswer& answer) {
    Deal& deal = *deal_in_focus(desk);
    if (!applies(answer.kind, deal, person_in_focus(desk))) return say(desk, "person.not_yet"), Heard::refused;
    if (is_too_long(desk, answer)) return Heard::refused;
    const Field& field = field_of(answer.kind);
    if (field.asked && means_unknown(answer.text)) {
        *field.asked(deal, person_in_focus(desk)) = Asked::does_not_know;
        return Heard::stored;
    }
    if (says_nothing(answer.text)) return say(desk, "choice.unread"), Heard::refused;
    if (hold_if_two_days(desk, answer.text)) return Heard::held;
    return field.from_text(desk, answer.text);
}

bool is_too_long(Desk& desk, const FormAnswer& answer) {
    if (length(answer.text) <= limits::fact_text) return false;
    say(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}});
    return true;
}

std::string doubt_about_text(const Step& step, const std::string& text) {
    return "form/" + step.person.text() + "/" + step.step + "/" + fingerprint(text);
}

// What the chat would say or ask, in one line at the field.
void complain(Desk& desk, FormReading& reading, const FormAnswer& answer, const Step& step, std::size_t first_line) {
    std::string text = desk.lines.at(first_line).text;
    if (can_be_kept(desk)) {
        text += " " + sentence(desk, "form.sent_again");
        reading.doubts.push_back(doubt_about_text(step, answer.text));
    }
    refuse(reading, answer.field, std::move(text));
    desk.lines.resize(first_line);
    desk.buttons.clear();
    desk.question_at.reset();
}

bool can_be_kept(const Desk& desk) {
    const auto& open = session(desk).pending;
    if (!open || !open->held || open->step == "two_days") return false;
    return std::ranges::any_of(open->buttons, [](const Button& button) { return button.choice.value == "keep"; });
}

} // namespace
} // namespace vera
