#pragma once
// A place where Vera talks. It gets whole messages in the order of their conversation and says how each
// attempt ended; it never retries by itself and never throws.
#include "core/message.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

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
    enum class End { found, absent, cannot };
    End end = End::cannot;
    std::string platform_id;
};

struct Outbound {
    Message message;
    std::string workspace;
    std::string edits_platform_id; // empty: a new message
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
