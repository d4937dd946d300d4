#include "dialogs/turn.hpp"

#include "core/text.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/commands.hpp"
#include "dialogs/desk.hpp"
#include "dialogs/doorstep.hpp"
#include "dialogs/edits.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/forms/forms.hpp"
#include "dialogs/history.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/notes.hpp"
#include "dialogs/reminders.hpp"
#include "dialogs/settings.hpp"
#include "dialogs/short_forms.hpp"
#include "dialogs/steering.hpp"
#include "dialogs/views/home.hpp"
#include "dialogs/views/views.hpp"

#include <algorithm>
#include <charconv>

namespace vera {
namespace {

void hear(Desk&, const Said&);
void hear(Desk&, const Chose&);
void hear(Desk&, const Opened&);
void hear(Desk&, const Due&);
void hear(Desk&, const Called&);
void hear(Desk&, const Edited&);
void hear(Desk&, const Deleted&);
void hear(Desk&, const Forwarded&);
void hear(Desk&, const Submitted&);
void hear(Desk&, const NotOpened&);
void hear(Desk&, const Moved&);
void point_to_form(Desk&);
void keep_late_line(Desk&, std::string_view text);
void keep_line_to_nothing(Desk&, std::string_view text);

bool unreadable(Desk&, std::string_view text);
std::optional<std::string> button_typed(const Desk&, std::string_view text);
std::optional<std::string> only_label_with(const std::vector<Button>&, const std::string& folded);
bool number_of_no_button(const Desk&, std::string_view text);
bool correction(Desk&, std::string_view text);
void not_understood(Desk&, std::string_view text);
void choose(Desk&, const Choice&, const std::string& label);

} // namespace

Plan take_turn(const Library& library, const State& state, const Event& event, Time now) {
    Desk desk = open_desk(library, state, event, now);
    std::visit([&](const auto& what) { hear(desk, what); }, event.what);
    say_dropped(desk);
    return finish(desk);
}

Message apology(const Library& library, const Event& event) {
    Message message;
    message.id = derived<MessageId>(event.id, 'm', 1);
    message.to = event.user;
    message.conversation = event.conversation;
    message.thread = event.thread;
    message.lines = {{library.wording.say("bad.failed", {}), LineStyle::plain}};
    message.notice = library.wording.say("notice.answer", {});
    return message;
}

namespace {

void hear(Desk& desk, const Said& said) {
    if (days_between(day_of(session(desk).last_turn, user(desk).zone), desk.today) > 0) {
        session(desk).skipped.clear();
        session(desk).challenged.clear(); // another day is another talk
    }
    const std::string text = clean(said.text);
    if (text.empty() && said.with_files) return say(desk, "bad.files"), resume(desk);
    if (unreadable(desk, text)) return;
    if (run_command(desk, text)) return;
    if (const auto label = button_typed(desk, text)) {
        const auto& buttons = session(desk).pending->buttons;
        const Choice choice = std::ranges::find(buttons, *label, &Button::label)->choice;
        return choose(desk, choice, *label);
    }
    if (!pending_step(desk))
        return session(desk).pending ? keep_line_to_nothing(desk, text) : not_understood(desk, text);
    if (number_of_no_button(desk, text)) {
        say(desk, "choice.unread");
        return ask_pending_again(desk);
    }
    focus(desk, session(desk).pending->deal, session(desk).pending->person);
    if (desk.event.at < session(desk).pending->asked_at) return keep_late_line(desk, text);
    if (correction(desk, text)) return;
    const StepKind kind = pending_step(desk)->kind;
    if (needs_form(desk, kind) && !means_nothing(text)) return point_to_form(desk);
    const bool about_people = kind == StepKind::people || kind == StepKind::confirm; // one line may name thirty of them
    if (!about_people && length(text) > limits::fact_text) {
        say(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}});
        return ask_pending_again(desk);
    }
    const Pending pending = *session(desk).pending;
    if (!hold_if_unclear(desk, text)) answer_text(desk, text);
    turn_into_history(desk, pending, "");
}

// Strict mode: it is in the chat already, and is kept nowhere else.
void point_to_form(Desk& desk) {
    say(desk, "form.private.no_message");
    say(desk, "form.private.delete_hint", {}, LineStyle::context);
    ask_pending_again(desk);
}

// It was said before the question was asked, so it is no answer to it; and it is not lost.
void keep_late_line(Desk& desk, std::string_view text) {
    keep_as_note(desk, text, "note.late");
    ask_pending_again(desk);
}

// The question it answers is gone from the script, and nobody named a successor.
void keep_line_to_nothing(Desk& desk, std::string_view text) {
    focus(desk, session(desk).pending->deal, session(desk).pending->person);
    if (!deal_in_focus(desk)) return not_understood(desk, text);
    keep_as_note(desk, text, "deal.confirm.note");
    session(desk).pending.reset();
    advance(desk);
}

void hear(Desk& desk, const Chose& chose) { choose(desk, chose.choice, chose.label); }

void hear(Desk& desk, const Opened& opened) { opened.where == Surface::home ? show_home(desk) : greet(desk); }

