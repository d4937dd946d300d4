#pragma once
// A token bucket: how long to wait before the next one may go. Pure; the time comes in.
#include "core/time.hpp"

namespace vera {

struct Rate {
    int burst;      // as many at once
    Duration every; // one more each; 0: no limit, only close_until() holds
};

class Bucket {
public:
    explicit Bucket(Rate);
    bool try_take(Time now);       // one goes, if it may go now
    Duration wait(Time now) const; // until one may go
    void close_until(Time);        // Retry-After
    bool idle(Time now) const;     // full and open: it may be forgotten

private:
    Time spent(Time now) const;
    Rate rate_;
    Time next_{}; // when the next token is there, were the burst used up
    Time closed_{};
};

} // namespace vera
