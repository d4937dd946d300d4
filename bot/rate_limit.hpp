#pragma once
// A token bucket: how long to wait before the next one may go. Pure; the time comes in.
#include "core/time.hpp"

namespace vera {

struct Rate {
    int burst;      // as many at once
    Duration every; // one more each
};

class Bucket {
public:
    explicit Bucket(Rate);
    Duration take(Time now);   // reserves the next place in line; how long until it may be used
    bool try_take(Time now);   // only if it may be used now
    void close_until(Time);    // Retry-After
    bool idle(Time now) const; // full and open: it may be forgotten

private:
    Rate rate_;
    Time next_{}; // when the next token is there, were the burst used up
    Time closed_{};
};

} // namespace vera
