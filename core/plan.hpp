#pragma once
// What a turn decided. The order is a contract: everything here is saved and committed BEFORE anything of
// it can be seen outside.
#include "core/event.hpp"
#include "core/state.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera {

// A planned moment, unique by (user, kind, occurrence): planning it again moves it. `local` is the wish,
// from which `due` follows by the user's zone.
struct Job {
    std::string kind;       // "reminder"
    std::string occurrence; // "<action id>"
    ConversationId conversation;
    ThreadId thread;
    DealId deal;
    PersonId person;
    ActionId action;
    Local local;
    Zone zone;
    Time due{};
    bool operator==(const Job&) const = default;
};

struct JobKey {
    std::string kind, occurrence;
    bool operator==(const JobKey&) const = default;
};

// An event for another turn (work on a second deal): comes at once, as a Due of its own.
struct Errand {
    std::string kind;
    DealId deal;
    bool operator==(const Errand&) const = default;
};

// The audit line: who changed what and why, never its content. Who, when and which event the store knows.
struct Record {
    std::string what; // a stable code: "deal.created", "win.changed"
    DealId deal;
    PersonId person;
    std::string reason{}; // asked for where private fields leave Vera; sealed
    bool operator==(const Record&) const = default;
};

// An answer that only makes sense now: done once, directly after the commit, never retried. Kept with
// the claim, so that a repeat of the event gets the same. What must be seen is a message as well.
struct Reply {
    std::string ephemeral;            // a line only this user sees, only now
    std::vector<FieldError> errors{}; // of the form that was sent; it stays open
    std::optional<Form> form{};       // to be shown now; only when event.can_open_form
    bool operator==(const Reply&) const = default;
};

struct Plan {
    State next;
    std::vector<Message> messages;
    std::vector<Job> jobs; // planned or moved
    std::vector<JobKey> cancelled;
    std::vector<Errand> errands;
    std::vector<Record> records;
    std::optional<Reply> reply;
    Needs needs; // not empty: nothing else in this plan counts
};

inline constexpr std::size_t max_plan_messages = 8;
inline constexpr std::size_t max_plan_jobs = 250; // a user's reminders move together when the zone changes

} // namespace vera
