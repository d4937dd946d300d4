// Several programs on one server at the same moment: each thing happens once.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

#include <thread>

namespace vera::store {
namespace {

constexpr int rounds = 20;

// Runs the work on both stores side by side, each in its own transaction. Catch's checks stay outside.
template <class Work> auto side_by_side(Store& one, Store& two, Work work) {
    const auto committed = [&work](Store& store) {
        begin(store);
        auto result = work(store);
        commit(store);
        return result;
    };
    decltype(work(one)) first{}, second{};
    std::thread other([&] { second = committed(two); });
    first = committed(one);
    other.join();
    return std::pair(first, second);
}

} // namespace

TEST_CASE("two programs that see a new account at the same moment agree on the user", "[store]") {
    World world(engines().back());
    if (!world.has_servers()) return;
    Store other = world.another();
    for (int round = 0; round < rounds; ++round) {
        const std::string number = std::to_string(round);
        const auto [one, two] = side_by_side(*world, other, [&](Store& store) {
            const std::string fresh = (&store == &other ? "a" : "b") + number;
            return identify(store, {"slack", "W" + number, "U", "Leo", Zone{}}, fresh, world.now);
        });
        CHECK(one == two);
    }
    CHECK(world.rows("select count(*) from users") == rounds + 1);
    CHECK(world.rows("select count(*) from tenant") == rounds + 1);
}

TEST_CASE("an event that reaches two programs at the same moment is fresh for one", "[store]") {
    World world(engines().back());
    if (!world.has_servers()) return;
    Store other = world.another();
    for (int round = 0; round < rounds; ++round) {
        Event event = world.said("x");
        event.keys = {"a" + std::to_string(round), "b" + std::to_string(round)};
        Event again = event;
        again.id = EventId(event.id.text() + "-again");
        std::swap(again.keys[0], again.keys[1]);
        const auto [one, two] = side_by_side(*world, other, [&](Store& store) {
            return claim(store, &store == &other ? again : event, world.now).claim;
        });
        CHECK((one == Claim::fresh) != (two == Claim::fresh));
        CHECK((one == Claim::repeated) != (two == Claim::repeated));
    }
}

TEST_CASE("messages of two programs get numbers of their own", "[store]") {
    World world(engines().back());
    if (!world.has_servers()) return;
    Store other = world.another();
    for (int round = 0; round < rounds; ++round) {
        Event one = world.said("x"), two = world.said("x");
        one.conversation = ConversationId("D8");
        two.conversation = ConversationId("D9");
        side_by_side(*world, other, [&](Store& store) {
            const Event& event = &store == &other ? one : two;
            const State before = load(store, event);
            Plan plan;
            plan.next = before;
            plan.messages = {world.message(event, 1, "line")};
            plan.messages[0].conversation = event.conversation;
            return save(store, before, plan, event, world.now).messages;
        });
    }
    CHECK(world.rows("select count(*) from outbox") == 2 * rounds);
    CHECK(world.rows("select max(number) from outbox") == 2 * rounds);
}

TEST_CASE("of two programs that see the same message, one may send it", "[store]") {
    World world(engines().back());
    if (!world.has_servers()) return;
    Store other = world.another();
    for (int round = 0; round < rounds; ++round) {
        const Event from = world.said("x");
        world.turn(from, [&](Plan& plan) { plan.messages = {world.message(from, 1, "line")}; });
        const Outgoing seen = next_to_send(*world, world.now, 1).at(0);
        const auto [one, two] =
            side_by_side(*world, other, [&](Store& store) { return mark_sending(store, seen, world.now); });
        CHECK(one != two);
        world.committed([&] { return settle(*world, seen.row, Sending::sent, "p", world.now), true; });
    }
}

TEST_CASE("an edit of a message that another program is just sending is a row of its own", "[store]") {
    World world(engines().back());
    if (!world.has_servers()) return;
    Store other = world.another();
    const Event from = world.said("x");
    const Message question = world.message(from, 1, "What is the Win?");
    world.turn(from, [&](Plan& plan) { plan.messages = {question}; });
    begin(other);
    const Outgoing seen = next_to_send(other, world.now, 1).at(0);
    CHECK(mark_sending(other, seen, world.now));
    const Event later = world.said("y");
    Message edit = world.message(later, 1, "The Win: a seat");
    edit.edits = question.id;
    std::thread editing([&] { world.turn(later, [&](Plan& plan) { plan.messages = {edit}; }); });
    const Rows nobody_waits{{std::int64_t{0}}};
    while (other.database->run("select count(*) from pg_locks where not granted") == nobody_waits) {
    } // until the edit waits for the row
    commit(other);
    editing.join();
    world.committed([&] { return settle(*world, seen.row, Sending::sent, "p1", world.now), true; });
    const Outgoing next = next_to_send(*world, world.now, 1).at(0);
    CHECK(next.message.id == edit.id);
    CHECK(next.message.lines == edit.lines);
    CHECK(next.edits_platform_id == "p1");
}

} // namespace vera::store
