#pragma once
// A place where Vera talks. It gets whole messages in the order of their conversation and says how each
// attempt ended; it never retries by itself and never throws.
#include "core/event.hpp"
#include "core/plan.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vera {

struct Attempt {
    enum class End {
        sent,      // a definite yes
        refused,   // a definite no, and no other try will help (the chat is gone)
        retry,     // a definite no for now: try again after `wait`
        ambiguous, // may have arrived
    };
    End end = End::sent;
    std::string platform_id; // for `sent`
    Duration wait{0};        // for `retry`
    std::string reason;      // for the log; never content
};

struct Lookup {
    enum class End {
        found,
        absent,
        cannot, // never: nobody can look
        later,  // not now: look again
    };
    End end = End::cannot;
    std::string platform_id;
};

struct Outbound {
    Message message;
    std::string workspace;
    std::string edits_platform_id; // empty: a new message
};

// How an event ended. `ack` is the platform's business: everything but `failed` may be acknowledged.
struct Outcome {
    enum class End { done, repeated, quarantined, failed };
    End end = End::failed;
    std::optional<Reply> reply;
};

// Somebody's account at a platform, by the platform's names.
struct AccountName {
    std::string workspace, account; // "T024BE7LD", "U061F7AUR"
    std::string name;               // to call the user by; used for a new user only, as is the zone
    Zone zone;
};
struct WhoIsIt {
    TenantId tenant;
    UserId user;
};
// A talk in which a question waits for an answer.
struct WaitingTalk {
    std::string workspace, account;
    Time asked{};
};

// What a platform asks of the house it stands in. Functions outlive the platform; they throw only what must
// end the process.
struct Doors {
    std::function<boost::asio::awaitable<Outcome>(Event)> process;
    std::function<boost::asio::awaitable<WhoIsIt>(AccountName)> identify; // makes the user on first sight
    std::function<boost::asio::awaitable<std::vector<WaitingTalk>>()> waiting_talks;
    std::function<std::string()> fresh_id;                   // for EventId
    std::function<void(const std::string& sentence)> report; // the log: ids, never content
};

class Platform {
public:
    virtual ~Platform() = default;
    virtual boost::asio::awaitable<Attempt> post(Outbound) = 0;
    // Whether a message of ours is there, by its id, for an attempt that ended ambiguous.
    virtual boost::asio::awaitable<Lookup> find(Outbound) = 0;
    // How long after the start of an ambiguous attempt find() can be trusted: a request's time-out (5 s) and
    // half a minute for what is still on its way inside the platform.
    virtual Duration settle_time() const { return std::chrono::seconds{35}; }
    // Whether this conversation can be reached from here, now and later; other messages are left alone. Asked
    // on the store's thread.
    virtual bool reaches(const ConversationId&) const { return true; }
};

} // namespace vera
