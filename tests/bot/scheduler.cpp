// Jobs fire at their minute, once, across restarts; the clock they fire by is moved by hand.
#include "bot/scheduler.hpp"

#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "bot/transaction.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace vera {

namespace {

using rig::noon;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Texts = std::vector<std::string>;

// "in 60" plans a job in so many minutes, "cancel" cancels it; a due job says "due".
Plan plan_by_words(const State& state, const Event& event, Time now) {
    auto plan = rig::repeat(state, event, now);
    auto* said = std::get_if<Said>(&event.what);
    if (!said) {
        plan.messages[0].lines = {{"due", LineStyle::plain}};
    } else if (said->text.starts_with("in ")) {
        Job job;
        job.kind = "reminder";
        job.occurrence = "a";
        job.conversation = event.conversation;
        job.due = now + minutes{std::stoi(said->text.substr(3))};
        job.local = to_local(job.due, Zone{});
        plan.jobs = {job};
    } else if (said->text == "cancel") {
        plan.cancelled = {{"reminder", "a"}};
    }
    return plan;
}

struct Workday {
    explicit Workday(rig::World& world, Time start = noon)
        : world(world), thread(network.get_executor()), clock(start),
          engine(world.store, thread, clock, plan_by_words, rig::sorry),
          scheduler(network.get_executor(), world.store, thread, clock, engine) {
        engine.wake_scheduler = [this] { scheduler.wake(); };
        boost::asio::co_spawn(network, scheduler.run(), [this](std::exception_ptr error) {
            over = true;
            failure = error;
        });
        settle();
    }
    void settle() {
        do {
            network.restart();
        } while (network.poll() > 0);
    }
    void say(const std::string& text) {
        auto event = world.said(text, "a");
        boost::asio::co_spawn(network, engine.process(event), [](std::exception_ptr error, const Outcome& outcome) {
            CHECK_FALSE(error);
            CHECK(outcome.end == Outcome::End::done);
        });
        settle();
    }
    void pass(Duration time) {
        for (auto end = clock.now() + time; clock.now() < end;) {
            clock.advance_to(std::min(clock.next().value_or(end), end));
            ++moves;
            settle();
        }
    }
    rig::World& world;
    boost::asio::io_context network;
    InlineStore thread;
    ManualClock clock;
    Engine engine;
    Scheduler scheduler;
    bool over = false;
    std::exception_ptr failure;
    int moves = 0;
};

std::int64_t due_messages(rig::World& world) {
    auto all = store::integer(world.store.database->run("select count(*) from outbox")[0][0]);
    auto said = store::integer(world.store.database->run("select count(*) from inbox where key like 'key %'")[0][0]);
    return all - said;
}

} // namespace

TEST_CASE("a job fires at its minute and not before", "[scheduler]") {
    rig::World world;
    Workday day(world);
    day.say("in 60");
    day.pass(minutes{59} + seconds{59});
    CHECK(due_messages(world) == 0);
    day.pass(seconds{1});
    CHECK(due_messages(world) == 1);
    day.pass(hours{2});
    CHECK(due_messages(world) == 1);
    CHECK(day.moves <= 4); // it does not look around in between
}

TEST_CASE("a moved job does not fire at the old time, a cancelled one never", "[scheduler]") {
    rig::World world;
    Workday day(world);
    day.say("in 60");
    day.say("in 120");
    day.pass(minutes{119});
    CHECK(due_messages(world) == 0);
    day.pass(minutes{1});
    CHECK(due_messages(world) == 1);
    day.say("in 60");
    day.say("cancel");
    day.pass(hours{3});
    CHECK(due_messages(world) == 1);
}

TEST_CASE("a job that came due while nobody ran fires once at the next start", "[scheduler]") {
    rig::World world;
    {
        Workday day(world);
        day.say("in 60");
    }
    Workday later(world, noon + hours{30});
    CHECK(due_messages(world) == 1);
    later.pass(hours{1});
    CHECK(due_messages(world) == 1);
}

TEST_CASE("a due turn that could not be saved is tried again a minute later, not at once", "[scheduler]") {
    rig::World world;
    Workday day(world);
    day.say("in 60");
    day.pass(minutes{59});
    world.breaking().fail_at = 1;
    world.breaking().fault = store::Fault::full;
    world.breaking().lasting = true;
    day.pass(minutes{1});
    CHECK(due_messages(world) == 0);
    auto moves = day.moves;
    day.pass(minutes{10});
    CHECK(day.moves - moves <= 11);
    world.breaking().fail_at = 0;
    day.pass(minutes{1});
    CHECK(due_messages(world) == 1);
    CHECK_FALSE(day.over);
}

TEST_CASE("the scheduler ends when it is told to, and over a failed sync", "[scheduler]") {
    rig::World world;
    Workday day(world);
    day.say("in 60");
    auto fatal = GENERATE(true, false);
    if (fatal) {
        world.breaking().fail_at = 1;
        world.breaking().fault = store::Fault::io;
        day.pass(minutes{61});
    } else {
        day.scheduler.stop();
        day.settle();
    }
    CHECK(day.over);
    CHECK((day.failure != nullptr) == fatal);
}

TEST_CASE("the house is kept once a day", "[scheduler]") {
    rig::World world;
    Workday day(world);
    day.say("one");
    auto claims = [&] { return store::integer(world.store.database->run("select count(*) from inbox")[0][0]); };
    CHECK(claims() == 1);
    day.pass(hours{24 * 9});
    CHECK(claims() == 0);
    CHECK(day.moves <= 11);
}

} // namespace vera
