#include "dialogs/answers.hpp"

#include "core/reading/measure.hpp"
#include "core/reading/when.hpp"
#include "core/text.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/short_forms.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace vera {
namespace {

inline constexpr int stop_after_unknowns = 3;

enum class Known { yes, no };
void answered(Desk&, const ScriptStep&, Known = Known::yes);
void answer_people(Desk&, std::string_view text);
void answer_confirm(Desk&, std::string_view text);
void confirmed(Desk&);
void remember(Desk&, const Pending&, std::string_view text, std::optional<Influence> before);
void stop_asking_about(Desk&, Influence&);
void answer_what_waits(Desk&, std::string_view text);
bool types_on(const ScriptStep&, std::string_view text);
bool is_told_in_words(StepKind);
bool is_aside(const ScriptStep& step) { return shape_of(step.kind).script == "aside"; }
std::optional<Measure> corrected(const Result&, std::string_view text, Day today);
std::optional<std::string> swapped_number(std::string_view rest, const std::string& old);

} // namespace

void answer_text(Desk& desk, std::string_view text) {
    const ScriptStep step = *pending_step(desk);
    if (step.kind == StepKind::people) return answer_people(desk, text);
    if (step.kind == StepKind::confirm) return answer_confirm(desk, text);
    if (step.kind == StepKind::check) return answer_check(desk, text);
    if (says_nothing(text) && is_told_in_words(step.kind)) { // never what somebody gets or loses
        say(desk, "choice.unread");
        return ask_pending_again(desk);
    }
    const Influence* person = person_in_focus(desk);
    std::optional<Influence> before = person ? std::optional(*person) : std::nullopt;
    const Pending pending = *session(desk).pending;
    switch (field_of(step.kind).from_text(desk, text)) {
    case Heard::stored:
        remember(desk, pending, text, std::move(before));
        return answered(desk, step);
    case Heard::refused:
        return types_on(step, text) ? answer_what_waits(desk, text) : ask_pending_again(desk);
    case Heard::held:
        return;
    }
}

void answer_value(Desk& desk, const std::string& value) {
    const ScriptStep step = *pending_step(desk);
    if (step.kind == StepKind::confirm) return confirmed(desk);
    if (step.kind == StepKind::check) return choose_on_check(desk, value);
    field_of(step.kind).from_value(desk, value);
    answered(desk, step);
}

void answer_without_value(Desk& desk, Asked why) {
    const ScriptStep step = *pending_step(desk);
    if (step.kind == StepKind::check) return leave_check(desk);
    if (is_aside(step)) return say(desk, "aside.left"), answered(desk, step);
    if (why == Asked::not_applicable && step.kind != StepKind::people && step.kind != StepKind::confirm)
        say(desk, "unknown.not_applicable");
    else if (why == Asked::declined)
        say(desk, "unknown.declined");
    else
        say(desk, "unknown." + step.id);
    if (step.kind == StepKind::confirm) return confirmed(desk);
    if (step.kind == StepKind::people) return ask_pending_again(desk);
    if (const auto asked = field_of(step.kind).asked) *asked(*deal_in_focus(desk), person_in_focus(desk)) = why;
    answered(desk, step, why == Asked::does_not_know ? Known::no : Known::yes);
}

void forget_waiting(Desk& desk, const Step& done) {
    std::erase(session(desk).agenda, done);
    std::erase_if(session(desk).parked, [&](const Pending& parked) {
        return !parked.held && Step{parked.script, parked.step, parked.deal, parked.person} == done;
    });
}

bool correct_last(Desk& desk, std::string_view text) {
    if (session(desk).trail.empty()) return false;
    const Step last = session(desk).trail.back();
    Deal* deal = find_deal(desk.plan.next, last.deal);
    Influence* person = deal ? find_person(*deal, last.person) : nullptr;
    const auto script = desk.library.scripts.find(last.script);
    const ScriptStep* step = script == desk.library.scripts.end() ? nullptr : find_step(script->second, last.step);
    if (!person || !step || step->kind != StepKind::result) return false;
    const auto merged = corrected(person->result, text, desk.today);
    if (!merged) return false;
    if (*merged == person->result.measure) {
        say(desk, "correction.same", {{"text", say_measure(*merged, desk.today)}});
        return true;
    }
    const std::string old = say_measure(person->result.measure, desk.today);
    person->result.measure = *merged;
    person->result.text = say_measure(*merged, desk.today);
    person->result.source = source_now(desk);
    if (auto& said = session(desk).last_said; said && said->step == last) said->text = person->result.text;
    record(desk, "result.corrected", last.deal, last.person);
    say(desk, "correction.done", {{"old", old}, {"text", person->result.text}});
    return true;
}

