#include "dialogs/answers.hpp"

#include "core/measure.hpp"
#include "core/text.hpp"
#include "core/when.hpp"
#include "dialogs/fields.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/list.hpp"
#include "dialogs/status.hpp"

#include <map>

namespace vera {
namespace {

inline constexpr int stop_after_unknowns = 3;

struct Fields {
    FieldFromText from_text;
    void (*from_value)(Desk&, Influence&, const std::string&);
    const char* record;
};
const std::map<StepKind, Fields>& person_fields();
enum class Known { yes, no };
void answered(Desk&, StepKind, Known = Known::yes);
void answer_people(Desk&, std::string_view text);
void answer_confirm(Desk&, std::string_view text);
void confirmed(Desk&);
void mark_unknown(Influence&, StepKind);
void stop_asking_about(Desk&, Influence&);
std::optional<Measure> corrected(const Result&, std::string_view text, Day today);
std::optional<std::string> swapped_number(std::string_view rest, const std::string& old);

} // namespace

void answer_text(Desk& desk, std::string_view text) {
    const StepKind kind = pending_step(desk)->kind;
    if (kind == StepKind::people) return answer_people(desk, text);
    if (kind == StepKind::confirm) return answer_confirm(desk, text);
    if (person_fields().at(kind).from_text(desk, *person_in_focus(desk), text))
        answered(desk, kind);
    else
        ask_pending_again(desk);
}

void answer_value(Desk& desk, const std::string& value) {
    const StepKind kind = pending_step(desk)->kind;
    if (kind == StepKind::confirm) return confirmed(desk);
    person_fields().at(kind).from_value(desk, *person_in_focus(desk), value);
    answered(desk, kind);
}

void answer_unknown(Desk& desk) {
    const ScriptStep step = *pending_step(desk);
    say(desk, "unknown." + step.id);
    if (step.kind == StepKind::confirm) return confirmed(desk);
    if (step.kind == StepKind::people) return ask_pending_again(desk);
    Influence& person = *person_in_focus(desk);
    mark_unknown(person, step.kind);
    answered(desk, step.kind, Known::no);
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
    if (!merged || *merged == person->result.measure) return false;
    const std::string old = say_measure(person->result.measure, desk.today);
    person->result.measure = *merged;
    person->result.text = say_measure(*merged, desk.today);
    person->result.source = source_now(desk);
    record(desk, "result.corrected", last.deal, last.person);
    say(desk, "correction.done", {{"old", old}, {"text", person->result.text}});
    return true;
}

namespace {

const std::map<StepKind, Fields>& person_fields() {
    static const std::map<StepKind, Fields> fields = {
        {StepKind::contact, {contact_from_text, contact_from_value, "contact.changed"}},
        {StepKind::result, {result_from_text, nullptr, "result.changed"}},
        {StepKind::win, {win_from_text, nullptr, "win.changed"}},
        {StepKind::evidence, {evidence_from_text, evidence_from_value, "evidence.added"}},
        {StepKind::lose, {lose_from_text, lose_from_value, "lose.changed"}},
        {StepKind::plan, {plan_from_text, nullptr, "plan.changed"}},
        {StepKind::next_step, {next_step_from_text, next_step_from_value, "next_step.changed"}},
    };
    return fields;
}

// A step is done: it becomes part of the way back, and the next question follows.
void answered(Desk& desk, StepKind kind, Known known) {
    const Pending pending = std::move(*session(desk).pending);
    session(desk).pending.reset();
    auto& unknowns = session(desk).unknowns_in_a_row;
    unknowns = known == Known::no ? unknowns + 1 : 0;
    auto& trail = session(desk).trail;
    trail.push_back({pending.script, pending.step, pending.deal, pending.person});
    if (trail.size() > max_trail) trail.erase(trail.begin());
    record(desk, person_fields().at(kind).record);
    if (Influence* person = person_in_focus(desk)) stop_asking_about(desk, *person);
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
    record(desk, "people.confirmed");
    if (const auto flag = top_flag(desk, deal, {})) {
        name_flag(desk, deal, *flag);
        say(desk, "person.next_step.suggestion", {{"text", flag_step(desk, deal, *flag)}}, LineStyle::context);
    }
    advance(desk);
}

void mark_unknown(Influence& person, StepKind kind) {
    switch (kind) {
    case StepKind::contact:
        person.contact.asked = Asked::does_not_know;
        break;
    case StepKind::result:
        person.result.asked = Asked::does_not_know;
        break;
    case StepKind::win:
        person.win.asked = Asked::does_not_know;
        break;
    case StepKind::evidence:
        person.win.evidence_asked = Asked::does_not_know;
        break;
    case StepKind::lose:
        person.lose.asked = Asked::does_not_know;
        break;
    case StepKind::next_step:
        person.next_step_asked = Asked::does_not_know;
        break;
    case StepKind::plan:
    case StepKind::people:
    case StepKind::confirm:
        break;
    }
}

// After three "don't know" in a row (domain 22.3) only the next step is left to ask.
void stop_asking_about(Desk& desk, Influence& person) {
    if (session(desk).unknowns_in_a_row < stop_after_unknowns) return;
    for (const auto& step : desk.library.scripts.at("person").steps)
        if (step.kind != StepKind::next_step && is_open(person, step.kind))
            session(desk).skipped.insert(person.person.text() + "/" + step.id);
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
    if (!about_this || !same_unit) return std::nullopt;
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
