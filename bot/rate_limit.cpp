#include "bot/rate_limit.hpp"

#include <algorithm>

namespace vera {

Bucket::Bucket(Rate rate) : rate_(rate) {}

bool Bucket::try_take(Time now) {
    if (wait(now) > Duration{0}) return false;
    next_ = spent(now);
    return true;
}

Duration Bucket::wait(Time now) const { return std::max({spent(now) - now, closed_ - now, Duration{0}}); }

void Bucket::close_until(Time time) { closed_ = std::max(closed_, time); }

bool Bucket::idle(Time now) const { return next_ + rate_.every * rate_.burst <= now && closed_ <= now; }

// Where `next_` would stand with one more gone. It lags behind the clock by `every` for each token that is there.
Time Bucket::spent(Time now) const { return std::max(next_, now - rate_.every * rate_.burst) + rate_.every; }

} // namespace vera
