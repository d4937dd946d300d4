// The token bucket: a burst, then one after the other, and Retry-After.
#include "bot/rate_limit.hpp"

#include "tests/support/catch.hpp"

namespace vera {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr Time start = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

int taken_at(Bucket& bucket, Time now) {
    int taken = 0;
    while (taken < 100 && bucket.try_take(now)) ++taken;
    return taken;
}

} // namespace

TEST_CASE("a bucket lets a burst through and then one at a time", "[rate_limit]") {
    Bucket bucket({3, seconds{2}});
    CHECK(taken_at(bucket, start) == 3);
    CHECK(bucket.wait(start) == seconds{2});
    CHECK(bucket.wait(start + milliseconds{1'500}) == milliseconds{500});
    CHECK(taken_at(bucket, start + milliseconds{1'999}) == 0);
    CHECK(taken_at(bucket, start + seconds{2}) == 1);
    CHECK(taken_at(bucket, start + seconds{6}) == 2);
    CHECK(taken_at(bucket, start + seconds{600}) == 3);
}

TEST_CASE("asking how long it takes takes nothing", "[rate_limit]") {
    Bucket bucket({1, seconds{1}});
    CHECK(bucket.wait(start) == seconds{0});
    CHECK(bucket.wait(start) == seconds{0});
    CHECK(taken_at(bucket, start) == 1);
}

TEST_CASE("a closed bucket opens when it was told to, not before and not later", "[rate_limit]") {
    Bucket bucket({3, seconds{1}});
    bucket.close_until(start + seconds{30});
    bucket.close_until(start + seconds{10}); // the later one counts
    CHECK(bucket.wait(start) == seconds{30});
    CHECK(taken_at(bucket, start + milliseconds{29'999}) == 0);
    CHECK(taken_at(bucket, start + seconds{30}) == 3);
}

TEST_CASE("a bucket without a rate is limited by closing only", "[rate_limit]") {
    Bucket bucket({1, seconds{0}});
    CHECK(taken_at(bucket, start) == 100);
    bucket.close_until(start + seconds{1});
    CHECK(taken_at(bucket, start) == 0);
    CHECK(taken_at(bucket, start + seconds{1}) == 100);
}

TEST_CASE("a full and open bucket may be forgotten", "[rate_limit]") {
    Bucket bucket({2, seconds{1}});
    CHECK(bucket.idle(start));
    bucket.try_take(start);
    CHECK_FALSE(bucket.idle(start + milliseconds{999}));
    CHECK(bucket.idle(start + seconds{1}));
    bucket.close_until(start + seconds{5});
    CHECK_FALSE(bucket.idle(start + seconds{4}));
    CHECK(bucket.idle(start + seconds{5}));
}

} // namespace vera
