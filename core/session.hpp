#pragma once
// Where a talk stands: the question that waits, those put aside, the list being confirmed, the way back.
// One for each (user, conversation, thread).
#include "core/influence.hpp"
#include "core/message.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vera {

// One answered question, for "back".
struct Step {
    std::string script, step;
    DealId deal;
    PersonId person;
    bool operator==(const Step&) const = default;
};

// An answer that is not stored before the question about it is answered (product 6), and the step it was
// typed for. It lives and goes with that question.
struct Held {
    std::string text;
    Step step;
    bool operator==(const Held&) const = default;
};

// The question that waits. At most one per (user, conversation, thread). Named by script and step id,
// never by position, so that scripts may change while a talk is open.
struct Pending {
    QuestionId id;
    std::string script, step;
    DealId deal;
    PersonId person;
    Time asked_at{};
    MessageId message;       // the message that asks it
    std::vector<Line> lines; // and what it says, to become history once answered
    std::vector<Button> buttons;
    std::optional<Held> held; // of a check
    bool operator==(const Pending&) const = default;
};

// One row of the list of people that waits to be confirmed.
struct Draft {
    std::string name, title;
    Roles roles;
    bool owns_old_way = false;
    bool ours = false;
    PersonId person; // set: this row is somebody we already have
    bool operator==(const Draft&) const = default;
};

// What was typed last and how the person stood before it, so that it can move to somebody else.
struct LastSaid {
    Step step;
    std::string text;
    Influence before;
    bool operator==(const LastSaid&) const = default;
};

struct Session {
    ConversationId conversation;
    ThreadId thread;
    std::optional<Pending> pending;
    std::vector<Pending> parked; // questions put aside for another; limit below
    DealId deal;                 // in focus
    PersonId person;
    DealId list_of;                    // the deal whose list is being confirmed; empty: no list is open
    std::vector<Draft> drafts;         // its rows
    std::vector<std::string> leftover; // words of it that were not understood, kept as a note
    std::vector<Step> trail;           // oldest first; limit below
    std::set<std::string> skipped;     // "<person>/<step>": comes back another day

    std::vector<Step> agenda; // asked for by name, in this order, before anything else; limits::agenda
    PersonId after_agenda;    // who was in focus when it began
    std::optional<LastSaid> last_said;
    std::set<std::string> challenged; // "<person>": one challenge per person and talk

    int demo = 0; // the screen of the demo that stands; 0: none
    int unknowns_in_a_row = 0;
    int misunderstood = 0; // in a row, for this question
    bool paused = false;
    Time last_turn{};
    std::string unknown_json;
    std::int64_t version = 0; // of the stored row; 0: there is none yet
    bool operator==(const Session&) const = default;
};
inline constexpr std::size_t max_parked = 3;
inline constexpr std::size_t max_trail = 20;

} // namespace vera
