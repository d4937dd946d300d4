// A turn over a disk that fails: all of it is there afterwards, or nothing.
#include "tests/store/every_database.hpp"
#include "tests/store/faulty_vfs.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

// What a turn leaves in each of its tables, as one number each; a whole turn adds one everywhere.
std::vector<std::int64_t> marks(Store& store) {
    std::vector<std::int64_t> found;
    for (const char* sql :
         {"select count(*) from inbox", "select count(*) from outbox", "select count(*) from audit",
          "select count(*) from job", "select count(*) from influence", "select coalesce(max(version), 0) from deal",
          "select coalesce(max(version), 0) from session", "select count(*) from history where person <> ''"})
        found.push_back(integer(store.database->run(sql).at(0).at(0)));
    return found;
}

void whole_turn(World& world, int number) {
    const Event from = world.said("x");
    const DealId id("d");
    begin(*world);
    REQUIRE(claim(*world, from, world.now).claim == Claim::fresh);
    State before = load(*world, from);
    load_more(*world, before, from, {{id}, {}});
    Plan plan;
    plan.next = before;
    if (plan.next.deals.empty()) {
        plan.next.deals.emplace_back().head.id = id;
        plan.next.deals[0].head.owner = world.who.user;
    }
    Influence person = named("p" + std::to_string(number), "Ingrid");
    person.notes = {{std::string(900, 'n'), {}}};
    plan.next.deals[0].people.push_back(person);
    plan.next.session.misunderstood = number;
    plan.messages = {world.message(from, 1, std::string(2000, 'm'))};
    plan.records = {{"x", id, {}}};
    plan.errands = {{"x", id}};
    save(*world, before, plan, from, world.now);
    commit(*world);
}

} // namespace

TEST_CASE("whatever write or sync of a turn fails, the turn is whole or was never there", "[store][faults]") {
    const int code = GENERATE(SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_FULL);
    const auto call = code == SQLITE_IOERR_FSYNC ? FaultyVfs::Call::sync : FaultyVfs::Call::write;
    bool reached = true;
    int failures = 0;
    for (int nth = 1; reached; ++nth) {
        INFO("failing call " << nth);
        FaultyVfs disk;
        World world("SQLite", disk.name());
        whole_turn(world, 1);
        const auto before = marks(*world);
        disk.fail(call, nth, code);
        bool told = false;
        try {
            whole_turn(world, 2);
        } catch (const DatabaseError&) {
            told = true;
            rollback(*world);
        }
        reached = disk.failed();
        failures += told;
        disk.heal();
        world.reopen();
        auto after = before;
        for (auto& mark : after) mark += told ? 0 : 1;
        CHECK(marks(*world) == after);
        CHECK(told == reached);
        whole_turn(world, 3);
    }
    CHECK(failures > 0);
}

} // namespace vera::store
