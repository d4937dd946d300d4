// Sessions: one per user, conversation and thread; two programs that write one are told.
#include "core/store/waiting.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

Event elsewhere(World& world, const std::string& conversation, const std::string& thread) {
    Event event = world.said("hello");
    event.conversation = ConversationId(conversation);
    event.thread = ThreadId(thread);
    return event;
}

} // namespace

TEST_CASE("each thread of each conversation is a talk of its own", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    for (const auto& [conversation, thread] : {std::pair("C1", ""), std::pair("C1", "t1"), std::pair("C2", "t1")})
        world.turn(elsewhere(world, conversation, thread), [&, place = std::string(conversation) + thread](Plan& plan) {
            plan.next.session.leftover = {place};
            plan.next.session.last_turn = world.now;
        });
    const Session session = load(*world, elsewhere(world, "C1", "t1")).session;
    CHECK(session.leftover == std::vector<std::string>{"C1t1"});
    CHECK(session.last_turn == world.now);
    CHECK(session.version == 1);
    const Session fresh = load(*world, elsewhere(world, "C2", "")).session;
    CHECK(fresh.leftover.empty());
    CHECK(fresh.conversation == ConversationId("C2"));
    CHECK(fresh.version == 0);
}

TEST_CASE("who saves over a newer talk or user is told", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event late = world.said("late");
    const auto save_late = [&](const State& before, const World::Edit& edit) {
        Plan plan;
        plan.next = before;
        edit(plan);
        begin(*world);
        CHECK_THROWS_AS(save(*world, before, plan, late, world.now), Conflict);
        rollback(*world);
    };
    const State never = load(*world, late);
    world.turn(world.said("first"), [](Plan& plan) { plan.next.session.misunderstood = 1; });
    save_late(never, [](Plan& plan) { plan.next.session.misunderstood = 2; });
    const State old = load(*world, late);
    world.turn(world.said("second"), [](Plan& plan) {
        plan.next.session.misunderstood = 3;
        plan.next.user.heard.insert("win");
    });
    save_late(old, [](Plan& plan) { plan.next.session.misunderstood = 4; });
    save_late(old, [](Plan& plan) { plan.next.user.heard.insert("lose"); });
    CHECK(world.state().session.misunderstood == 3);
    CHECK(world.state().user.heard == std::set<std::string>{"win"});
}

TEST_CASE("a talk cannot be saved as another one", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    CHECK_THROWS_AS(world.turn(world.said("x"), [](Plan& plan) { plan.next.session.thread = ThreadId("t"); }), Bug);
}

TEST_CASE("a user nobody identified is our bug", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    Event event = world.said("x");
    event.user = UserId("nobody");
    CHECK_THROWS_AS(load(*world, event), Bug);
}

TEST_CASE("two programs on one server: the second to save is told, and then saves", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    if (!world.has_servers()) return;
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    Store other = world.another();
    const Event here = world.chose(id), there = world.chose(id);
    begin(other);
    CHECK(claim(other, there, world.now).claim == Claim::fresh);
    const State seen_there = load(other, there);
    world.turn(here, [](Plan& plan) { plan.next.deals.at(0).people[0].title = "COO"; });
    Plan plan;
    plan.next = seen_there;
    plan.next.deals.at(0).people[0].title = "CFO";
    CHECK_THROWS_AS(save(other, seen_there, plan, there, world.now), Conflict);
    rollback(other);
    world.turn(there, [](Plan& again) { again.next.deals.at(0).people[0].title = "CFO"; });
    CHECK(world.deal(id)->people[0].title == "CFO");
}

TEST_CASE("who has a question open is found by the platform's names, newest first", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    CHECK(waiting_accounts(*world, "slack").empty());
    world.turn(world.said("x"), [&](Plan& plan) {
        Pending asked;
        asked.asked_at = world.now;
        plan.next.session.pending = asked;
    });
    const auto found = waiting_accounts(*world, "slack");
    REQUIRE(found.size() == 1);
    CHECK(found[0].asked == world.now);
    CHECK(found[0].workspace == "T1");
    CHECK(found[0].account == "U1");
    CHECK(waiting_accounts(*world, "terminal").empty());
}

} // namespace vera::store
