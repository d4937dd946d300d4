// Contact and Result: what anybody over there could confirm.
#include "core/reading/measure.hpp"
#include "core/reading/quotes.hpp"
#include "core/reading/when.hpp"
#include "core/words.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/contact_words.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/views/facts.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

Heard contact_from_text(Desk&, std::string_view text);
void contact_from_value(Desk&, const std::string& value);
Heard result_from_text(Desk&, std::string_view text);
Heard whose_from_text(Desk&, std::string_view text);
void whose_from_value(Desk&, const std::string& value);
Heard read_in_from_text(Desk&, std::string_view text);
bool has_number(const Deal&, const Influence*);
void set_whose(Desk&, Whose, std::string_view words);
void set_contact(Desk&, Influence&, bool spoken, std::string words);
std::string_view result_echo(const Measure&, std::string_view text, const Desk&);
void keep_other_results(Desk&, Influence&, const std::vector<std::string_view>& results);

} // namespace

Fields contact_fields() {
    return {
        {StepKind::contact,
         {.record = "contact.changed",
          .from_text = contact_from_text,
          .from_value = contact_from_value,
          .asked = [](Deal&, Influence* person) { return &person->contact.asked; },
          .so_far = [](const Deal&, const Influence* person) { return person->contact.words; }}},
        {StepKind::result,
         {.record = "result.changed",
          .from_text = result_from_text,
          .asked = [](Deal&, Influence* person) { return &person->result.asked; },
          .so_far = [](const Deal&, const Influence* person) { return person->result.text; }}},
        {StepKind::whose,
         {.record = "result.whose_told",
          .from_text = whose_from_text,
          .from_value = whose_from_value,
          .asked = [](Deal&, Influence* person) { return &person->result.whose.asked; },
          .applies = has_number,
          .so_far = [](const Deal&, const Influence* person) { return person->result.whose.words.reveal(); }}},
        {StepKind::read_in,
         {.record = "result.read_in_told",
          .from_text = read_in_from_text,
          .asked = [](Deal&, Influence* person) { return &person->result.read_in_asked; },
          .applies = [](const Deal&, const Influence* person) { return person->result.whose.is(Whose::theirs); },
          .so_far = [](const Deal&, const Influence* person) { return person->result.read_in; }}},
    };
}

