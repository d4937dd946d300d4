#pragma once
// What can happen to a Socket Mode connection and what can be done about it: the words between the policy
// (links.hpp) and the loop (socket_mode.hpp).
#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace vera::slack {

using Epoch = std::uint64_t; // names one attempt at a link, never used twice

struct GotUrl { // apps.connections.open answered well
    Epoch epoch;
};
struct NoUrl {
    Epoch epoch;
    std::string error;            // Slack's code, "http_429", or what failed below
    std::optional<Duration> wait; // Retry-After
};
struct LinkUp { // TCP, TLS and upgrade are done
    Epoch epoch;
};
struct Hello {
    Epoch epoch;
    int connections = 1; // as Slack counts them for this app
};
struct Heard { // any frame, pongs too
    Epoch epoch;
};
struct Goodbye { // "disconnect"
    Epoch epoch;
    std::string reason;
};
struct LinkDown { // failed to come up, closed, reset
    Epoch epoch;
};
struct Tick {}; // time has passed
struct Stop {}; // SIGTERM: no new links, close what is there
using Happened = std::variant<GotUrl, NoUrl, LinkUp, Hello, Heard, Goodbye, LinkDown, Tick, Stop>;

struct AskUrl {
    Epoch epoch;
};
struct Connect { // with the URL of this epoch
    Epoch epoch;
};
struct Ping {
    Epoch epoch;
};
struct Close { // say goodbye, drop after the deadline
    Epoch epoch;
    Duration deadline;
};
struct Drop { // at once
    Epoch epoch;
};
struct Say { // to the operator, once for each change
    std::string sentence;
};
struct GiveUp { // no retry can help; the links that are left are closed
    std::string error;
};
using Do = std::variant<AskUrl, Connect, Ping, Close, Drop, Say, GiveUp>;

} // namespace vera::slack
