#pragma once
// One life of the process: the production store, engine, sender and scheduler over the surviving disk.
// Destroying it is a crash: nothing of it runs to its end.
#include "bot/engine.hpp"
#include "bot/manual_clock.hpp"
#include "bot/scheduler.hpp"
#include "bot/sender.hpp"
#include "tests/simulation/people.hpp"
#include "tests/simulation/ports.hpp"
#include "tests/simulation/recorder.hpp"

#include <boost/asio/io_context.hpp>

namespace vera::simulation {

struct Brain {
    Think think;
    Apology apology;
    bool simple = true; // the oracle may look for its notes
};

class Process {
public:
    // Boots. Throws when the disk died, or when the database cannot be opened.
    Process(World&, Disk&, Chat&, Recorder&, const Brain&);
    ~Process();
    bool step();                        // runs one handler that is ready; false: there is none
    bool over() const { return over_; } // it met what must end a process
    std::optional<Time> next() const { return clock_.next(); }
    void advance() { clock_.advance_to(world_.now()); }
    store::Store& store() { return store_; }
    SlowStore& thread() { return thread_; }

private:
    boost::asio::awaitable<void> take(std::size_t gesture);
    void start(boost::asio::awaitable<void>, const std::string& name);
    void ended(const std::string& name, std::exception_ptr);
    World& world_;
    Disk& disk_;
    Chat& chat_;
    Recorder& recorder_;
    Mounted mounted_;
    ManualClock clock_; // before io_: waiters in suspended coroutines look at it while they die
    boost::asio::io_context io_;
    store::Store store_;
    SlowStore thread_;
    ChatClient client_;
    Engine engine_;
    Sender sender_;
    Scheduler scheduler_;
    bool over_ = false;
};

} // namespace vera::simulation
