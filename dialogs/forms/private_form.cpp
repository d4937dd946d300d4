// Strict mode: the answer that is no message. It settles the question it was opened for; when that one is
// answered already, it changes the same field.
#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/history.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>

namespace vera {
namespace {

std::optional<Form> filled_private(Desk&, const FormKey&);
const Pending* question_of(const Desk&, const QuestionId&);
std::string what_is_asked(const Pending&);
FormField kinds_field(const Desk&, const std::string& id, FormField::Kind);
void read_private(Desk&, const Submitted&, FormReading&);
std::optional<StepKind> kind_sent(const FormValues&);
void press_kind(Desk&, LoseKind);
bool reopen_question(Desk&, const FormKey&, StepKind);
std::string text_sent(const FormValues&, StepKind);

} // namespace

FormRoom private_form() { return {filled_private, read_private}; }

namespace {

std::optional<Form> filled_private(Desk& desk, const FormKey& key) {
    const Pending* question = question_of(desk, key.question);
    const auto script = question ? desk.library.scripts.find(question->script) : desk.library.scripts.end();
    const ScriptStep* step = script == desk.library.scripts.end() ? nullptr : find_step(script->second, question->step);
    if (!step || !is_private(step->kind)) {
        desk.plan.reply = Reply{sentence(desk, "choice.stale")};
        return std::nullopt;
    }
    const std::string& word = shape_of(step->kind).word;
    Form form = empty_form(desk, key);
    form.intro = what_is_asked(*question);
    if (step->kind == StepKind::lose) form.fields.push_back(kinds_field(desk, "kind", FormField::Kind::one_of));
    if (step->kind == StepKind::lose_test)
        form.fields.push_back(kinds_field(desk, word, FormField::Kind::any_of));
    else
        form.fields.push_back(lines_field(desk, "private", word, ""));
    if (step->kind == StepKind::lose)
        for (FormField& field : form.fields) field.optional = true; // one of the two is enough
    return form;
}

const Pending* question_of(const Desk& desk, const QuestionId& id) {
    const Session& talk = session(desk);
    if (talk.pending && talk.pending->id == id) return &*talk.pending;
    const auto parked = std::ranges::find(talk.parked, id, &Pending::id);
    return parked == talk.parked.end() ? nullptr : &*parked;
}

std::string what_is_asked(const Pending& question) {
    std::string text;
    for (const Line& line : question.lines) text += (text.empty() ? "" : "\n") + line.text;
    return shorten(text, longest_form_text);
}

FormField kinds_field(const Desk& desk, const std::string& id, FormField::Kind kind) {
    FormField field = choice_field(desk, "private", id, "");
    field.kind = kind;
    for (const LoseKind lose : lose_kinds) {
        const std::string value(enum_word(lose));
        add_option(field, value, sentence(desk, "lose.lose_test.button." + value));
    }
    return field;
}

void read_private(Desk& desk, const Submitted& sent, FormReading& reading) {
    const auto kind = kind_sent(sent.values);
    if (!kind) return say(desk, "form.unknown"), resume(desk);
    const std::string& word = shape_of(*kind).word;
    const std::string text = text_sent(sent.values, *kind);
    if (text.empty()) return refuse(reading, word, sentence(desk, "form.private.empty"));
    if (!reopen_question(desk, sent.form, *kind)) return say(desk, "form.gone"), resume(desk);
    const Pending question = *session(desk).pending;
    const auto lose = enum_value<LoseKind>(value_of(sent.values, "kind"));
    if (lose && value_of(sent.values, word).empty()) return press_kind(desk, *lose);
    answer_pending(desk, reading, {word, *kind, text});
    if (!lose || !reading.errors.empty()) return;
    Lose& told = find_person(*find_deal(desk.plan.next, question.deal), question.person)->lose;
    if (told.suspected) told.kinds.insert(*lose);
}

// Without words of its own the kind counts as if its button had been pressed.
void press_kind(Desk& desk, LoseKind lose) {
    const Pending question = *session(desk).pending;
    focus(desk, question.deal, question.person);
    answer_value(desk, std::string(enum_word(lose)));
    turn_into_history(desk, question, "");
}

// The field is named after the step.
std::optional<StepKind> kind_sent(const FormValues& values) {
    for (const auto& [field, value] : values) {
        const auto step = step_kinds().find(field);
        if (step != step_kinds().end() && is_private(step->second)) return step->second;
    }
    return values.contains("kind") ? std::optional(StepKind::lose) : std::nullopt;
}

bool reopen_question(Desk& desk, const FormKey& key, StepKind kind) {
    if (bring_back(desk, key.question)) {
        const ScriptStep* step = pending_step(desk);
        return step && step->kind == kind;
    }
    const Deal* deal = find_deal(desk.plan.next, key.deal);
    const Influence* person = deal ? find_person(*deal, key.person) : nullptr;
    if (!person || !applies(kind, *deal, person)) return false;
    const Script& script = script_of(desk, kind);
    park_pending(desk);
    reopen(desk, {script.id, std::ranges::find(script.steps, kind, &ScriptStep::kind)->id, key.deal, key.person});
    return true;
}

std::string text_sent(const FormValues& values, StepKind kind) {
    const std::string text = value_of(values, shape_of(kind).word);
    if (kind == StepKind::lose && text.empty()) return value_of(values, "kind");
    if (kind != StepKind::lose_test) return text;
    std::string kinds;
    for (const auto& value : values_of(values, "lose_test")) kinds += (kinds.empty() ? "" : ", ") + value;
    return kinds;
}

} // namespace
} // namespace vera
