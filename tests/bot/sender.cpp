// The outbox: every way an attempt can end, order inside a conversation, and never two attempts of a row.
#include "bot/sender.hpp"

#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "bot/transaction.hpp"
#include "tests/bot/rig.hpp"
#include "tests/bot/scripted_chat.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace vera {

namespace {

using rig::ScriptedChat;
using rig::Texts;
using std::chrono::seconds;

Attempt ended(Attempt::End end, Duration wait = Duration{0}) { return {end, "", wait, "told to"}; }

// A sender over a world, run until nothing is left to do now.
struct Post {
    explicit Post(rig::World& world)
        : world(world), thread(network.get_executor()), clock(rig::noon), chat(clock),
          sender(network.get_executor(), world.store, thread, clock, Platforms{{"test", &chat}}) {
        boost::asio::co_spawn(network, sender.run(), [this](std::exception_ptr error) {
            over = true;
            failure = error;
        });
    }
    void settle() {
        do {
            network.restart();
        } while (network.poll() > 0);
    }
    void say(const std::string& text, const std::string& conversation = "a",
             const std::function<void(Message&)>& change = {}) {
        auto think = [&](const State& state, const Event& event, Time now) {
            auto plan = rig::repeat(state, event, now);
            if (change) change(plan.messages.front());
            return plan;
        };
        auto result = run_batch(world.store, think, rig::sorry, {world.said(text, conversation)}, clock.now());
        REQUIRE(result.outcomes[0].end == Outcome::End::done);
        sender.wake();
    }
    void pass(Duration time) {
        for (auto end = clock.now() + time; clock.now() < end;) {
            clock.advance_to(std::min(clock.next().value_or(end), end));
            settle();
        }
    }
    std::string state_of(const std::string& id) {
        auto rows = world.store.database->run("select state from outbox where id = $1", {id});
        return rows.size() == 1 ? store::text(rows[0][0]) : "none";
    }
    rig::World& world;
    boost::asio::io_context network;
    InlineStore thread;
    ManualClock clock;
    ScriptedChat chat;
    Sender sender;
    bool over = false;
    std::exception_ptr failure;
};

} // namespace

TEST_CASE("messages of a conversation are sent in their order", "[sender]") {
    rig::World world;
    Post post(world);
    for (auto* text : {"one", "two", "three"}) post.say(text);
    post.settle();
    CHECK(post.chat.shown == Texts{"one", "two", "three"});
    CHECK(world.outbox().empty());
    CHECK(post.state_of("e1-m1") == "sent");
    CHECK_FALSE(post.over);
}

TEST_CASE("one slow conversation does not hold up another, and nobody overtakes inside it", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.slow = "slow";
    post.say("slow", "a");
    post.say("after slow", "a");
    post.say("elsewhere", "b");
    post.settle();
    CHECK(post.chat.shown == Texts{"elsewhere"});
    CHECK(post.state_of("e1-m1") == "sending");
    post.sender.wake(); // looking again does not start a second attempt
    post.settle();
    CHECK(post.chat.attempts == Texts{"slow", "elsewhere"});
    post.chat.go_on();
    post.settle();
    CHECK(post.chat.shown == Texts{"elsewhere", "slow", "after slow"});
}

TEST_CASE("a definite no for now is tried again when the platform allows it, by its own row", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["busy"] = {ended(Attempt::End::retry, seconds{10}), ended(Attempt::End::retry),
                              ended(Attempt::End::retry, seconds{1})};
    post.say("busy", "a");
    post.say("after", "a");
    post.say("elsewhere", "b");
    post.settle();
    CHECK(post.chat.shown == Texts{"elsewhere"});
    CHECK(post.state_of("e1-m1") == "planned");
    post.pass(seconds{9});
    CHECK(post.chat.attempts.size() == 2);
    post.pass(seconds{1});
    CHECK(post.chat.attempts.size() == 3);
    post.pass(retry_wait + seconds{1});
    CHECK(post.chat.shown == Texts{"elsewhere", "busy", "after"});
    CHECK(post.chat.lookups.empty());
}

TEST_CASE("what the next try would bring too late makes room at once", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["busy"] = {ended(Attempt::End::retry, seconds{10})};
    post.say("busy", "a", [](Message& message) { message.useful_until = rig::noon + seconds{5}; });
    post.say("after", "a");
    post.settle();
    CHECK(post.state_of("e1-m1") == "expired");
    CHECK(post.chat.shown == Texts{"after"});
}

TEST_CASE("a definite no is refused, and the conversation goes on", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["gone"] = {ended(Attempt::End::refused)};
    post.say("gone");
    post.say("after");
    post.settle();
    CHECK(post.chat.shown == Texts{"after"});
    CHECK(post.state_of("e1-m1") == "refused");
}

