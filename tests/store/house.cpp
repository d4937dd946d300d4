// Retention: what goes when, in bounded slices.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

using std::chrono::days;

// A turn that leaves a row in every table that retention looks after.
void full_turn(World& world) {
    const Event from = world.said("x");
    world.turn(from, [&](Plan& plan) {
        plan.messages = {world.message(from, 1, "line")};
        plan.records = {{"deal.created", DealId("d1"), PersonId("p1")}};
        plan.reply = Reply{"seen"};
    });
    world.committed([&] { return count_attempt(*world, world.said("y"), world.now); });
}

void send_all(World& world, Sending state) {
    world.committed([&] {
        for (auto rows = next_to_send(*world, world.now, 10); !rows.empty();
             rows = next_to_send(*world, world.now + std::chrono::seconds(6), 10))
            settle(*world, rows[0].row, state, "p", world.now);
        return true;
    });
}

int slices(World& world, std::size_t rows) {
    int count = 1;
    while (world.committed([&] { return keep_house(*world, world.now, rows); })) ++count;
    return count;
}

std::int64_t bodies(World& world) { return world.rows("select count(*) from outbox where body is not null"); }

} // namespace

TEST_CASE("what went out is blanked after a week and gone after a month; what waits stays", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Sending how = GENERATE(Sending::sent, Sending::refused, Sending::expired, Sending::unknown);
    for (int i = 0; i < 3; ++i) full_turn(world);
    send_all(world, how);
    full_turn(world);
    world.now += days(7);
    slices(world, 100);
    CHECK(bodies(world) == 4);
    world.now += Duration(1);
    slices(world, 100);
    CHECK(bodies(world) == 1);
    CHECK(world.rows("select count(*) from outbox") == 4);
    world.now += days(23);
    slices(world, 100);
    CHECK(world.rows("select count(*) from outbox") == 1);
    CHECK(next_to_send(*world, world.now, 10).size() == 1);
}

TEST_CASE("claims and attempts go after a week, poison after a month, audit after 400 days", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    full_turn(world);
    const Event bad = world.said("bad");
    world.committed([&] { return quarantine(*world, bad, world.message(bad, 1, "Sorry"), world.now), true; });
    world.now += days(7) + Duration(1);
    slices(world, 100);
    CHECK(world.rows("select count(*) from inbox") == 1);
    CHECK(world.rows("select count(*) from attempt") == 0);
    CHECK(world.committed([&] { return claim(*world, bad, world.now).claim; }) == Claim::poison);
    world.now += days(23);
    slices(world, 100);
    CHECK(world.rows("select count(*) from inbox") == 0);
    CHECK(world.rows("select count(*) from audit") == 1);
    world.now += days(370);
    slices(world, 100);
    CHECK(world.rows("select count(*) from audit") == 0);
}

TEST_CASE("housekeeping takes as many slices as it needs, and says when it is done", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    for (int i = 0; i < 7; ++i) full_turn(world);
    send_all(world, Sending::sent);
    world.now += days(8);
    CHECK(slices(world, 3) == 3);
    CHECK(world.rows("select count(*) from inbox") == 0);
    CHECK(bodies(world) == 0);
    CHECK(slices(world, 3) == 1);
}

TEST_CASE("a question waits a week, then the talk goes on without it", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    world.turn(world.said("x"), [&](Plan& plan) {
        Session& session = plan.next.session;
        session.pending.emplace().asked_at = world.now;
        session.pending->lines = {{"What is the Win?", LineStyle::plain}};
        session.parked.emplace_back().asked_at = world.now - days(1);
        session.leftover = {"kept"};
    });
    world.now += days(6) + Duration(1);
    slices(world, 10);
    CHECK(world.state().session.pending);
    CHECK(world.state().session.parked.empty());
    world.now += days(1);
    slices(world, 1);
    CHECK_FALSE(world.state().session.pending);
    CHECK(world.state().session.leftover == std::vector<std::string>{"kept"});
    CHECK(world.state().session.version == 3);
    CHECK(slices(world, 1) == 1);
}

TEST_CASE("a talk that cannot be read holds up no other", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    for (auto* conversation : {"D1", "D2"}) {
        world.conversation = ConversationId(conversation);
        world.turn(world.said("x"), [&](Plan& plan) { plan.next.session.pending.emplace().asked_at = world.now; });
    }
    world.committed(
        [&] { return (*world).database->run("update session set body = $1 where conversation = 'D1'", {Blob{"?"}}); });
    world.now += days(8);
    slices(world, 1);
    CHECK_FALSE(world.state().session.pending);
    CHECK(world.rows("select count(*) from session where asked_ms is not null") == 0);
    CHECK(world.rows("select count(*) from audit where what = 'session.unreadable'") == 1);
}

} // namespace vera::store
