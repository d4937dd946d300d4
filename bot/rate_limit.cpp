#include "bot/rate_limit.hpp"

#include <algorithm>

namespace vera {

Bucket::Bucket(Rate rate) : rate_(rate) {}

// `next_` runs ahead of the clock by one `every` for each token taken; `burst` of them are allowed ahead.
Duration Bucket::take(Time now) {
    next_ = std::max(next_, now - rate_.every * rate_.burst);
    next_ += rate_.every;
    return std::max({next_ - now, closed_ - now, Duration{0}});
}

bool Bucket::try_take(Time now) {
    auto spent = std::max(next_, now - rate_.every * rate_.burst) + rate_.every;
    if (spent > now || closed_ > now) return false;
    next_ = spent;
    return true;
}

void Bucket::close_until(Time time) { closed_ = std::max(closed_, time); }

bool Bucket::idle(Time now) const { return next_ + rate_.every * rate_.burst <= now && closed_ <= now; }

} // namespace vera
