#pragma once
// A clock that stands still until somebody moves it: for `--now`, the tests and the simulation. What waits
// is woken in the order of the times, then in the order in which it began to wait.
#include "bot/ports.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace vera {

class ManualClock : public Clock {
public:
    explicit ManualClock(Time start) : now_(start) {}
    Time now() override { return now_; }
    std::unique_ptr<Waiter> waiter() override; // the clock outlives it

    // Sets the time, which never goes back, and wakes what has waited for it.
    void advance_to(Time);
    std::optional<Time> next() const; // the earliest time somebody waits for

private:
    friend class ManualWaiter;
    Time now_;
    std::uint64_t waits_ = 0;
    std::map<std::pair<Time, std::uint64_t>, class ManualWaiter*> due_;
};

} // namespace vera
