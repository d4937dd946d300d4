// Which questions are open, counted by step, for an editor who takes steps away.
#include "core/store/open_questions.hpp"

#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {

namespace {

Pending asked(const World& world, const std::string& step) {
    Pending pending;
    pending.id = QuestionId{"q" + step};
    pending.script = "person";
    pending.step = step;
    pending.asked_at = world.now;
    return pending;
}

} // namespace

TEST_CASE("open and parked questions are counted over all talks, page by page", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    CHECK(open_questions(*world).count.empty());
    constexpr int talks = 450; // more than two pages
    for (int i = 0; i < talks; ++i) {
        Event event = world.said("hello");
        event.conversation = ConversationId("C" + std::to_string(i));
        world.turn(event, [&](Plan& plan) {
            plan.next.session.pending = asked(world, "win");
            if (i % 2 == 0) plan.next.session.parked = {asked(world, "lose"), asked(world, "win")};
        });
    }
    world.turn(world.said("no question"), [](Plan& plan) { plan.next.session.misunderstood = 1; });
    const auto found = open_questions(*world);
    CHECK(found.unreadable == 0);
    CHECK(found.count.size() == 2);
    CHECK(found.count.at({"person", "win"}) == talks + talks / 2);
    CHECK(found.count.at({"person", "lose"}) == talks / 2);
}

TEST_CASE("a talk that cannot be read is counted and hides no other", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    world.turn(world.said("one"), [&](Plan& plan) { plan.next.session.pending = asked(world, "win"); });
    world.committed([&] {
        return (*world).database->run(
            R"(insert into session (tenant, user_id, conversation, thread, version, asked_ms, body)
                                         select tenant, user_id, 'broken', thread, 1, asked_ms, body from session
                                         where conversation = 'D1' returning version)");
    });
    const auto found = open_questions(*world);
    CHECK(found.unreadable == 1);
    CHECK(found.count.at({"person", "win"}) == 1);
}

} // namespace vera::store
