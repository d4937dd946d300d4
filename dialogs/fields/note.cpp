// What a note is worth: one tap tags it. Three notes with one theme become a question, never a fact.
#include "core/words.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>

namespace vera {
namespace {

inline constexpr int signals_for_a_question = 3;

Heard tag_from_text(Desk&, std::string_view text);
void tag_from_value(Desk&, const std::string& value);
Heard theme_from_text(Desk&, std::string_view text);
void theme_from_value(Desk&, const std::string& value);
Heard signal_from_text(Desk&, std::string_view text);
void signal_from_value(Desk&, const std::string& value);
void name_theme(Desk&);
Note* newest_note(Desk&);

} // namespace

Fields note_fields() {
    return {
        {StepKind::tag, {.record = "note.tagged", .from_text = tag_from_text, .from_value = tag_from_value}},
        {StepKind::theme, {.record = "note.theme", .from_text = theme_from_text, .from_value = theme_from_value}},
        {StepKind::signal,
         {.record = "note.signal",
          .from_text = signal_from_text,
          .from_value = signal_from_value,
          .prepare = name_theme}},
    };
}

namespace {

Heard tag_from_text(Desk&, std::string_view) { return Heard::refused; } // its buttons are all there is

// A number or a possible Lose opens the question it belongs to, if that was never asked.
void tag_from_value(Desk& desk, const std::string& value) {
    Note* note = newest_note(desk);
    if (!note) return;
    note->tag = *enum_value<Tag>(value);
    const Influence& person = *person_in_focus(desk);
    const Deal& deal = *deal_in_focus(desk);
    say(desk, "aside.tagged");
    const bool themes = !desk.library.strict_privacy; // a theme names a motive
    if (note->tag == Tag::their_words && themes) queue_step(desk, StepKind::theme, person.person);
    if (note->tag == Tag::number && is_open(StepKind::result, deal, &person))
        queue_step(desk, StepKind::result, person.person);
    if (note->tag == Tag::could_lose && is_open(StepKind::lose, deal, &person))
        queue_step(desk, StepKind::lose, person.person);
}

Heard theme_from_text(Desk& desk, std::string_view text) {
    std::string typed = fold(text);
    std::ranges::replace(typed, ' ', '_');
    for (const Theme& theme : desk.library.themes.all)
        if (fold(theme.label) == fold(text) || find_theme(desk.library.themes, typed) == &theme)
            return theme_from_value(desk, theme.id), Heard::stored;
    return Heard::refused;
}

void theme_from_value(Desk& desk, const std::string& value) {
    Note* note = newest_note(desk);
    if (!note || value == "none") return say(desk, "aside.left");
    note->theme = value;
    const Influence& person = *person_in_focus(desk);
    const auto same = std::ranges::count(person.notes, value, &Note::theme);
    const bool known = status(person.win) == WinStatus::supported || person.win.theme == value;
    say(desk, "aside.themed", {{"theme", find_theme(desk.library.themes, value)->label}});
    if (same >= signals_for_a_question && !known) queue_step(desk, StepKind::signal, person.person);
}

Heard signal_from_text(Desk& desk, std::string_view text) {
    const auto answer = yes_or_no(text);
    if (!answer) return Heard::refused;
    signal_from_value(desk, *answer ? "yes" : "no");
    return Heard::stored;
}

// Even a yes is the seller's reading: the Win is asked for in words, and how it is known after it.
void signal_from_value(Desk& desk, const std::string& value) {
    if (value == "no") return say(desk, "aside.left");
    Influence& person = *person_in_focus(desk);
    if (Note* note = newest_note(desk)) person.win.theme = note->theme;
    queue_step(desk, StepKind::win, person.person);
}

void name_theme(Desk& desk) {
    const Note* note = newest_note(desk);
    const Theme* theme = note ? find_theme(desk.library.themes, note->theme) : nullptr;
    desk.slots["theme"] = theme ? theme->label : "";
}

Note* newest_note(Desk& desk) {
    Influence* person = person_in_focus(desk);
    return person && !person->notes.empty() ? &person->notes.back() : nullptr;
}

} // namespace
} // namespace vera
