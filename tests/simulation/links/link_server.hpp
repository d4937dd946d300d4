#pragma once
// A hostile Slack at the other end of Socket Mode: it gives out URLs or does not, greets late or never, falls
// silent, closes early, says goodbye again and again; and, once calm, only asks for an orderly refresh at times.
#include "bot/slack/web_api.hpp"
#include "tests/simulation/links/envelopes.hpp"
#include "tests/simulation/world.hpp"
#include "tests/support/wires.hpp"

#include <deque>
#include <set>
#include <string>
#include <vector>

namespace vera::simulation {

inline constexpr int max_asks_a_minute = 14; // of the policy's backoff from its start, and once more

class LinkServer : public Sockets {
public:
    enum class Mood {
        mixed,    // every fault now and then
        flapping, // greets, and closes within seconds
        forcing,  // every link is disconnected sooner or later, until `to_force` of them were
        calm,     // no fault any more; an orderly refresh after a minute or more
    };
    LinkServer(World& world, Envelopes& envelopes, Mood);
    boost::asio::awaitable<slack::ApiEnd> open(); // apps.connections.open
    boost::asio::awaitable<Connected> connect(std::string url, Duration timeout) override;
    void calm_down() { mood_ = Mood::calm; }
    void process_died();

    int held() const;     // connections that the process has not let go
    bool covered() const; // one of them is greeted, and neither of the two ends is going
    int to_force = 0, connections = 0, asks = 0;
    bool revoked = false;
    bool is_calm() const { return mood_ == Mood::calm; }

private:
    struct Link {
        std::shared_ptr<HeldWire> wire;
        bool greeted = false, silent = false, closing = false;
        Time counted_until = Time::max(); // by num_connections
    };
    enum class Fate { closed, silent, storm, refresh, off, hello };
    void come_up(int link);
    void plan_end(int link);
    void plan(int link, Duration low, Duration high, Fate);
    void meet(int link, Fate);
    void greet(int link);
    void part(int link, const std::string& reason, Duration notice); // goodbye, then the close
    void fall_silent(int link);
    void end(int link);
    void closed(int link, Duration deadline);
    void gone(int link);
    void must_be_gone(int link, Duration within, const std::string& why);
    int deliver(const std::string& text);
    bool stands(int link) const;
    int newest() const;
    int counted() const;
    void note_ask();
    Link& at(int link) { return links_[static_cast<std::size_t>(link - 1)]; }
    const Link& at(int link) const { return links_[static_cast<std::size_t>(link - 1)]; }
    World& world_;
    Envelopes& envelopes_;
    Mood mood_;
    std::vector<Link> links_; // by number, from 1 on
    std::set<std::string> urls_;
    std::deque<Time> asked_; // in the last minute
    Time not_before_{};      // Retry-After, or for ever after a wrong token
};

} // namespace vera::simulation