void hear(Desk& desk, const Due& due) {
    if (due.kind == "replan") return replan_deal(desk, due.deal);
    remind(desk, due);
}

void hear(Desk& desk, const Called&) { desk.plan.reply = Reply{doorstep(desk.library.wording).let_us_talk}; }
void hear(Desk& desk, const Edited& edited) { hear_edited(desk, edited); }
void hear(Desk& desk, const Deleted& deleted) { hear_deleted(desk, deleted); }
void hear(Desk& desk, const Forwarded& forwarded) { forward(desk, forwarded); }
void hear(Desk& desk, const Submitted& sent) { submit_form(desk, sent); }
void hear(Desk& desk, const NotOpened& not_opened) { say_not_opened(desk, not_opened); }

// The profile moved, not the talk: nothing is said.
void hear(Desk& desk, const Moved& moved) {
    if (const std::string name = clean(moved.name); !name.empty())
        desk.plan.next.user.name = shorten(name, limits::name_text);
    if (moved.zone == user(desk).profile_zone) return; // the user may have set another one since
    desk.plan.next.user.profile_zone = moved.zone;
    move_to_zone(desk, moved.zone);
}

// Nothing of it is stored; one kind line says what to do.
bool unreadable(Desk& desk, std::string_view text) {
    if (text.empty())
        say(desk, "bad.empty");
    else if (length(text) > limits::said_text)
        say(desk, "bad.long", {{"n", std::to_string(limits::said_text)}});
    else if (!has_letter_or_digit(text) && text != "?")
        say(desk, "bad.emoji");
    else
        return false;
    resume(desk);
    return true;
}

// A button's label or number, typed instead of clicked.
std::optional<std::string> button_typed(const Desk& desk, std::string_view text) {
    const auto& pending = session(desk).pending;
    if (!pending) return std::nullopt;
    for (const Button& button : pending->buttons)
        if (fold(button.label) == fold(text)) return button.label;
    const ScriptStep* step = pending_step(desk);
    const bool marked = text.starts_with('#');
    if (step && step->kind == StepKind::check) // "leave it out" is "Yes, leave it out"
        if (const auto label = only_label_with(pending->buttons, fold(text))) return label;
    if (!marked && step && step->takes_number) return std::nullopt;
    const std::string_view digits = marked ? text.substr(1) : text;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (number < 1 || number > pending->buttons.size()) return std::nullopt;
    return pending->buttons[number - 1].label;
}

std::optional<std::string> only_label_with(const std::vector<Button>& buttons, const std::string& folded) {
    std::optional<std::string> found;
    for (const Button& button : buttons) {
        if (!has_word(fold(button.label), folded)) continue;
        if (found) return std::nullopt;
        found = button.label;
    }
    return found;
}

bool number_of_no_button(const Desk& desk, std::string_view text) {
    const bool marked = text.starts_with('#');
    const std::string_view digits = marked ? text.substr(1) : text;
    const bool number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    return number && (marked || !pending_step(desk)->takes_number);
}

// "no, 16 not 61" changes the last answer only if the rest reads as its value (product 3).
bool correction(Desk& desk, std::string_view text) {
    for (const auto* start : {"no", "sorry", "i mean", "typo", "rather", "correction"}) {
        if (!starts_with_word(fold(text), start)) continue;
        const auto comma = std::string_view(start).size();
        if (comma >= text.size() || std::string_view(",:-").find(text[comma]) == std::string_view::npos) continue;
        if (!correct_last(desk, trim(text.substr(comma + 1)))) continue;
        ask_pending_again(desk);
        return true;
    }
    return false;
}

void not_understood(Desk& desk, std::string_view text) {
    if (means_yes(text)) return go_on(desk);
    const bool near = length(text) > 3 && words(text).size() <= 3;
    const std::string meant = near ? meant_command(text) : "";
    if (meant.empty())
        say(desk, "bad.lost");
    else
        say(desk, "bad.maybe", {{"text", meant}});
}

void choose(Desk& desk, const Choice& choice, const std::string& label) {
    if (choice.value == "demo.next") return next_screen(desk);
    if (choice.value == home_go_on) return go_on_from_home(desk, choice.deal);
    if (choice.value.starts_with(form_value)) return press_form(desk, form_key(choice));
    if (choice.value.starts_with(erase_value)) return choose_on_deleted(desk, choice);
    if (choice.question.empty()) return choose_on_reminder(desk, choice);
    if (!bring_back(desk, choice.question) || !pending_step(desk)) {
        desk.plan.reply = Reply{sentence(desk, "choice.stale")};
        return;
    }
    const Pending pending = *session(desk).pending;
    focus(desk, pending.deal, pending.person);
    const auto known =
        std::ranges::find(pending.buttons, choice.value, [](const Button& button) { return button.choice.value; });
    if (known == pending.buttons.end() || !takes_button(pending_step(desk)->kind, choice.value)) {
        say(desk, "choice.unread");
        return ask_pending_again(desk);
    }
    answer_value(desk, choice.value);
    turn_into_history(desk, pending, label);
}

} // namespace
} // namespace vera
