#pragma once
// The clock on the wall. A wait looks at it again at least once a minute, so that a clock that was set, or
// a machine that slept, is noticed.
#include "bot/ports.hpp"

#include <boost/asio/any_io_executor.hpp>

namespace vera {

class RealClock : public Clock {
public:
    explicit RealClock(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}
    Time now() override;
    std::unique_ptr<Waiter> waiter() override;

private:
    boost::asio::any_io_executor executor_;
};

Time wall_clock();
Zone machine_zone(); // UTC when the machine does not say

} // namespace vera
