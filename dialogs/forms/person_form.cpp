// Everything about one person in one form. What is left as it was, or empty, changes nothing.
#include "core/text.hpp"
#include "core/words.hpp"
#include "dialogs/fields/field.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/people/list.hpp"
#include "dialogs/views/status.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

struct PersonField {
    const char* id;
    StepKind kind;
    bool filled; // with the answer so far; else it adds to what is there
};
constexpr std::array person_fields = {
    PersonField{"result", StepKind::result, true}, PersonField{"win", StepKind::win, true},
    PersonField{"evidence", StepKind::evidence, false}, PersonField{"lose", StepKind::lose, true},
    PersonField{"next_step", StepKind::next_step, false}};
inline constexpr auto old_way = "old_way";
inline constexpr auto ours = "ours";

std::optional<Form> filled_person(Desk&, const FormKey&);
FormField roles_field(const Desk&, const Influence&);
std::string so_far(const Deal&, const Influence&, const PersonField&);
bool stands_in_form(const Desk&, const Deal&, const Influence&, const PersonField&);
void read_person(Desk&, const Submitted&, FormReading&);
void read_name(Desk&, const FormValues&, FormReading&, std::vector<std::string>& changed);
bool is_name_of_other(const Desk&, const std::string& name);
void read_roles(Desk&, const FormValues&, std::vector<std::string>& changed);
void read_answers(Desk&, const FormValues&, FormReading&, std::vector<std::string>& changed);
void mend_draft(Desk&);
std::string label(const Desk&, const std::string& id);

} // namespace

FormRoom person_form() { return {filled_person, read_person}; }

