#pragma once
// When to open, replace, ping and drop Socket Mode connections: a pure state machine. It is told what happened
// and says what to do; socket_mode.cpp does it. At most two links at once, each with an epoch; a replacement is
// ready (hello) before the old one goes. Facts: docs.slack.dev, "Using Socket Mode".
#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace vera::slack {

using Epoch = std::uint64_t; // names one attempt at a link, never used twice

// --- what happened ----------------------------------------------------------------------------------
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

// --- what to do -------------------------------------------------------------------------------------
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
struct GiveUp { // no retry can help: a wrong token, Socket Mode switched off for good
    std::string error;
};
using Do = std::variant<AskUrl, Connect, Ping, Close, Drop, Say, GiveUp>;

struct LinkLimits {
    Duration ping_every = std::chrono::seconds{10};
    Duration dead_after = std::chrono::seconds{30}; // without any frame
    Duration hello_within = std::chrono::seconds{30};
    Duration drain_for = std::chrono::seconds{30};   // an old link, after its replacement is ready
    Duration close_within = std::chrono::seconds{5}; // the goodbye of a link
    Duration first_wait = std::chrono::seconds{1};   // backoff; doubled, with jitter
    Duration longest_wait = std::chrono::minutes{5};
    Duration lived = std::chrono::minutes{1};    // a link this old resets the backoff
    Duration off_wait = std::chrono::minutes{3}; // after link_disabled, too_many_websockets
};

class Links {
public:
    explicit Links(LinkLimits, std::uint64_t seed); // jitter is a hash of seed and epoch
    std::vector<Do> begin(Time now);
    std::vector<Do> on(const Happened&, Time now);
    std::optional<Time> next() const; // when a Tick is due
    bool ready() const;               // a link that has said hello is there
    bool done() const;                // after Stop: nothing is open any more
    int open() const;                 // links that exist, 0..2

private:
    struct Link;
    LinkLimits limits_;
    std::uint64_t seed_;
    std::vector<Link> links_;
    Epoch last_ = 0;
    int failures_ = 0;
    std::optional<Time> retry_at_;
    bool stopping_ = false;
};

} // namespace vera::slack