TEST_CASE("an ambiguous attempt is looked up after the settle time", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["maybe"] = {ended(Attempt::End::ambiguous)};
    post.say("maybe");
    post.say("after");

    SECTION("found: it was sent, and is not sent again") {
        post.chat.lookup = Lookup::End::found;
        post.settle();
        post.pass(seconds{34});
        CHECK(post.chat.lookups.empty());
        CHECK(post.chat.shown.empty());
        post.pass(seconds{2});
        CHECK(post.chat.attempts == Texts{"maybe", "after"});
        CHECK(post.state_of("e1-m1") == "sent");
    }
    SECTION("nobody can look just now: it is looked for again, and for half an hour not sent again") {
        post.chat.lookup = Lookup::End::later;
        post.settle();
        post.pass(longest_look - seconds{30});
        CHECK(post.chat.attempts == Texts{"maybe"});
        CHECK(post.chat.lookups.size() > 50);
        post.pass(seconds{90});
        CHECK(post.chat.attempts == Texts{"maybe", "maybe", "after"});
    }
    SECTION("absent: it is sent once more") {
        post.chat.lookup = Lookup::End::absent;
        post.settle();
        post.pass(seconds{36});
        CHECK(post.chat.attempts == Texts{"maybe", "maybe", "after"});
        CHECK(post.chat.shown == Texts{"maybe", "after"});
    }
    SECTION("absent again and again: an outage of an hour loses nothing, and each wait is twice the last") {
        post.chat.ends["maybe"].assign(max_missed_posts - 1, ended(Attempt::End::ambiguous));
        post.chat.lookup = Lookup::End::absent;
        post.settle();
        post.pass(seconds{35 * 127 + 10});
        CHECK(post.chat.attempts.size() == max_missed_posts + 1u);
        CHECK(post.chat.shown == Texts{"maybe", "after"});
    }
    SECTION("absent for longer than that: unknown, and the conversation goes on five seconds later") {
        post.chat.ends["maybe"].assign(max_missed_posts, ended(Attempt::End::ambiguous));
        post.chat.lookup = Lookup::End::absent;
        post.settle();
        post.pass(seconds{35 * 255 + 10});
        CHECK(post.state_of("e1-m1") == "unknown");
        post.pass(seconds{10});
        CHECK(post.chat.shown == Texts{"after"});
    }
    SECTION("a definite no does not use up the one repeat") {
        post.chat.ends["maybe"] = {ended(Attempt::End::retry, seconds{1}), ended(Attempt::End::ambiguous)};
        post.chat.lookup = Lookup::End::absent;
        post.settle();
        post.pass(seconds{40});
        CHECK(post.chat.shown == Texts{"maybe", "after"});
    }
}

TEST_CASE("where nobody can look, the message says whether it is lost or repeated", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["maybe"] = {ended(Attempt::End::ambiguous)};
    auto unsure = GENERATE(Unsure::repeat, Unsure::drop);
    post.say("maybe", "a", [&](Message& message) { message.unsure = unsure; });
    post.settle();
    post.pass(seconds{36});
    CHECK(post.chat.attempts.size() == (unsure == Unsure::repeat ? 2u : 1u));
    CHECK(post.state_of("e1-m1") == (unsure == Unsure::repeat ? "sent" : "unknown"));
}

TEST_CASE("a row that a dead process was sending is looked up, not sent again", "[sender]") {
    rig::World world;
    {
        Post dead(world);
        dead.chat.slow = "half way";
        dead.say("half way");
        dead.settle();
        CHECK(dead.state_of("e1-m1") == "sending");
    }
    Post post(world);
    post.chat.lookup = GENERATE(Lookup::End::found, Lookup::End::absent);
    post.settle();
    CHECK(post.chat.attempts.empty());
    post.pass(seconds{36});
    CHECK(post.chat.lookups == Texts{"half way"});
    CHECK(post.chat.attempts.size() == (post.chat.lookup == Lookup::End::found ? 0u : 1u));
    CHECK(post.state_of("e1-m1") == "sent");
}

TEST_CASE("a message that is of no use any more expires unsent", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["busy"] = {ended(Attempt::End::retry, seconds{60})};
    post.say("busy", "a", [](Message& message) { message.useful_until = rig::noon + seconds{30}; });
    post.settle();
    post.pass(seconds{61});
    CHECK(post.chat.attempts == Texts{"busy"});
    CHECK(post.state_of("e1-m1") == "expired");
}

TEST_CASE("a message about a deal that is not the reader's is refused before anything is posted", "[sender]") {
    rig::World world;
    Post post(world);
    post.say("secret", "a", [](Message& message) { message.about = DealId{"somebody else's"}; });
    post.say("after");
    post.settle();
    CHECK(post.chat.attempts == Texts{"after"});
    CHECK(post.state_of("e1-m1") == "refused");
}

TEST_CASE("an edit is sent with the platform's id of the message it rewrites", "[sender]") {
    rig::World world;
    Post post(world);
    post.say("first");
    post.settle();
    post.say("second", "a", [](Message& message) { message.edits = MessageId{"e1-m1"}; });
    post.settle();
    CHECK(post.chat.edited == Texts{"", "id of first"});
}

TEST_CASE("the sender outlives trouble with the store, and ends over a failed sync", "[sender]") {
    rig::World world;
    Post post(world);
    post.say("one");
    world.breaking().fail_at = GENERATE(1, 2, 3, 4);
    INFO("statement " << world.breaking().fail_at);
    world.breaking().fault = GENERATE(store::Fault::full, store::Fault::io);
    auto fatal = world.breaking().fault == store::Fault::io;
    post.chat.lookup = Lookup::End::found;
    post.settle();
    post.pass(seconds{90});
    CHECK(post.over == fatal);
    CHECK((post.failure != nullptr) == fatal);
    if (!fatal) CHECK(post.state_of("e1-m1") == "sent");
    CHECK(post.chat.attempts.size() <= 1);
}

TEST_CASE("finishing sends what can be sent and then ends", "[sender]") {
    rig::World world;
    Post post(world);
    post.chat.ends["busy"] = {ended(Attempt::End::retry, seconds{60})};
    post.say("busy", "a");
    post.say("one", "b");
    post.say("two", "b");
    post.sender.finish();
    post.settle();
    CHECK(post.over);
    CHECK_FALSE(post.failure);
    CHECK(post.chat.shown == Texts{"one", "two"});
}

} // namespace vera