namespace {

Heard contact_from_text(Desk& desk, std::string_view text) {
    Influence& person = *person_in_focus(desk);
    const ContactRead read = read_contact(text, desk.today);
    if (read == ContactRead::nobody) return set_contact(desk, person, false, std::string(text)), Heard::stored;
    if (read == ContactRead::to_come) return say(desk, "person.contact.to_come"), Heard::refused;
    if (read == ContactRead::unclear && desk.taken && !desk.unchecked) // asked about once already
        return say(desk, "person.contact.unread"), Heard::refused;
    if (read == ContactRead::unclear && hold_for_contact(desk, text)) return Heard::held;
    set_contact(desk, person, true, std::string(text));
    if (const auto day = find_said(text, desk.today)) person.contact.last = day->day;
    return Heard::stored;
}

void contact_from_value(Desk& desk, const std::string& value) {
    set_contact(desk, *person_in_focus(desk), value != "nobody", "");
}

Heard result_from_text(Desk& desk, std::string_view text) {
    Influence& person = *person_in_focus(desk);
    if (means_nothing(text)) {
        person.result.asked = Asked::does_not_know;
        say(desk, "unknown.result");
        return Heard::stored;
    }
    const auto results = results_in(text, desk.today);
    const bool room = person.notes.size() < limits::notes;
    const std::string_view first = room ? results.front() : text;
    person.result.asked = Asked::answered;
    person.result.text = std::string(first);
    const Measure before = person.result.measure;
    person.result.measure = read_measure(text, desk.today).value_or(Measure{});
    if (person.result.measure != before) { // whose it is was told of the number before
        person.result.whose = {};
        person.result.read_in_asked = Asked::not_yet;
        person.result.read_in.clear();
    }
    person.result.source = source_now(desk);
    const Measure& measure = person.result.measure;
    const bool numbers = measure.to.has_value();
    const auto vague = vague_day(first);
    say(desk, result_echo(measure, first, desk),
        {{"text", numbers ? say_measure(measure, desk.today) : std::string(first)},
         {"when", vague ? std::string(vague->words) : ""}});
    if (room && results.size() > 1) keep_other_results(desk, person, results);
    return Heard::stored;
}

// A person has one Result; what else was said is not lost.
void keep_other_results(Desk& desk, Influence& person, const std::vector<std::string_view>& results) {
    std::vector<std::string> rest;
    for (const auto result : results) rest.emplace_back(result);
    rest.erase(rest.begin());
    std::string note;
    for (const auto& one : rest) note += (note.empty() ? "" : "; ") + one;
    person.notes.push_back({note, source_now(desk)});
    say(desk, "person.result.one_each", {{"list", brief(note)}});
}

Heard whose_from_text(Desk& desk, std::string_view text) {
    const auto whose = whose_in(text);
    if (!whose) return say(desk, "choice.unread"), Heard::refused;
    set_whose(desk, *whose, text);
    return Heard::stored;
}

void whose_from_value(Desk& desk, const std::string& value) { set_whose(desk, *enum_value<Whose>(value), ""); }

Heard read_in_from_text(Desk& desk, std::string_view text) {
    person_in_focus(desk)->result.read_in = std::string(text);
    person_in_focus(desk)->result.read_in_asked = Asked::answered;
    say(desk, "more.read_in.echo", {{"text", std::string(text)}});
    return Heard::stored;
}

void set_contact(Desk& desk, Influence& person, bool spoken, std::string words) {
    Contact& contact = person.contact;
    if (contact.spoken && contact.log.size() < limits::meetings)
        contact.log.push_back({contact.words, contact.last, contact.source});
    contact.asked = Asked::answered;
    contact.spoken = spoken;
    contact.words = std::move(words);
    contact.last.reset();
    contact.source = source_now(desk);
    if (!spoken)
        say(desk, "person.contact.nobody");
    else if (person.contact.words.empty())
        say(desk, "person.contact.echo_plain");
    else
        say(desk, "person.contact.echo", {{"text", brief(person.contact.words, limits::fact_text)}});
}

// What to say of it: the first thing that is missing or does not fit, else just the Result.
std::string_view result_echo(const Measure& measure, std::string_view text, const Desk& desk) {
    switch (doubt(measure, text, desk.today)) {
    case MeasureDoubt::wrong_way:
        return "person.result.slip";
    case MeasureDoubt::past:
        return "person.result.past";
    case MeasureDoubt::too_far:
        return "person.result.too_far";
    case MeasureDoubt::units_differ:
        return "person.result.units";
    case MeasureDoubt::vague_day:
        return "person.result.vague";
    default:
        break;
    }
    switch (quality(measure)) {
    case Quality::m0:
    case Quality::m1:
        return "person.result.echo_soft";
    case Quality::m2:
        return measure.from && measure.to ? "person.result.echo_unit" : "person.result.echo_base";
    case Quality::m3:
        return "person.result.echo_date";
    case Quality::m4:
    case Quality::m5:
        return "person.result.echo";
    }
    throw Bug("no such quality");
}

bool has_number(const Deal&, const Influence* person) {
    return person->result.asked == Asked::answered && person->result.measure.to.has_value();
}

void set_whose(Desk& desk, Whose whose, std::string_view words) {
    tell(desk, person_in_focus(desk)->result.whose, whose, words);
    say(desk, whose == Whose::ours ? "more.whose.echo_ours" : "more.whose.echo");
    const Influence& person = *person_in_focus(desk);
    if (is_open(StepKind::read_in, *deal_in_focus(desk), &person)) queue_next(desk, StepKind::read_in, person.person);
}

} // namespace
} // namespace vera
