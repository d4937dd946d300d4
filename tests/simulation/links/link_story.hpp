#pragma once
// The story of a seed's links: the production loop and policy against a hostile Slack, lives of the process that
// end by a stop or by a kill, then calm, in which no moment may be uncovered and nothing may stay unacknowledged.
#include "bot/manual_clock.hpp"
#include "bot/slack/socket_mode.hpp"
#include "tests/simulation/links/link_server.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>

namespace vera::simulation {

class LinkProcess {
public:
    LinkProcess(World&, LinkServer&, Envelopes&);
    ~LinkProcess(); // a kill
    bool step();
    std::optional<Time> next() const { return clock_.next(); }
    void advance() { clock_.advance_to(world_.now()); }
    void stop();
    bool over() const { return over_; }
    bool stopping() const { return stopping_; }
    bool ready() const { return mode_.ready(); }
    const std::string& error() const { return error_; }

private:
    World& world_;
    LinkServer& server_;
    Envelopes& envelopes_;
    ManualClock clock_; // before io_: waiters in suspended coroutines look at it while they die
    boost::asio::io_context io_;
    slack::SocketMode mode_;
    bool over_ = false, stopping_ = false;
    std::string error_;
};

struct LinkResult {
    std::vector<Violation> violations;
    std::uint64_t hash = 0;
    int connections = 0;
    std::size_t envelopes = 0;
};

class LinkStory {
public:
    // `disconnects` > 0: nothing but so many of them, each forced by the server.
    LinkStory(std::uint64_t seed, bool trace, int disconnects = 0);
    LinkResult live();

private:
    void plan_lives(Time end);
    void boot();
    void stop();
    void be_calm();
    void run_until(Time);
    void run_process();
    void end_life();
    void check();
    World world_;
    Envelopes envelopes_;
    LinkServer server_;
    std::unique_ptr<LinkProcess> process_;
    int life_ = 0;
    bool strict_ = false, last_ = false; // no moment uncovered; no boot any more
};

} // namespace vera::simulation
