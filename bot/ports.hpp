#pragma once
// What the loops need from the world, so that the simulation can give them another one. Production,
// `--now` and the simulation run the same loops over different ports.
#include "core/time.hpp"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <memory>
#include <string>

namespace vera {

enum class Wake { time, woken, stopped };

// The one waiting primitive. A loop owns a waiter; others wake it. A wake between two waits is not lost:
// the next wait returns at once.
class Waiter {
public:
    virtual ~Waiter() = default;
    virtual boost::asio::awaitable<Wake> until(Time) = 0;
    virtual boost::asio::awaitable<Wake> until_woken() = 0;
    virtual void wake() = 0; // on the network thread
    virtual void stop() = 0; // every wait from now on returns `stopped`
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() = 0; // wall clock
    virtual std::unique_ptr<Waiter> waiter() = 0;
};

// Runs work where the store lives, and comes back. One thread for SQLite; inline in the simulation and in
// a scripted talk. Work is run in order.
class StoreThread {
public:
    virtual ~StoreThread() = default;
    // Runs `work` there, then `done` on the network thread with the exception that left `work`, if any.
    virtual void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) = 0;
};

class Ids {
public:
    virtual ~Ids() = default;
    virtual std::string fresh() = 0; // 16 letters and digits, never the same twice
};

} // namespace vera
