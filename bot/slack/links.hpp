#pragma once
// When to open, replace, ping and drop Socket Mode connections: a pure state machine. It is told what happened
// and says what to do; socket_mode.cpp does it. At most two links at once, each with an epoch; a replacement is
// ready (hello) before the old one goes. Facts: docs.slack.dev, "Using Socket Mode".
#include "bot/slack/link_steps.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vera::slack {

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
    std::vector<Do> on(const Happened&, Time now); // what names a link that is gone changes nothing
    std::optional<Time> next() const;              // when a Tick is due
    std::optional<Epoch> newest() const;           // of the links that have said hello and are still there
    bool ready() const { return newest().has_value(); }
    bool done() const; // after Stop: nothing is open any more
    int open() const;  // connections of ours, 0..2

private:
    enum class State { asking, connecting, greeting, ready, closing };
    struct Link {
        Epoch epoch = 0;
        State state = State::asking;
        Time since{}; // it is in this state
        Time until{}; // of connecting and greeting, of ready once it is replaced, of closing
        Time heard{}, pinged{};
        bool leaving = false; // it said goodbye
    };
    void take(const GotUrl&);
    void take(const NoUrl&);
    void take(const LinkUp&);
    void take(const Hello&);
    void take(const Heard&);
    void take(const Goodbye&);
    void take(const LinkDown&);
    void take(const Tick&);
    void take(const Stop&);
    void settle();
    void watch(Link);
    void start();
    void end_all();
    void lost(const Link&, const std::string& reason);
    void back_off(Epoch, const std::string& reason, std::optional<Duration> asked = {});
    void enter(Link&, State, Duration at_most);
    void close(Link&);
    void drop(Epoch);
    void forget(Epoch);
    void count_ghosts(int connections);
    void say_once(const std::string& reason);
    Link* find(Epoch);
    bool served() const; // by a link that is not going to leave
    bool wanted() const; // a new link

    LinkLimits limits_;
    std::uint64_t seed_;
    Time now_{};
    std::vector<Do> todo_;
    std::vector<Link> links_; // two at most, the older one first
    Epoch last_ = 0;
    int failures_ = 0; // in a row, short lives counted in
    Time retry_at_{};
    int ghosts_ = 0;
    std::string said_; // the reason that was said last
    bool stopping_ = false;
};

inline constexpr int max_links = 2;

} // namespace vera::slack