bool move_last(Desk& desk, const PersonId& to) {
    const auto last = session(desk).last_said;
    Deal* deal = last ? find_deal(desk.plan.next, last->step.deal) : nullptr;
    Influence* wrong = deal ? find_person(*deal, last->step.person) : nullptr;
    const auto script = last ? desk.library.scripts.find(last->step.script) : desk.library.scripts.end();
    const ScriptStep* step =
        script == desk.library.scripts.end() ? nullptr : find_step(script->second, last->step.step);
    const Influence* right = deal ? find_person(*deal, to) : nullptr;
    if (!wrong || !step || to == last->step.person || !right || !applies(step->kind, *deal, right)) return false;
    *wrong = last->before;
    weigh_coaches(*deal);
    session(desk).last_said.reset();
    std::erase(session(desk).trail, last->step);
    park_pending(desk);
    focus(desk, last->step.deal, to);
    say(desk, "correction.moved", {{"other", first_name(*wrong)}});
    reopen(desk, {last->step.script, last->step.step, last->step.deal, to}); // the answer is there already
    answer_text(desk, last->text);
    return true;
}

namespace {

// A step is done: it becomes part of the way back, and the next question follows.
void answered(Desk& desk, const ScriptStep& step, Known known) {
    const Pending pending = std::move(*session(desk).pending);
    session(desk).pending.reset();
    if (!is_aside(step)) {
        auto& unknowns = session(desk).unknowns_in_a_row;
        unknowns = known == Known::no ? unknowns + 1 : 0;
        auto& trail = session(desk).trail;
        const Step done{pending.script, pending.step, pending.deal, pending.person};
        trail.push_back(done);
        if (trail.size() > max_trail) trail.erase(trail.begin());
        forget_waiting(desk, done);
    }
    record(desk, field_of(step.kind).record);
    if (Influence* person = person_in_focus(desk)) stop_asking_about(desk, *person);
    const bool nothing_interrupted = is_aside(step) && session(desk).parked.empty();
    if (nothing_interrupted && !session(desk).paused) { // a note made in passing begins no interview
        ask_from_agenda(desk);
        return;
    }
    advance(desk);
}

void answer_people(Desk& desk, std::string_view text) {
    add_to_list(desk, text);
    if (session(desk).drafts.empty()) {
        session(desk).list_of = {};
        session(desk).leftover.clear();
        say(desk, "deal.people.unread");
        return ask_pending_again(desk);
    }
    session(desk).pending.reset();
    advance(desk);
}

void answer_confirm(Desk& desk, std::string_view text) {
    switch (mend_list(desk, text)) {
    case Mended::confirmed:
        return confirmed(desk);
    case Mended::yes:
        return ask_pending_again(desk);
    case Mended::not_understood:
        // Said twice, it is worth keeping: as a note, never as a fact.
        if (++session(desk).misunderstood > 1)
            keep_leftover(desk, std::string(text));
        else
            say(desk, "deal.confirm.unread");
        return ask_pending_again(desk);
    }
}

void confirmed(Desk& desk) {
    store_list(desk);
    session(desk).pending.reset();
    Deal& deal = *deal_in_focus(desk);
    deal.people_confirmed = true;
    deal.people_confirmed_at = desk.now;
    record(desk, "people.confirmed");
    if (const auto flag = top_flag(desk, deal, {})) {
        name_flag(desk, deal, *flag);
        say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
    }
    advance(desk);
}

// A word or two may be a theme that was meant; a sentence is none.
bool types_on(const ScriptStep& step, std::string_view text) {
    return is_aside(step) && (step.kind != StepKind::theme || words(text).size() > 3);
}

// Whoever types on instead of tapping answers the question before: an offer is never in the way.
void answer_what_waits(Desk& desk, std::string_view text) {
    session(desk).pending.reset();
    const auto lines = desk.lines.size();
    if (!unpark(desk) && !ask_from_agenda(desk)) return say(desk, "bad.lost");
    desk.lines.resize(lines);
    desk.buttons.clear();
    desk.question_at.reset();
    if (!hold_if_unclear(desk, text)) answer_text(desk, text);
}

bool is_told_in_words(StepKind kind) {
    static constexpr std::array kinds = {StepKind::result, StepKind::win,       StepKind::lose,      StepKind::plan,
                                         StepKind::hook,   StepKind::statement, StepKind::objective, StepKind::line};
    return std::ranges::find(kinds, kind) != kinds.end();
}

// For "that was about Devrim": what was said, and how the person stood before it.
void remember(Desk& desk, const Pending& pending, std::string_view text, std::optional<Influence> before) {
    if (!before) return session(desk).last_said.reset();
    session(desk).last_said =
        LastSaid{{pending.script, pending.step, pending.deal, pending.person}, std::string(text), std::move(*before)};
}

// After three "don't know" in a row (domain 22.3) only the next step is left to ask.
void stop_asking_about(Desk& desk, Influence& person) {
    if (session(desk).unknowns_in_a_row < stop_after_unknowns) return;
    const Deal& deal = *deal_in_focus(desk);
    for (const auto& step : desk.library.scripts.at("person").steps)
        if (step.kind != StepKind::next_step && is_open(step.kind, deal, &person))
            session(desk).skipped.insert(person.person.text() + "/" + step.id);
    std::erase_if(session(desk).agenda, [&](const Step& step) { return step.person == person.person; });
    say(desk, "person.too_little");
    session(desk).unknowns_in_a_row = 0;
}

// The measure with what was said of it anew; nothing when the words are about something else.
std::optional<Measure> corrected(const Result& result, std::string_view text, Day today) {
    const Measure& old = result.measure;
    if (const auto swapped = swapped_number(text, result.text)) return read_measure(*swapped, today);
    const auto said = read_measure(text, today);
    if (!said || !(said->to || said->by)) return std::nullopt;
    const bool about_this = said->metric.empty() || fold(said->metric) == fold(old.metric);
    const bool same_unit = said->unit.empty() || fold(said->unit) == fold(old.unit);
    const bool units = doubt(old, result.text, today) == MeasureDoubt::units_differ; // just asked about
    if (!about_this || (!same_unit && !units)) return std::nullopt;
    Measure merged = said->to ? *said : old;
    if (said->by) merged.by = said->by;
    if (said->to) {
        if (!said->from && !said->percent_change) merged.from = old.from;
        if (merged.metric.empty()) merged.metric = old.metric;
        if (merged.unit.empty()) merged.unit = old.unit;
        if (!merged.by) merged.by = old.by;
    }
    return merged;
}

// "16 not 61": the whole number 61 of the old words becomes 16, if it stands there once.
std::optional<std::string> swapped_number(std::string_view rest, const std::string& old) {
    const std::string folded = fold(rest);
    const auto middle = folded.find(" not ");
    if (middle == std::string::npos) return std::nullopt;
    const std::string right = folded.substr(0, middle), wrong = folded.substr(middle + 5);
    const auto digits = [](const std::string& number) {
        return !number.empty() && number.find_first_not_of("0123456789.,") == std::string::npos;
    };
    if (!digits(right) || !digits(wrong)) return std::nullopt;
    const auto digit_at = [&](std::size_t at) { return at < old.size() && old[at] >= '0' && old[at] <= '9'; };
    std::optional<std::size_t> place;
    for (auto at = old.find(wrong); at != std::string::npos; at = old.find(wrong, at + 1)) {
        if ((at > 0 && digit_at(at - 1)) || digit_at(at + wrong.size())) continue;
        if (place) return std::nullopt;
        place = at;
    }
    if (!place) return std::nullopt;
    return old.substr(0, *place) + right + old.substr(*place + wrong.size());
}

} // namespace
} // namespace vera
