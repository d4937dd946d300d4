#pragma once
// Turns due jobs into events, at their minute, and keeps the house once a day. It looks when a time has
// come or when a turn has saved jobs, never in between. A job that failed with the database waits a minute.
#include "bot/engine.hpp"
#include "bot/ports.hpp"
#include "core/store/store.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vera {

inline constexpr std::size_t max_due = 64;      // events at once
inline constexpr std::size_t house_slice = 200; // rows of retention in one transaction
inline constexpr Duration house_every = std::chrono::hours{24};
inline constexpr Duration trouble_wait = std::chrono::minutes{1};

class Scheduler {
public:
    Scheduler(boost::asio::any_io_executor, store::Store&, StoreThread&, Clock&, Engine&);
    // Ends after stop(); throws only what must end the process.
    boost::asio::awaitable<void> run();
    void wake(); // jobs were saved
    void stop();
    std::function<void(const std::string&)> report;

private:
    struct Seen {
        std::vector<Event> events;
        std::optional<Time> next;
    };
    boost::asio::awaitable<void> work();
    boost::asio::awaitable<Seen> look();
    boost::asio::awaitable<void> fire(std::vector<Event>);
    boost::asio::awaitable<void> keep_house();
    void ended(std::exception_ptr, const Outcome&);
    void hold_off(const std::string& why);

    boost::asio::any_io_executor executor_;
    store::Store& store_;
    StoreThread& thread_;
    Clock& clock_;
    Engine& engine_;
    std::unique_ptr<Waiter> waiter_;
    Time house_due_{};             // at the start, then once a day
    std::optional<Time> held_off_; // after trouble with the database
    std::optional<Time> next_;     // the earliest job
    std::size_t firing_ = 0;
    std::exception_ptr failed_;
    bool stopped_ = false;
};

} // namespace vera
