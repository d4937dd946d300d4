#include "dialogs/desk.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera {
namespace {

void forget_last_said(Desk&);
void refresh_heads(Desk&);
std::size_t characters(const std::vector<Line>&);
void cut_to_size(Desk&);
Slots slots_in_focus(const Desk&);
std::string called(const Deal&, const Influence&);

} // namespace

Desk open_desk(const Library& library, const State& state, const Event& event, Time now) {
    Desk desk{.library = library,
              .before = state,
              .event = event,
              .now = now,
              .today = day_of(now, state.user.zone),
              .plan = {},
              .lines = {},
              .buttons = {},
              .question_at = {},
              .notice = {},
              .useful_until = {},
              .about = {},
              .slots = {},
              .taken = {}};
    desk.plan.next = state;
    return desk;
}

Plan finish(Desk& desk) {
    const bool talked = desk.surface == Surface::chat && !std::holds_alternative<Moved>(desk.event.what);
    if (talked) session(desk).last_turn = desk.now;
    forget_last_said(desk);
    refresh_heads(desk);
    if (!desk.lines.empty()) {
        cut_to_size(desk);
        Message message;
        message.id = message_id(desk);
        message.to = user(desk).id;
        message.conversation = desk.event.conversation;
        message.thread = desk.event.thread;
        message.surface = desk.surface;
        message.about = desk.about.empty() ? session(desk).deal : desk.about;
        message.lines = std::move(desk.lines);
        message.buttons = std::move(desk.buttons);
        message.takes_number = desk.takes_number;
        message.notice = desk.notice.empty() ? sentence(desk, "notice.answer") : desk.notice;
        message.useful_until = desk.useful_until;
        MUST(message.buttons.size() <= max_buttons);
        desk.plan.messages.insert(desk.plan.messages.begin(), std::move(message)); // people wait for it first
    }
    return std::move(desk.plan);
}

void start_over(Desk& desk) {
    desk.plan = {};
    desk.plan.next = desk.before;
    desk.lines.clear();
    desk.buttons.clear();
    desk.question_at.reset();
    desk.slots.clear();
    desk.taken.reset();
    desk.takes_number = desk.flag_named = desk.unchecked = false;
}

Session& session(Desk& desk) { return desk.plan.next.session; }
const Session& session(const Desk& desk) { return desk.plan.next.session; }
const User& user(const Desk& desk) { return desk.plan.next.user; }
Deal* deal_in_focus(Desk& desk) { return find_deal(desk.plan.next, session(desk).deal); }
const Deal* deal_in_focus(const Desk& desk) { return find_deal(desk.plan.next, session(desk).deal); }

Influence* person_in_focus(Desk& desk) {
    Deal* deal = deal_in_focus(desk);
    return deal ? find_person(*deal, session(desk).person) : nullptr;
}
const Influence* person_in_focus(const Desk& desk) {
    const Deal* deal = deal_in_focus(desk);
    return deal ? find_person(*deal, session(desk).person) : nullptr;
}

Deal* loaded(Desk& desk, const DealId& id) {
    Deal* deal = find_deal(desk.plan.next, id);
    if (!deal) desk.plan.needs.deals.push_back(id);
    return deal;
}

void focus(Desk& desk, const DealId& deal, const PersonId& person) {
    session(desk).deal = deal;
    session(desk).person = person;
}

std::string sentence(const Desk& desk, std::string_view key, Slots slots) {
    for (const auto& [slot, text] : desk.slots) slots.emplace(slot, text);
    slots.merge(slots_in_focus(desk));
    const auto& wording = desk.library.wording;
    const std::string strict = "strict." + std::string(key); // says how it stands, without the words
    return wording.say(desk.library.strict_privacy && wording.has(strict) ? strict : key, slots);
}

void say(Desk& desk, std::string_view key, Slots slots, LineStyle style) {
    say_text(desk, sentence(desk, key, std::move(slots)), style);
}

void say_text(Desk& desk, std::string text, LineStyle style) { desk.lines.push_back({std::move(text), style}); }

