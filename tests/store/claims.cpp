// What reached us once is done once: keys, repeats, attempts, poison.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

Event with_keys(World& world, std::vector<std::string> keys) {
    Event event = world.said("hello");
    event.keys = std::move(keys);
    return event;
}

Claimed claimed_now(World& world, const Event& event) {
    return world.committed([&] { return claim(*world, event, world.now); });
}

} // namespace

TEST_CASE("an event that comes again is told as repeated, and gets the reply of the first time", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    Event first = world.said("a form");
    first.keys = {"form-1", "trigger-1"};
    world.turn(first, [](Plan& plan) { plan.reply = Reply{"Only you see this."}; });
    Event again = first;
    again.id = EventId("another id");
    for (int i = 0; i < 2; ++i) {
        const auto claimed = claimed_now(world, again);
        CHECK(claimed.claim == Claim::repeated);
        CHECK(claimed.reply == Reply{"Only you see this."});
    }
}

TEST_CASE("one known key is enough, and teaches the others", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    world.turn(with_keys(world, {"a", "b"}), [](Plan& plan) { plan.reply = Reply{"first"}; });
    CHECK(claimed_now(world, with_keys(world, {"b", "c", "d"})).reply == Reply{"first"});
    const auto by_new_name = claimed_now(world, with_keys(world, {"d"}));
    CHECK(by_new_name.claim == Claim::repeated);
    CHECK(by_new_name.reply == Reply{"first"});
    CHECK(claimed_now(world, with_keys(world, {"e"})).claim == Claim::fresh);
    CHECK(claimed_now(world, with_keys(world, {"f", "f"})).claim == Claim::fresh);
}

TEST_CASE("a claim whose turn is rolled back was never made", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event event = with_keys(world, {"x", "y"});
    begin(*world);
    CHECK(claim(*world, event, world.now).claim == Claim::fresh);
    rollback(*world);
    CHECK(claimed_now(world, event).claim == Claim::fresh);
}

TEST_CASE("a turn of a batch is undone alone, its neighbours stay", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event good = world.said("good"), bad = world.said("bad");
    begin(*world);
    savepoint(*world);
    CHECK(claim(*world, good, world.now).claim == Claim::fresh);
    release(*world);
    savepoint(*world);
    CHECK(claim(*world, bad, world.now).claim == Claim::fresh);
    rollback_to_savepoint(*world);
    commit(*world);
    CHECK(claimed_now(world, good).claim == Claim::repeated);
    CHECK(claimed_now(world, bad).claim == Claim::fresh);
}

TEST_CASE("keys of one tenant are no keys of another", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    Event event = with_keys(world, {"same"});
    CHECK(claimed_now(world, event).claim == Claim::fresh);
    event.tenant = TenantId("another");
    CHECK(claimed_now(world, event).claim == Claim::fresh);
}

TEST_CASE("failed attempts are counted by key, and known to the next try", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    Event event = with_keys(world, {"k1", "k2"});
    const auto failed = [&] { return world.committed([&] { return count_attempt(*world, event, world.now); }); };
    CHECK(failed() == 1);
    CHECK(failed() == 2);
    event.keys = {"k2", "k3"};
    CHECK(failed() == 3);
    CHECK(claimed_now(world, event).attempts == 3);
    CHECK(claimed_now(world, with_keys(world, {"other"})).attempts == 0);
}

TEST_CASE("what failed too often is poison for good, and the user is told", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event event = with_keys(world, {"k1", "k2"});
    begin(*world);
    quarantine(*world, event, world.message(event, 1, "Sorry"), world.now);
    commit(*world);
    CHECK(claimed_now(world, with_keys(world, {"k2"})).claim == Claim::poison);
    CHECK(claimed_now(world, with_keys(world, {"k1", "new"})).claim == Claim::poison);
    CHECK(next_to_send(*world, world.now, 10).at(0).message.lines.at(0).text == "Sorry");
    CHECK(world.rows("select count(*) from inbox where state = 'poison'") == 3);
}

TEST_CASE("an event without a key, or with too many, is our bug", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    CHECK_THROWS_AS(claim(*world, with_keys(world, {}), world.now), Bug);
    CHECK_THROWS_AS(claim(*world, with_keys(world, {"1", "2", "3", "4", "5"}), world.now), Bug);
}

TEST_CASE("an account is the same user for ever, a workspace the same tenant", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const auto seen = [&](const std::string& platform, const std::string& workspace, const std::string& account,
                          const std::string& fresh) {
        return world.committed([&] {
            return identify(*world, {platform, workspace, account, account, Zone{}}, fresh, world.now);
        });
    };
    CHECK(seen("slack", "T1", "U1", "ignored") == world.who);
    const Who colleague = seen("slack", "T1", "U2", "f2");
    CHECK(colleague.tenant == world.who.tenant);
    CHECK(colleague.user != world.who.user);
    CHECK(seen("slack", "T2", "U1", "f3").tenant != world.who.tenant);
    CHECK(seen("teams", "T1", "U1", "f4").tenant != world.who.tenant);
    CHECK(seen("slack", "T1", "U2", "f5") == colleague);
    CHECK(world.rows("select count(*) from users") == 4);
    CHECK(world.rows("select count(*) from tenant") == 3);
}

TEST_CASE("a new user has the name and zone that the platform told, and keeps them", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Account account{"slack", "T1", "U9", "Devrim", *find_zone("Europe/Oslo")};
    const Account later{"slack", "T1", "U9", "Other", Zone{}};
    const Who who = world.committed([&] { return identify(*world, account, "f", world.now); });
    world.committed([&] { return identify(*world, later, "g", world.now); });
    world.who = who;
    const User user = world.state().user;
    CHECK(user.id == who.user);
    CHECK(user.tenant == who.tenant);
    CHECK(user.name == "Devrim");
    CHECK(user.zone.name() == "Europe/Oslo");
}

} // namespace vera::store
