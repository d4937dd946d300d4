#include "dialogs/checks.hpp"

#include "core/reading/measure.hpp"
#include "core/reading/when.hpp"
#include "core/words.hpp"
#include "dialogs/answers.hpp"
#include "dialogs/commands.hpp"
#include "dialogs/doubts.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/notes.hpp"
#include "dialogs/short_forms.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

// "none" is an answer, and one letter from "zone".
inline constexpr std::size_t shortest_command_asked_about = 5;
inline constexpr std::size_t longest_day = 4; // words of "by 3 April 2027"

bool hold_for_slip(Desk&, std::string_view text);
bool hold_for_question(Desk&, std::string_view text);
bool hold(Desk&, const std::string& finding, std::string_view text);
void answer_to_nothing(Desk&, std::string_view text);
bool offers(const Desk&, std::string_view value);
std::optional<std::string> choice_in_words(const Desk&, std::string_view text);
Held take_held(Desk&);
std::vector<Held> all_held(const Session&);
void ask_original(Desk&, const Held&);
void move_to_result(Desk&, const Held&);
void answer_with_day(Desk&, const Held&, std::string_view which);

} // namespace

// At most one challenge per person and talk; what should not be kept at all is always asked about.
bool hold_for_check(Desk& desk, Checked what, std::string_view text) {
    if (desk.unchecked) return false;
    const auto found = doubt_about(desk, what, text);
    if (!found) return false;
    const std::string& person = session(desk).person.text();
    if (!found->refuses && !session(desk).challenged.insert(person).second) return false;
    return hold(desk, found->finding, text);
}

bool hold_for_contact(Desk& desk, std::string_view text) {
    return !desk.unchecked && hold(desk, "contact_unclear", text);
}

bool hold_if_unclear(Desk& desk, std::string_view text) {
    if (!has_field(pending_step(desk)->kind)) return false; // a list, or a question about an answer
    return hold_for_slip(desk, text) || hold_for_question(desk, text) || hold_if_two_days(desk, text);
}

// Only where a day is read; elsewhere "03/04" is a word like any other.
bool hold_if_two_days(Desk& desk, std::string_view text) {
    static constexpr std::array dated = {StepKind::contact, StepKind::result,    StepKind::evidence,
                                         StepKind::in_job,  StepKind::next_step, StepKind::objective};
    if (std::ranges::find(dated, pending_step(desk)->kind) == dated.end() || !either_day(text)) return false;
    return hold(desk, "two_days", text);
}

void prepare_check(Desk& desk, std::string_view held) {
    desk.slots["text"] = slip_of_command(held);
    const auto either = either_day(held);
    if (!either) return;
    desk.slots["text"] = held.substr(either->begin, either->end - either->begin);
    desk.slots["one"] = either->day_first;
    desk.slots["other"] = either->month_first;
}

void choose_on_check(Desk& desk, const std::string& value) {
    const bool slip = session(desk).pending->step == "slip";
    const bool days = session(desk).pending->step == "two_days"; // "don't know" leaves the day open
    const Held held = take_held(desk);
    if (slip && value == "leave_out") { // the command was meant
        reopen(desk, held.step);
        run_command(desk, slip_of_command(held.text));
        return;
    }
    if (value == "one" || value == "other") return answer_with_day(desk, held, value);
    if (value == "keep" || days) {
        desk.unchecked = true;
        reopen(desk, held.step);
        return pending_step(desk) ? answer_text(desk, held.text) : answer_to_nothing(desk, held.text);
    }
    if (value == "move") return move_to_result(desk, held);
    if (value == "leave_out" || value == no_choice) say(desk, "aside.left_out");
    ask_original(desk, held);
}

// What is only a hint keeps the answer; what should not be kept at all leaves it out.
void leave_check(Desk& desk) { choose_on_check(desk, offers(desk, "leave_out") ? no_choice : "keep"); }

// A choice said in words, or the answer said anew.
void answer_check(Desk& desk, std::string_view text) {
    if (const auto value = choice_in_words(desk, text)) return choose_on_check(desk, *value);
    if (means_yes(text) || means_no(text)) return say(desk, "choice.unread"), ask_pending_again(desk);
    const bool days = session(desk).pending->step == "two_days" && words(text).size() <= longest_day;
    const Held held = take_held(desk);
    const auto look = held.step.step == "result" || held.step.step == "next_step" || held.step.step == "objective"
                          ? Look::ahead
                          : Look::back;
    if (days && find_day(text, desk.today, look)) return answer_with_day(desk, held, text);
    reopen(desk, held.step);
    if (!pending_step(desk)) return answer_to_nothing(desk, text);
    if (!hold_if_unclear(desk, text)) answer_text(desk, text);
}

// However its question went: the talk left it, too many wait, its person is gone.
void say_dropped(Desk& desk) {
    for (const Held& held : all_held(desk.before.session)) {
        const bool settled = desk.taken && *desk.taken == held;
        const auto kept = all_held(session(desk));
        if (settled || std::ranges::find(kept, held) != kept.end()) continue;
        desk.lines.insert(desk.lines.begin(), {sentence(desk, "aside.dropped"), LineStyle::plain});
        if (desk.question_at) ++*desk.question_at;
        return;
    }
}