void add_button(Desk& desk, std::string_view label_key, Choice choice) {
    desk.buttons.push_back({sentence(desk, label_key), std::move(choice)});
}

std::string in_chat(const Desk& desk, const std::string& words) {
    return desk.library.strict_privacy && !words.empty() ? sentence(desk, "strict.kept") : words;
}
std::string in_chat(const Desk& desk, const Private<std::string>& words) { return in_chat(desk, words.reveal()); }

bool first_time(Desk& desk, const std::string& key) { return desk.plan.next.user.heard.insert(key).second; }

Source source_now(const Desk& desk) { return {user(desk).id, desk.now, Visibility::author}; }

void record(Desk& desk, std::string what) { record(desk, std::move(what), session(desk).deal, session(desk).person); }

void record(Desk& desk, std::string what, const DealId& deal, const PersonId& person) {
    desk.plan.records.push_back({std::move(what), deal, person});
}

MessageId message_id(const Desk& desk) { return derived<MessageId>(desk.event.id, 'm', 1); }

namespace {

// What changed about a person after their last answer would go with it if it moved to somebody else.
void forget_last_said(Desk& desk) {
    auto& last = session(desk).last_said;
    if (!last || last != desk.before.session.last_said) return;
    const Deal* deal = find_deal(desk.plan.next, last->step.deal);
    const Deal* before = find_deal(desk.before, last->step.deal);
    const Influence* person = deal ? find_person(*deal, last->step.person) : nullptr;
    const Influence* known = before ? find_person(*before, last->step.person) : nullptr;
    if (!person || !known || *person != *known) last.reset();
}

// The head's counts and its "touched" follow from the facts, so no other code keeps them.
void refresh_heads(Desk& desk) {
    for (Deal& deal : desk.plan.next.deals) {
        const Deal* before = find_deal(desk.before, deal.head.id);
        if (before && *before == deal) continue;
        deal.head.people = static_cast<int>(deal.people.size());
        drop_settled_choices(deal, desk.library.flag_rules, desk.today);
        deal.head.flags = static_cast<int>(open_flags(red_flags(deal, desk.library.flag_rules, desk.today)));
        deal.head.touched = desk.now;
        const auto head = std::ranges::find(desk.plan.next.heads, deal.head.id, &DealHead::id);
        if (head != desk.plan.next.heads.end()) *head = deal.head;
    }
}

std::size_t characters(const std::vector<Line>& lines) {
    std::size_t sum = 0;
    for (const auto& line : lines) sum += length(line.text) + 1;
    return sum;
}

// What does not fit is left out before the question, and said to be.
void cut_to_size(Desk& desk) {
    if (characters(desk.lines) <= max_message_characters) return;
    const std::string note = sentence(desk, "notice.cut");
    auto at = desk.question_at.value_or(desk.lines.size());
    while (at > 0 && characters(desk.lines) + length(note) >= max_message_characters)
        desk.lines.erase(desk.lines.begin() + static_cast<std::ptrdiff_t>(--at));
    desk.lines.insert(desk.lines.begin() + static_cast<std::ptrdiff_t>(at), {note, LineStyle::context});
    while (characters(desk.lines) > max_message_characters && desk.lines.size() > 1) desk.lines.pop_back();
    desk.lines.back().text = shorten(desk.lines.back().text, max_message_characters);
}

// The first name; the whole one when somebody else has the same.
std::string called(const Deal& deal, const Influence& person) {
    for (const Influence& other : deal.people)
        if (other.person != person.person && first_name(other) == first_name(person)) return shown_name(person);
    return first_name(person);
}

Slots slots_in_focus(const Desk& desk) {
    const Deal* deal = deal_in_focus(desk);
    const Influence* person = person_in_focus(desk);
    return {{"user", user(desk).name},
            {"account", deal ? deal->head.name : ""},
            {"first", person ? called(*deal, *person) : ""},
            {"name", person ? shown_name(*person) : ""}};
}

} // namespace
} // namespace vera