namespace {

std::optional<Form> filled_person(Desk& desk, const FormKey& key) {
    const Deal& deal = *find_deal(desk.plan.next, key.deal);
    const Influence* person = find_person(deal, key.person);
    if (!person) return say(desk, "person.which"), std::nullopt;
    Form form = empty_form(desk, key);
    form.intro = sentence(desk, "form.person.intro", {{"name", shown_name(*person)}, {"account", deal.head.name}});
    form.fields = {line_field(desk, "person", "name", person->name), line_field(desk, "person", "title", person->title),
                   roles_field(desk, *person)};
    for (const PersonField& field : person_fields)
        if (stands_in_form(desk, deal, *person, field))
            form.fields.push_back(lines_field(desk, "person", field.id, so_far(deal, *person, field)));
    for (FormField& field : form.fields) field.optional = true;
    return form;
}

FormField roles_field(const Desk& desk, const Influence& person) {
    FormField field = choice_field(desk, "person", "roles", "");
    field.kind = FormField::Kind::any_of;
    const auto offer = [&](const std::string& value, const std::string& label, bool chosen) {
        add_option(field, value, label);
        if (chosen) field.value += (field.value.empty() ? "" : "\n") + value;
    };
    for (const Role role : {Role::economic, Role::user, Role::technical, Role::coach})
        offer(std::string(enum_word(role)), capitalised(say_role(desk, role)), person.roles.contains(role));
    offer(old_way, capitalised(sentence(desk, "row.old_way")), person.owns_old_way);
    offer(ours, capitalised(sentence(desk, "row.ours")), person.ours);
    return field;
}

std::string so_far(const Deal& deal, const Influence& person, const PersonField& field) {
    return field.filled ? field_of(field.kind).so_far(deal, &person) : "";
}

// Motives have a form of their own in strict mode; and how a Win is known may come with the Win.
bool stands_in_form(const Desk& desk, const Deal& deal, const Influence& person, const PersonField& field) {
    if (person.ours || needs_form(desk, field.kind)) return false;
    return applies(field.kind == StepKind::evidence ? StepKind::win : field.kind, deal, &person);
}

void read_person(Desk& desk, const Submitted& sent, FormReading& reading) {
    const DealId deal_before = session(desk).deal;
    const PersonId person_before = session(desk).person;
    focus(desk, sent.form.deal, sent.form.person);
    if (!person_in_focus(desk)) return say(desk, "form.gone");
    std::vector<std::string> changed;
    read_name(desk, sent.values, reading, changed);
    read_roles(desk, sent.values, changed);
    read_answers(desk, sent.values, reading, changed);
    if (!reading.errors.empty()) return;
    if (!changed.empty()) {
        mend_draft(desk);
        record(desk, "person.changed");
    }
    desk.lines.clear();
    say(desk, changed.empty() ? "form.person.unchanged" : "form.person.changed", {{"list", say_list(changed)}});
    focus(desk, deal_before, person_before);
    go_on_after(desk, reading);
}

// A platform may leave out what stands unchanged, so a field that is not there changes nothing.
void read_name(Desk& desk, const FormValues& values, FormReading& reading, std::vector<std::string>& changed) {
    Influence& person = *person_in_focus(desk);
    for (const auto& [id, slot] : {std::pair{"name", &Influence::name}, std::pair{"title", &Influence::title}}) {
        const std::string text = value_of(values, id);
        if (!values.contains(id) || text == person.*slot) continue;
        if (length(text) > limits::name_text)
            refuse(reading, id, sentence(desk, "bad.long_name", {{"n", std::to_string(limits::name_text)}}));
        if (text.find('\n') != std::string::npos) refuse(reading, id, sentence(desk, "form.person.one_line"));
        person.*slot = text;
        changed.push_back(label(desk, id));
    }
    if (!has_letter_or_digit(person.name) && !has_letter_or_digit(person.title))
        refuse(reading, "name", sentence(desk, "form.person.no_name"));
    else if (is_name_of_other(desk, person.name))
        refuse(reading, "name", sentence(desk, "form.person.same_name", {{"text", person.name}}));
}

bool is_name_of_other(const Desk& desk, const std::string& name) {
    return !name.empty() && std::ranges::any_of(deal_in_focus(desk)->people, [&](const Influence& other) {
        return other.person != session(desk).person && fold(other.name) == fold(name);
    });
}

void read_roles(Desk& desk, const FormValues& values, std::vector<std::string>& changed) {
    if (!values.contains("roles")) return;
    Influence& person = *person_in_focus(desk);
    const Influence before = person;
    person.roles.clear();
    person.owns_old_way = person.ours = false;
    for (const auto& value : values_of(values, "roles")) {
        if (const auto role = enum_value<Role>(value)) person.roles.insert(*role);
        person.owns_old_way = person.owns_old_way || value == old_way;
        person.ours = person.ours || value == ours;
    }
    if (person == before) return;
    weigh_coaches(*deal_in_focus(desk));
    changed.push_back(label(desk, "roles"));
}

void read_answers(Desk& desk, const FormValues& values, FormReading& reading, std::vector<std::string>& changed) {
    const Influence before = *person_in_focus(desk);
    for (const PersonField& field : person_fields) {
        const Deal& deal = *deal_in_focus(desk);
        const std::string text = value_of(values, field.id);
        if (text.empty() || text == clean(so_far(deal, before, field))) continue;
        if (needs_form(desk, field.kind)) continue; // of a form opened before the mode was strict
        if (read_answer(desk, reading, {field.id, field.kind, text})) changed.push_back(label(desk, field.id));
    }
}

// The list of who decides may be open meanwhile, and would put back what it knows.
void mend_draft(Desk& desk) {
    if (session(desk).list_of != session(desk).deal) return;
    const Influence& person = *person_in_focus(desk);
    for (Draft& draft : session(desk).drafts)
        if (draft.person == person.person)
            draft = {person.name, person.title, person.roles, person.owns_old_way, person.ours, person.person};
}

std::string label(const Desk& desk, const std::string& id) { return sentence(desk, "form.person.label." + id); }

} // namespace
} // namespace vera
