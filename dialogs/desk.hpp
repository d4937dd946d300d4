#pragma once
// Where one turn works: the state it edits, and the one message it is putting together. Rooms of dialogs
// take a Desk, say lines and ask at most one question; finish() makes the plan of it.
#include "core/event.hpp"
#include "core/plan.hpp"
#include "dialogs/library/library.hpp"

#include <string>
#include <string_view>

namespace vera {

struct Desk {
    const Library& library;
    const State& before;
    const Event& event;
    Time now;
    Day today; // of the user
    Plan plan; // plan.next is edited in place

    std::vector<Line> lines; // of the one message of this turn
    std::vector<Button> buttons;
    bool takes_number = false;
    Surface surface = Surface::chat;
    bool flag_named = false;                // one Red Flag is named in a turn, not two
    std::optional<std::size_t> question_at; // the line where the question begins: what is cut stands before it
    std::string notice;
    std::optional<Time> useful_until;
    DealId about;              // when it is not the deal in focus
    Slots slots;               // for every sentence of this turn, filled by what prepares a question
    bool unchecked = false;    // the seller answered the check about this very text
    std::optional<Held> taken; // the held answer that this turn settles
    std::size_t ids_used = 0;
};

Desk open_desk(const Library&, const State&, const Event&, Time now);
Plan finish(Desk&);
void start_over(Desk&); // as the turn began: nothing of it is stored or said

Session& session(Desk&);
const Session& session(const Desk&);
const User& user(const Desk&);
Deal* deal_in_focus(Desk&);
const Deal* deal_in_focus(const Desk&);
Influence* person_in_focus(Desk&);
const Influence* person_in_focus(const Desk&);
Deal* loaded(Desk&, const DealId&); // nullptr: the turn asked to see it and runs again
void focus(Desk&, const DealId&, const PersonId& = {});

// The sentence of `key`, with {user}, {account}, {first}, {name} filled from the focus, and `slots` on top.
std::string sentence(const Desk&, std::string_view key, Slots slots = {});
void say(Desk&, std::string_view key, Slots slots = {}, LineStyle = LineStyle::plain);
void say_text(Desk&, std::string text, LineStyle = LineStyle::plain);
void add_button(Desk&, std::string_view label_key, Choice);

// What somebody wins, loses or said, as it may stand in the chat: the words, or in strict mode only that
// there are some. Every message shows such words through these.
std::string in_chat(const Desk&, const std::string& words);
std::string in_chat(const Desk&, const Private<std::string>&);

// True the first time only, per user: for sentences and explanations that are given once.
bool first_time(Desk&, const std::string& key);

template <class Any> Any fresh_id(Desk& desk, char kind) { return derived<Any>(desk.event.id, kind, ++desk.ids_used); }
Source source_now(const Desk&);
void record(Desk&, std::string what);
void record(Desk&, std::string what, const DealId&, const PersonId& = {});
MessageId message_id(const Desk&); // of the one message of this turn

} // namespace vera
