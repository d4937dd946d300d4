#pragma once
// Runs turns. process() claims, loads, thinks, saves and commits; it returns when the commit is durable.
// Turns that wait at the same moment share a commit, never their fate: an error in one neither loses nor
// merges its neighbours.
#include "bot/platform.hpp"
#include "bot/suspend.hpp"

#include <boost/asio/awaitable.hpp>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vera {

namespace store {
struct Store;
}

// The pure turn, as the engine calls it.
using Think = std::function<Plan(const State&, const Event&, Time now)>;
// What the user reads when a turn failed max_attempts times.
using Apology = std::function<Message(const Event&)>;
// Called on the store thread while no turn runs; sentences for the log. Must not throw.
using BetweenTurns = std::function<std::vector<std::string>(Time now)>;

// One batch on the store thread: all events in one transaction, each in a savepoint (batch.cpp). Throws
// only what must end the process.
struct BatchResult {
    std::vector<Outcome> outcomes; // in the order of the events
    bool messages = false, jobs = false;
    std::vector<std::string> troubles; // sentences for the log, with event ids, never content
};
BatchResult run_batch(store::Store&, const Think&, const Apology&, const std::vector<Event>&, Time now);

class Engine {
public:
    Engine(store::Store&, StoreThread&, Clock&, Think, Apology);
    boost::asio::awaitable<Outcome> process(Event); // at once `failed` when there is no room to wait
    // Called after a commit that left something to do, and with every line for the log.
    std::function<void()> wake_sender, wake_scheduler;
    std::function<void(const std::string&)> report;
    BetweenTurns between_turns; // may stay empty

private:
    struct Waiting {
        Event event;
        Resume<Outcome> resume;
    };
    struct Batch {
        std::vector<Event> events;
        std::vector<Resume<Outcome>> resumes; // in the order of the events
        BatchResult result;
        std::vector<std::string> notes; // from between the turns
    };
    void start_batch();
    void finish_batch(const Batch&, std::exception_ptr);
    void give_up(std::exception_ptr);
    store::Store& store_;
    StoreThread& thread_;
    Clock& clock_;
    Think think_;
    Apology apology_;
    std::deque<Waiting> waiting_;
    bool running_ = false;
    std::exception_ptr fatal_; // what must end the process
};

inline constexpr std::size_t max_batch = 64;
inline constexpr std::size_t max_waiting = 1'024; // events; for the next one there is no room

} // namespace vera