namespace {

// A line that is one slip away from a command is asked about; it may be an answer all the same.
bool hold_for_slip(Desk& desk, std::string_view text) {
    const std::string command = slip_of_command(text);
    if (command.size() < shortest_command_asked_about || means_nothing(text)) return false;
    return hold(desk, "slip", text);
}

// A question to Vera she cannot answer; or what they asked, and then it is the answer.
bool hold_for_question(Desk& desk, std::string_view text) {
    if (!text.ends_with('?')) return false;
    for (const auto* start : {"what", "who", "when", "where", "why", "how", "which", "can you", "could you", "do you",
                              "are you", "should i", "what's", "who's"})
        if (starts_with_word(fold(text), start)) return hold(desk, "question", text);
    return false;
}

// The question about the answer takes the place of the one it was typed for, and holds it. A question that
// an editor took out of aside.toml is not asked.
bool hold(Desk& desk, const std::string& finding, std::string_view text) {
    const Script& script = desk.library.scripts.at("aside");
    const ScriptStep* step = find_step(script, finding);
    if (!step) return false;
    const Pending asked = std::move(*session(desk).pending);
    session(desk).pending.reset();
    prepare_check(desk, text);
    ask(desk, script, *step);
    session(desk).pending->held = Held{std::string(text), {asked.script, asked.step, asked.deal, asked.person}};
    return true;
}

// The question it was typed for is gone from the scripts.
void answer_to_nothing(Desk& desk, std::string_view text) {
    session(desk).pending.reset();
    keep_as_note(desk, text, "aside.kept_plain");
    advance(desk);
}

bool offers(const Desk& desk, std::string_view value) {
    return std::ranges::any_of(session(desk).pending->buttons,
                               [&](const Button& button) { return button.choice.value == value; });
}

// "leave it out", "yes", "no, it's about her working hours", "she named it": a button's label, a part of it, or
// another way to say it.
std::optional<std::string> choice_in_words(const Desk& desk, std::string_view text) {
    static const std::vector<std::pair<const char*, const char*>> ways = {
        {"leave out", "leave_out"},   {"leave it out", "leave_out"}, {"leave that out", "leave_out"},
        {"forget it", "leave_out"},   {"forget that", "leave_out"},  {"she named it", "keep"},
        {"he named it", "keep"},      {"she said so", "keep"},       {"he said so", "keep"},
        {"it's his work", "keep"},    {"it's her work", "keep"},     {"keep that", "keep"},
        {"rephrase", "reword"},       {"reword it", "reword"},       {"another way", "reword"},
        {"that's the result", "move"}};
    const std::string folded = fold(text);
    for (const Button& button : session(desk).pending->buttons) {
        for (const auto part : split(button.label, ","))
            if (fold(part) == folded) return button.choice.value;
        const std::string begins = fold(split(button.label, ",")[0]);
        if ((begins == "yes" || begins == "no") && starts_with_word(folded, begins)) return button.choice.value;
    }
    for (const auto& [said, value] : ways)
        if (folded == said && offers(desk, value)) return value;
    return std::nullopt;
}

Held take_held(Desk& desk) {
    const Held held = session(desk).pending->held.value();
    session(desk).pending.reset();
    focus(desk, held.step.deal, held.step.person);
    desk.taken = held;
    return held;
}

std::vector<Held> all_held(const Session& talk) {
    std::vector<Held> all;
    if (talk.pending && talk.pending->held) all.push_back(*talk.pending->held);
    for (const Pending& parked : talk.parked)
        if (parked.held) all.push_back(*parked.held);
    return all;
}

void ask_original(Desk& desk, const Held& held) {
    reopen(desk, held.step);
    ask_pending_again(desk);
}

// A business number in the Win's place is the Result, if there is none yet; then the Win is asked again.
void move_to_result(Desk& desk, const Held& held) {
    Influence& person = *person_in_focus(desk);
    if (person.result.asked == Asked::answered) {
        if (keep_words(desk, person.notes, held.text)) say(desk, "aside.kept_as_note");
    } else {
        person.result.asked = Asked::answered;
        person.result.text = held.text;
        person.result.measure = read_measure(held.text, desk.today).value_or(Measure{});
        person.result.source = source_now(desk);
        record(desk, "result.changed");
        say(desk, "aside.moved");
    }
    ask_original(desk, held);
}

// The held answer, its "03/04" in words: those of a button, or typed.
void answer_with_day(Desk& desk, const Held& held, std::string_view which) {
    std::string text = held.text;
    if (const auto either = either_day(text)) {
        const std::string day = which == "one"     ? either->day_first
                                : which == "other" ? either->month_first
                                                   : std::string(which);
        text.replace(either->begin, either->end - either->begin, day);
    }
    reopen(desk, held.step);
    answer_text(desk, text);
}

} // namespace
} // namespace vera
