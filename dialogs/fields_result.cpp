// Contact and Result: what anybody over there could confirm.
#include "core/measure.hpp"
#include "core/text.hpp"
#include "core/when.hpp"
#include "dialogs/fields.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

bool means_nobody(std::string_view text);
void set_contact(Desk&, Influence&, bool spoken, std::string words);
std::string_view result_echo(const Measure&, std::string_view text, const Desk&);

} // namespace

bool contact_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nobody(text)) {
        set_contact(desk, person, false, std::string(text));
        return true;
    }
    set_contact(desk, person, true, std::string(text));
    if (const auto day = find_day(text, desk.today, Look::back)) person.contact.last = day->day;
    return true;
}

void contact_from_value(Desk& desk, Influence& person, const std::string& value) {
    set_contact(desk, person, value != "nobody", "");
}

bool result_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nothing(text)) {
        person.result.asked = Asked::does_not_know;
        say(desk, "unknown.result");
        return true;
    }
    person.result.asked = Asked::answered;
    person.result.text = std::string(text);
    person.result.measure = read_measure(text, desk.today).value_or(Measure{});
    person.result.source = source_now(desk);
    const Measure& measure = person.result.measure;
    const bool numbers = measure.to.has_value();
    say(desk, result_echo(measure, text, desk),
        {{"text", numbers ? say_measure(measure, desk.today) : std::string(text)}});
    return true;
}

bool means_nothing(std::string_view text) {
    static constexpr std::array words = {"nothing", "none", "no", "nope", "nothing i know of", "nothing at all", "-"};
    return std::ranges::find(words, fold(text)) != words.end() || text == "-";
}

namespace {

bool means_nobody(std::string_view text) {
    const std::string folded = fold(text);
    for (const auto* but : {"but", "except", "only"})
        if (has_word(folded, but)) return false; // "nobody but Petra"
    for (const auto* start :
         {"nobody", "no one", "noone", "none", "not yet", "never", "no", "nein", "we haven't", "haven't", "not me"})
        if (starts_with_word(folded, start)) return true;
    return false;
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
        say(desk, "person.contact.echo", {{"text", person.contact.words}});
}

// What to say of it: the first thing that is missing or does not fit, else just the Result.
std::string_view result_echo(const Measure& measure, std::string_view text, const Desk& desk) {
    switch (doubt(measure, text, desk.today)) {
    case MeasureDoubt::wrong_way:
        return "person.result.slip";
    case MeasureDoubt::past:
        return "person.result.past";
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

} // namespace
} // namespace vera
