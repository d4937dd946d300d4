#include "dialogs/forms/forms.hpp"

#include "core/text.hpp"
#include "dialogs/forms/rooms.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>
#include <map>

namespace vera {
namespace {

std::optional<FormRoom> room_of(const std::string& kind);
std::optional<Form> filled(Desk&, const FormKey&);
void say_how_to_type(Desk&, const FormKey&);
bool is_there(Desk&, const FormKey&);

} // namespace

bool has_forms(const Desk& desk) { return desk.event.can_open_form || desk.library.company_chat; }

FormKey form_key(const Choice& choice) {
    return {choice.value.substr(form_value.size()), choice.deal, choice.person, choice.question};
}

Choice form_choice(const FormKey& key) {
    return {.question = key.question,
            .value = std::string(form_value) + key.kind,
            .deal = key.deal,
            .person = key.person,
            .action = {}};
}

void add_form_button(Desk& desk, const FormKey& key) {
    add_button(desk, "form." + key.kind + ".button", form_choice(key));
}

void offer_form(Desk& desk, const FormKey& key) {
    if (desk.event.can_open_form) return press_form(desk, key);
    say_how_to_type(desk, key);
    if (has_forms(desk)) add_form_button(desk, key);
}

void press_form(Desk& desk, const FormKey& key) {
    const auto form = filled(desk, key);
    if (!form) return;
    if (desk.event.can_open_form) {
        desk.plan.reply = Reply{.ephemeral = {}, .errors = {}, .form = *form};
    } else {
        say(desk, "form.none_here");
        say_how_to_type(desk, key);
        resume(desk);
    }
}

// Where no form can open now, the words wait where they stand; nothing of them is kept unasked.
void forward(Desk& desk, const Forwarded& forwarded) {
    const FormKey key{"note", session(desk).deal, {}, {}};
    if (desk.plan.next.heads.empty()) return say(desk, "deal.none");
    if (desk.event.can_open_form) {
        desk.plan.reply =
            Reply{.ephemeral = {}, .errors = {}, .form = note_form_about(desk, key, clean(forwarded.text))};
        return;
    }
    say_not_opened(desk, {key});
}

void submit_form(Desk& desk, const Submitted& sent) {
    const auto room = room_of(sent.form.kind);
    if (!room) return say(desk, "form.unknown"), resume(desk);
    if (!is_there(desk, sent.form)) return;
    FormReading reading;
    room->read(desk, sent, reading);
    if (reading.errors.empty()) return;
    start_over(desk);
    auto& challenged = session(desk).challenged;
    challenged.insert(reading.doubts.begin(), reading.doubts.end());
    desk.plan.reply = Reply{.ephemeral = {}, .errors = std::move(reading.errors), .form = {}};
}

void say_not_opened(Desk& desk, const NotOpened& not_opened) {
    const FormKey& key = not_opened.form;
    if (!room_of(key.kind) || !is_there(desk, key)) return;
    say(desk, "form.not_opened");
    if (key.kind == "private") return resume(desk); // the question has its button
    if (key.kind == "note") say(desk, "form.note.again");
    add_form_button(desk, key);
}

namespace {

std::optional<FormRoom> room_of(const std::string& kind) {
    static const std::map<std::string, FormRoom (*)()> rooms = {{"deal", deal_form},
                                                                {"person", person_form},
                                                                {"settings", settings_form},
                                                                {"note", note_form},
                                                                {"private", private_form}};
    const auto room = rooms.find(kind);
    return room == rooms.end() ? std::nullopt : std::optional(room->second());
}

std::optional<Form> filled(Desk& desk, const FormKey& key) {
    const auto room = room_of(key.kind);
    if (!room) return say(desk, "form.unknown"), std::nullopt;
    if (!is_there(desk, key)) return std::nullopt;
    return room->filled(desk, key);
}

void say_how_to_type(Desk& desk, const FormKey& key) {
    const Deal* deal = find_deal(desk.plan.next, key.deal);
    const Influence* person = deal ? find_person(*deal, key.person) : nullptr;
    say(desk, "form." + key.kind + ".typed", person ? Slots{{"first", first_name(*person)}} : Slots{});
}

// The deal and the person it is about; else it is said that they are gone, or the turn asks to see the deal.
bool is_there(Desk& desk, const FormKey& key) {
    const bool known = key.deal.empty() || find_head(desk.plan.next, key.deal);
    const auto& seen = desk.before.seen.deals;
    const bool looked = std::ranges::find(seen, key.deal) != seen.end();
    if (known && !key.deal.empty() && !find_deal(desk.plan.next, key.deal) && !looked)
        return desk.plan.needs.deals.push_back(key.deal), false;
    const Deal* deal = find_deal(desk.plan.next, key.deal);
    const bool there =
        known && (key.deal.empty() || deal) && (key.person.empty() || (deal && find_person(*deal, key.person)));
    if (!there) say(desk, "form.gone"), resume(desk);
    return there;
}

} // namespace
} // namespace vera
