#pragma once
// Callers in front of a token bucket, let through one by one in the order in which they came.
#include "bot/ports.hpp"
#include "bot/rate_limit.hpp"

#include <list>
#include <memory>

namespace vera::slack {

inline constexpr std::size_t max_in_line = 1'000;

class WaitingLine {
public:
    WaitingLine(Rate, Clock&);
    // 0: go. Else it would take longer than `longest`, or the line was stopped: come back after that time.
    boost::asio::awaitable<Duration> pass(Duration longest);
    void close_until(Time time) { bucket_.close_until(time); }
    bool idle(Time now) const { return waiting_.empty() && bucket_.idle(now); }
    void stop();

private:
    using Place = std::list<std::unique_ptr<Waiter>>::iterator;
    boost::asio::awaitable<bool> stand(Place, Time deadline);
    void leave(Place);
    Bucket bucket_;
    Clock& clock_;
    std::list<std::unique_ptr<Waiter>> waiting_; // one for each caller, the first in line in front
    bool stopped_ = false;
};

} // namespace vera::slack
