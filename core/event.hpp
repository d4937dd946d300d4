#pragma once
// What reached us. A platform verifies first, then makes one of these; the scheduler makes them from due
// jobs. Nothing in an event is trusted to arrive once: its keys are claimed in the turn's transaction.
#include "core/message.hpp"

#include <string>
#include <variant>
#include <vector>

namespace vera {

struct Said { // a typed line
    std::string text;
    bool operator==(const Said&) const = default;
};
struct Chose { // a button
    Choice choice;
    std::string label;
    bool operator==(const Chose&) const = default;
};
struct Opened { // the conversation was opened; nothing was said
    bool operator==(const Opened&) const = default;
};
// A planned moment has come. `kind` and `occurrence` name it, `subject` is what it is about.
struct Due {
    std::string kind;
    std::string occurrence;
    DealId deal;
    PersonId person;
    ActionId action;
    bool operator==(const Due&) const = default;
};

inline constexpr std::size_t max_event_keys = 4;

struct Event {
    EventId id;                    // fresh from outside; every id the turn makes derives from it
    std::vector<std::string> keys; // 1..max_event_keys names under which a repeat would come
    TenantId tenant;
    UserId user;
    ConversationId conversation;
    ThreadId thread;
    Time at{}; // the platform's time of it
    std::variant<Said, Chose, Opened, Due> what;
    bool operator==(const Event&) const = default;
};

} // namespace vera
