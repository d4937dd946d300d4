// Planned moments: unique by kind and occurrence, moved by planning again, taken by the claim.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

using std::chrono::hours;

Job reminder(const World& world, const std::string& occurrence, Time due) {
    Job job{};
    job.kind = "reminder";
    job.occurrence = occurrence;
    job.conversation = world.conversation;
    job.thread = ThreadId("t1");
    job.deal = DealId("d1");
    job.person = PersonId("p1");
    job.action = ActionId("a1");
    job.zone = *find_zone("Europe/Berlin");
    job.local = to_local(due, job.zone);
    job.due = due;
    return job;
}

Saved plan_jobs(World& world, std::vector<Job> jobs) {
    return world.turn(world.said("x"), [&](Plan& plan) { plan.jobs = std::move(jobs); });
}

Claim claim_of(World& world, const Event& event) {
    return world.committed([&] { return claim(*world, event, world.now).claim; });
}

} // namespace

TEST_CASE("a job comes when it is due, as an event that is always the same", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    CHECK_FALSE(next_due(*world));
    CHECK(
        plan_jobs(world, {reminder(world, "late", world.now + hours(2)), reminder(world, "soon", world.now + hours(1))})
            .jobs);
    CHECK(next_due(*world) == world.now + hours(1));
    CHECK(due(*world, world.now, 10).empty());
    const auto events = due(*world, world.now + hours(1), 10);
    REQUIRE(events.size() == 1);
    const Event& event = events[0];
    CHECK(event.what == decltype(event.what)(Due{"reminder", "soon", DealId("d1"), PersonId("p1"), ActionId("a1")}));
    CHECK(event.tenant == world.who.tenant);
    CHECK(event.user == world.who.user);
    CHECK(event.conversation == world.conversation);
    CHECK(event.thread == ThreadId("t1"));
    CHECK(event.at == world.now + hours(1));
    CHECK(event.id.text().size() < 40);
    CHECK(due(*world, world.now + hours(3), 1) == events);
    const auto both = due(*world, world.now + hours(3), 10);
    REQUIRE(both.size() == 2);
    CHECK(both[0] == event);
    CHECK(both[1].id != event.id);
    CHECK(both[1].keys != event.keys);
}

TEST_CASE("a job is done once, and not at all when it has moved or is cancelled", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    plan_jobs(world, {reminder(world, "one", world.now), reminder(world, "two", world.now),
                      reminder(world, "three", world.now)});
    const auto events = due(*world, world.now, 10); // in the order of their names
    REQUIRE(events.size() == 3);
    plan_jobs(world, {reminder(world, "three", world.now + hours(1))});
    CHECK(world.turn(world.said("x"),
                     [](Plan& plan) {
                         plan.cancelled = {{"reminder", "two"}, {"reminder", "none"}};
                     })
              .jobs);
    CHECK(claim_of(world, events[0]) == Claim::fresh);
    CHECK(claim_of(world, events[0]) == Claim::repeated);
    CHECK(claim_of(world, events[1]) == Claim::repeated);
    CHECK(claim_of(world, events[2]) == Claim::repeated);
    CHECK(next_due(*world) == world.now + hours(1));
}

TEST_CASE("a job that plans itself again comes again", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    plan_jobs(world, {reminder(world, "daily", world.now)});
    for (int day = 0; day < 3; ++day) {
        const auto events = due(*world, world.now, 10);
        REQUIRE(events.size() == 1);
        world.now += hours(24);
        world.turn(events[0], [&](Plan& plan) { plan.jobs = {reminder(world, "daily", world.now)}; });
    }
    CHECK(world.rows("select count(*) from job") == 1);
}

TEST_CASE("a job whose turn is rolled back is still there", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    plan_jobs(world, {reminder(world, "one", world.now)});
    const Event event = due(*world, world.now, 1).at(0);
    begin(*world);
    CHECK(claim(*world, event, world.now).claim == Claim::fresh);
    rollback(*world);
    CHECK(due(*world, world.now, 1).at(0) == event);
    begin(*world);
    quarantine(*world, event, world.message(event, 1, "Sorry"), world.now);
    commit(*world);
    CHECK(due(*world, world.now, 1).empty());
}

TEST_CASE("the same occurrence of two users is two jobs", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    plan_jobs(world, {reminder(world, "weekly", world.now)});
    world.who = world.committed([&] {
        return identify(*world, {"slack", "T1", "U2", "Anna", Zone{}}, "second", world.now);
    });
    plan_jobs(world, {reminder(world, "weekly", world.now)});
    const auto events = due(*world, world.now, 10);
    REQUIRE(events.size() == 2);
    CHECK(events[0].id != events[1].id);
    CHECK(claim_of(world, events[0]) == Claim::fresh);
    CHECK(claim_of(world, events[1]) == Claim::fresh);
}

TEST_CASE("an errand is a job of its own, due at once", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event from = world.said("x");
    CHECK(world.turn(from, [](Plan& plan) { plan.errands = {{"flags", DealId("d1")}, {"flags", DealId("d2")}}; }).jobs);
    const auto events = due(*world, world.now, 10);
    REQUIRE(events.size() == 2);
    const auto& errand = std::get<Due>(events[1].what);
    CHECK(errand.kind == "flags");
    CHECK(errand.deal == DealId("d2"));
    CHECK(errand.occurrence == from.id.text() + "-e1");
    CHECK(events[1].conversation == world.conversation);
}

TEST_CASE("a job that cannot be read is taken away, and the others come", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    plan_jobs(world, {reminder(world, "bad", world.now), reminder(world, "good", world.now)});
    world.committed(
        [&] { return (*world).database->run("update job set body = $1 where occurrence = 'bad'", {Blob{"?"}}); });
    const auto events = world.committed([&] { return due(*world, world.now, 1); });
    CHECK(events.empty());
    CHECK(std::get<Due>(due(*world, world.now, 1).at(0).what).occurrence == "good");
    CHECK(world.rows("select count(*) from job") == 1);
    CHECK(world.rows("select count(*) from audit where what = 'job.unreadable'") == 1);
}

} // namespace vera::store
