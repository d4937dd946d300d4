// The engine over the real store thread: many at once, each its own answer. Meant for the thread sanitizer.
#include "bot/engine.hpp"

#include "bot/ids.hpp"
#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "bot/store_thread.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace vera {

namespace {

struct Served { // an engine whose store has its own thread
    Served()
        : thread(network.get_executor()), clock(rig::noon),
          engine(world.store, thread, clock, rig::repeat, rig::sorry) {
        engine.wake_sender = [this] { ++wakes; };
    }
    void process(Event event) {
        boost::asio::co_spawn(network, engine.process(std::move(event)),
                              [this](std::exception_ptr error, const Outcome& outcome) {
                                  if (error) ++failures;
                                  if (!error) ++ends[outcome.end];
                              });
    }
    rig::World world;
    boost::asio::io_context network;
    ThreadedStore thread;
    ManualClock clock;
    Engine engine;
    std::map<Outcome::End, int> ends;
    int wakes = 0, failures = 0;
};

} // namespace

TEST_CASE("many turns at once are all saved, and share commits", "[engine]") {
    constexpr int turns = 500;
    Served served;
    std::vector<std::string> texts;
    for (int i = 0; i < turns; ++i) {
        texts.push_back("text " + std::to_string(i));
        served.process(served.world.said(texts.back()));
    }
    served.network.run();
    served.thread.finish();
    std::sort(texts.begin(), texts.end());
    CHECK(served.ends == std::map<Outcome::End, int>{{Outcome::End::done, turns}});
    CHECK(served.world.outbox() == texts);
    CHECK(served.wakes >= turns / static_cast<int>(max_batch));
    CHECK(served.wakes <= 20);
}

TEST_CASE("a turn that comes while others are saved is not forgotten", "[engine]") {
    Served served;
    int left = 50;
    std::function<void()> next = [&] {
        if (--left < 0) return;
        boost::asio::co_spawn(served.network, served.engine.process(served.world.said("n" + std::to_string(left))),
                              [&](std::exception_ptr, const Outcome&) { next(); });
        served.process(served.world.said("beside " + std::to_string(left)));
    };
    next();
    served.network.run();
    served.thread.finish();
    CHECK(served.world.outbox().size() == 100);
}

TEST_CASE("a failed sync reaches everybody who waits, and nothing more is tried on that disk", "[engine]") {
    Served served;
    served.world.breaking().fail_at = 1;
    served.world.breaking().fault = store::Fault::io;
    for (auto* text : {"one", "two", "three"}) served.process(served.world.said(text));
    served.network.run();
    served.process(served.world.said("four"));
    served.network.restart();
    served.network.run();
    served.thread.finish();
    CHECK(served.failures == 4);
    CHECK(served.world.outbox().empty());
}

TEST_CASE("an event for which there is no room to wait has failed at once, and may come again", "[engine]") {
    rig::World world;
    boost::asio::io_context network;
    InlineStore thread(network.get_executor());
    ManualClock clock(rig::noon);
    Engine engine(world.store, thread, clock, rig::repeat, rig::sorry);
    std::vector<Outcome::End> ends; // in the order of the answers
    auto process = [&](const Event& event) {
        boost::asio::co_spawn(network, engine.process(event),
                              [&](std::exception_ptr, const Outcome& outcome) { ends.push_back(outcome.end); });
    };
    auto repeated = world.said("the same"); // quick turns
    for (std::size_t i = 0; i < 1 + max_waiting; ++i) process(repeated);
    auto late = world.said("late");
    process(late);
    network.run();
    CHECK(ends.size() == max_waiting + 2);
    CHECK(ends.front() == Outcome::End::failed);
    CHECK(std::count(ends.begin(), ends.end(), Outcome::End::failed) == 1);
    process(late);
    network.restart();
    network.run();
    CHECK(ends.back() == Outcome::End::done);
}

TEST_CASE("a clock moved by hand wakes in the order of the times, and keeps a wake that came early", "[engine]") {
    boost::asio::io_context network;
    ManualClock clock(rig::noon);
    std::vector<std::unique_ptr<Waiter>> waiters;
    std::vector<int> woken;
    for (auto delay : {3, 1, 2, 1}) {
        waiters.push_back(clock.waiter());
        auto number = static_cast<int>(waiters.size());
        boost::asio::co_spawn(network, waiters.back()->until(rig::noon + std::chrono::seconds{delay}),
                              [&woken, number](std::exception_ptr, Wake) { woken.push_back(number); });
    }
    network.poll();
    CHECK(clock.next() == rig::noon + std::chrono::seconds{1});
    clock.advance_to(rig::noon + std::chrono::seconds{5});
    network.restart();
    network.poll();
    CHECK(woken == std::vector{2, 4, 3, 1});
    CHECK_FALSE(clock.next());
    CHECK_THROWS_AS(clock.advance_to(rig::noon), Bug);
}

TEST_CASE("fresh ids are short, plain and never the same", "[engine]") {
    RandomIds ids;
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto id = ids.fresh();
        CHECK(id.size() == 16);
        CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
        CHECK(seen.insert(id).second);
    }
}

} // namespace vera
