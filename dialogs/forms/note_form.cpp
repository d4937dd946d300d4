// What a buyer wrote somewhere else, kept as a dated note about them.
#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/interview.hpp"
#include "dialogs/notes.hpp"
#include "dialogs/views/facts.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>

namespace vera {
namespace {

inline constexpr std::size_t most_options = 100;

std::optional<Form> filled_note(Desk&, const FormKey&);
FormField deal_field(const Desk&);
FormField tag_field(const Desk&);
void read_note(Desk&, const Submitted&, FormReading&);
Deal* chosen_deal(Desk&, const FormValues&, FormReading&);
PersonId person_named(Desk&, const Deal&, const std::string& name, FormReading&);
void keep_note(Desk&, Deal&, const PersonId&, const std::string& text, const std::string& tag);

} // namespace

FormRoom note_form() { return {filled_note, read_note}; }

Form note_form_about(Desk& desk, const FormKey& key, const std::string& text) {
    Form form = empty_form(desk, key);
    const Influence* person = person_in_focus(desk);
    form.fields = {deal_field(desk), line_field(desk, "note", "person", person ? shown_name(*person) : ""),
                   lines_field(desk, "note", "text", shorten(text, longest_form_text)), tag_field(desk)};
    form.fields[1].optional = form.fields[3].optional = true;
    form.fields[2].most = static_cast<int>(longest_form_text); // too long at first, it is cut by who sends it
    return form;
}

namespace {

std::optional<Form> filled_note(Desk& desk, const FormKey& key) {
    if (desk.plan.next.heads.empty()) return say(desk, "deal.none"), std::nullopt;
    return note_form_about(desk, key, "");
}

FormField deal_field(const Desk& desk) {
    const auto& heads = desk.plan.next.heads;
    FormField field = choice_field(desk, "note", "deal", "");
    for (std::size_t i = 0; i < heads.size() && i < most_options; ++i) {
        add_option(field, heads[i].id.text(), heads[i].name);
        if (i == 0 || heads[i].id == session(desk).deal) field.value = heads[i].id.text();
    }
    return field;
}

FormField tag_field(const Desk& desk) {
    FormField field = choice_field(desk, "note", "tag", "none");
    for (const auto tag : {Tag::their_words, Tag::number, Tag::could_lose, Tag::none}) {
        const std::string value(enum_word(tag));
        add_option(field, value, sentence(desk, "aside.tag.button." + value));
    }
    return field;
}

void read_note(Desk& desk, const Submitted& sent, FormReading& reading) {
    const std::string text = value_of(sent.values, "text");
    if (!has_letter_or_digit(text)) refuse(reading, "text", sentence(desk, "form.note.empty"));
    if (length(text) > limits::fact_text)
        refuse(reading, "text", sentence(desk, "bad.long_fact", {{"n", std::to_string(limits::fact_text)}}));
    Deal* deal = chosen_deal(desk, sent.values, reading);
    if (!deal) return;
    const PersonId person = person_named(desk, *deal, value_of(sent.values, "person"), reading);
    const auto& notes = person ? find_person(*deal, person)->notes : deal->notes;
    if (notes.size() >= limits::notes)
        refuse(reading, "text", sentence(desk, "note.full", {{"n", std::to_string(limits::notes)}}));
    if (!reading.errors.empty()) return;
    keep_note(desk, *deal, person, text, value_of(sent.values, "tag"));
    go_on_after(desk, reading);
}

Deal* chosen_deal(Desk& desk, const FormValues& values, FormReading& reading) {
    const DealId id{value_of(values, "deal")};
    const auto& seen = desk.before.seen.deals;
    Deal* deal = find_deal(desk.plan.next, id);
    if (deal) return deal;
    if (find_head(desk.plan.next, id) && std::ranges::find(seen, id) == seen.end())
        desk.plan.needs.deals.push_back(id);
    else
        refuse(reading, "deal", sentence(desk, "form.note.which_deal"));
    return nullptr;
}

PersonId person_named(Desk& desk, const Deal& deal, const std::string& name, FormReading& reading) {
    if (name.empty()) return {};
    const auto called = people_called(deal, fold(name));
    if (called.size() == 1) return called.front()->person;
    std::vector<std::string> names;
    for (const Influence& person : deal.people) names.push_back(shown_name(person));
    refuse(reading, "person",
           sentence(desk, names.empty() ? "form.note.nobody" : "form.note.which_person",
                    {{"account", deal.head.name}, {"list", say_list(names)}}));
    return {};
}

// The tag asks what it asks in the chat, when the talk is about that deal.
void keep_note(Desk& desk, Deal& deal, const PersonId& id, const std::string& text, const std::string& tag) {
    Influence* person = find_person(deal, id);
    auto& notes = person ? person->notes : deal.notes;
    keep_words(desk, notes, text);
    notes.back().tag = enum_value<Tag>(tag).value_or(Tag::none);
    record(desk, "note.kept", deal.head.id, id);
    say(desk, "note.kept", {{"text", person ? first_name(*person) : deal.head.name}});
    if (!person || person->ours || deal.head.id != session(desk).deal || !deal.people_confirmed) return;
    const PersonId before = session(desk).person;
    const auto lines = desk.lines.size();
    focus(desk, deal.head.id, id);
    field_of(StepKind::tag).from_value(desk, std::string(enum_word(notes.back().tag)));
    desk.lines.resize(lines);
    focus(desk, deal.head.id, before);
}

} // namespace
} // namespace vera
