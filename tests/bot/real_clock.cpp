// Waiting by the clock on the wall.
#include "bot/real_clock.hpp"

#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <optional>
#include <vector>

namespace vera {

TEST_CASE("the real clock wakes at its time, when it is woken, and when it is stopped", "[clock]") {
    boost::asio::io_context network;
    RealClock clock(network.get_executor());
    auto waiter = clock.waiter();
    std::vector<Wake> wakes;
    auto wait = [&](boost::asio::awaitable<Wake> awaited) {
        boost::asio::co_spawn(network, std::move(awaited),
                              [&](std::exception_ptr, Wake wake) { wakes.push_back(wake); });
        network.restart();
        network.run();
    };
    auto start = clock.now();
    wait(waiter->until(start + std::chrono::milliseconds{20}));
    CHECK(clock.now() >= start + std::chrono::milliseconds{20});
    waiter->wake(); // before the wait: not lost
    wait(waiter->until(start + std::chrono::hours{1}));
    waiter->stop();
    wait(waiter->until_woken());
    CHECK(wakes == std::vector{Wake::time, Wake::woken, Wake::stopped});
}

TEST_CASE("a waiter that goes away lets go of whoever waits for it", "[clock]") {
    for (auto hour : {std::optional(std::chrono::hours{1}), std::optional<std::chrono::hours>{}}) {
        auto witness = std::make_shared<int>();
        std::weak_ptr<int> waits = witness;
        {
            boost::asio::io_context network;
            RealClock clock(network.get_executor());
            auto waiter = clock.waiter();
            boost::asio::co_spawn(network, hour ? waiter->until(clock.now() + *hour) : waiter->until_woken(),
                                  [witness = std::move(witness)](std::exception_ptr, Wake) {});
            network.poll();
            CHECK_FALSE(waits.expired());
        }
        CHECK(waits.expired());
    }
}

} // namespace vera
