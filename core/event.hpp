#pragma once
// What reached us. A platform verifies first, then makes one of these; the scheduler makes them from due
// jobs. Nothing in an event is trusted to arrive once: its keys are claimed in the turn's transaction.
#include "core/form.hpp"
#include "core/message.hpp"

#include <string>
#include <variant>
#include <vector>

namespace vera {

struct Said { // a typed line
    std::string text;
    bool with_files = false; // something hung on it that Vera does not read
    bool operator==(const Said&) const = default;
};
struct Chose { // a button
    Choice choice;
    std::string label;
    bool operator==(const Chose&) const = default;
};
struct Opened { // the conversation, or the home page, was opened; nothing was said
    Surface where = Surface::chat;
    bool operator==(const Opened&) const = default;
};
struct Called { // in a channel, by a mention or the command: she does not talk there
    bool operator==(const Called&) const = default;
};
struct Edited { // a message of theirs was changed
    std::string before, after;
    bool operator==(const Edited&) const = default;
};
struct Deleted { // a message of theirs was deleted
    std::string text;
    bool operator==(const Deleted&) const = default;
};
struct Forwarded { // somebody's message, to be kept as a note ("a buyer said this")
    std::string text;
    bool operator==(const Forwarded&) const = default;
};
struct Submitted { // a form was sent
    FormKey form;
    FormValues values;
    bool operator==(const Submitted&) const = default;
};
struct NotOpened { // the form that a Reply asked for could not be shown: a button is the way back
    FormKey form;
    bool operator==(const NotOpened&) const = default;
};
struct Moved { // the user's profile says another zone or name now
    Zone zone;
    std::string name;
    bool operator==(const Moved&) const = default;
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
    Time at{};                  // the platform's time of it
    bool can_open_form = false; // a Reply with a form can be shown right away
    std::variant<Said, Chose, Opened, Due, Called, Edited, Deleted, Forwarded, Submitted, NotOpened, Moved> what;
    bool operator==(const Event&) const = default;
};

} // namespace vera
