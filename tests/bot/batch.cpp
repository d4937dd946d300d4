// Turns that share a commit share nothing else: an error in one neither loses nor merges its neighbours.
#include "bot/transaction.hpp"
#include "tests/bot/rig.hpp"
#include "tests/store/faulty_vfs.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

using End = Outcome::End;
using rig::noon;
using rig::World;
using Texts = std::vector<std::string>;

std::vector<Event> events_of(World& world, const Texts& texts) {
    std::vector<Event> events;
    for (auto& text : texts) events.push_back(world.said(text));
    return events;
}

BatchResult run_repeating(World& world, const std::vector<Event>& events) {
    return run_batch(world.store, rig::repeat, rig::sorry, events, noon);
}

std::vector<End> ends_of(const BatchResult& result) {
    std::vector<End> ends;
    for (auto& outcome : result.outcomes) ends.push_back(outcome.end);
    return ends;
}

// What was told about each event is what the database holds.
void check_told_truth(World& world, const Texts& texts, const BatchResult& result) {
    Texts done;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (result.outcomes[i].end == End::done) done.push_back(texts[i]);
    CHECK(world.outbox() == done);
    CHECK(world.heard() == std::set<std::string>(done.begin(), done.end()));
}

const Texts three{"one", "three", "two"};

} // namespace

TEST_CASE("a batch saves every turn and says so once", "[batch]") {
    World world;
    auto events = events_of(world, three);
    auto result = run_repeating(world, events);
    CHECK(ends_of(result) == std::vector{End::done, End::done, End::done});
    CHECK(result.messages);
    CHECK_FALSE(result.jobs);
    CHECK(result.troubles.empty());
    check_told_truth(world, three, result);

    auto again = run_repeating(world, events);
    CHECK(ends_of(again) == std::vector{End::repeated, End::repeated, End::repeated});
    check_told_truth(world, three, result);
}

TEST_CASE("turns share a commit only where the database lets them", "[batch]") {
    World world;
    auto shared = GENERATE(true, false);
    world.breaking().spoken.shared_commits = shared;
    world.breaking().commits = 0;
    auto result = run_repeating(world, events_of(world, {"one", "bug", "two"}));
    CHECK(ends_of(result) == std::vector{End::done, End::quarantined, End::done});
    CHECK(world.breaking().commits == (shared ? 1 : 2) + store::max_attempts + 1); // what fails runs alone
    CHECK(world.outbox() == Texts{"one", "sorry", "two"});
}

TEST_CASE("a repeat inside the same batch has its effect once", "[batch]") {
    World world;
    auto event = world.said("one");
    auto twin = event;
    twin.id = EventId{"another delivery"};
    auto result = run_repeating(world, {event, twin});
    CHECK(ends_of(result) == std::vector{End::done, End::repeated});
    CHECK(world.outbox() == Texts{"one"});
}

TEST_CASE("a repeat gets the reply of the first time", "[batch]") {
    World world;
    auto think = [](const State& state, const Event& event, Time now) {
        auto plan = rig::repeat(state, event, now);
        plan.reply = Reply{"only now"};
        return plan;
    };
    auto event = world.said("one");
    auto first = run_batch(world.store, think, rig::sorry, {event}, noon);
    auto second = run_batch(world.store, think, rig::sorry, {event}, noon);
    CHECK(first.outcomes[0].reply == Reply{"only now"});
    CHECK(second.outcomes[0].end == End::repeated);
    CHECK(second.outcomes[0].reply == Reply{"only now"});
}

TEST_CASE("an event that always fails is put aside with an apology, and its neighbours go on", "[batch]") {
    World world;
    auto events = events_of(world, {"one", "bug", "two"});
    auto result = run_repeating(world, events);
    CHECK(ends_of(result) == std::vector{End::done, End::quarantined, End::done});
    CHECK(world.outbox() == Texts{"one", "sorry", "two"});
    CHECK(world.heard() == std::set<std::string>{"one", "two"});
    CHECK(result.troubles.size() == 4); // three attempts and the burial

    auto again = run_repeating(world, {events[1]});
    CHECK(ends_of(again) == std::vector{End::quarantined});
    CHECK(world.outbox() == Texts{"one", "sorry", "two"});
}

TEST_CASE("a turn that fails once is done at the second try", "[batch]") {
    World world;
    int tries = 0;
    auto think = [&](const State& state, const Event& event, Time now) {
        MUST(std::get<Said>(event.what).text != "shy" || ++tries > 1);
        return rig::repeat(state, event, now);
    };
    auto result = run_batch(world.store, think, rig::sorry, events_of(world, {"one", "shy"}), noon);
    CHECK(ends_of(result) == std::vector{End::done, End::done});
    CHECK(world.outbox() == Texts{"one", "shy"});
}

TEST_CASE("what an exception says is not logged, because it may quote the user", "[batch]") {
    World world;
    auto think = [](const State&, const Event&, Time) -> Plan { throw std::runtime_error("she wants a promotion"); };
    auto result = run_batch(world.store, think, rig::sorry, events_of(world, {"one"}), noon);
    CHECK(ends_of(result) == std::vector{End::quarantined});
    for (auto& trouble : result.troubles) CHECK_THAT(trouble, !ContainsSubstring("promotion"));
}

TEST_CASE("a turn sees what it needs, and one that never has enough is a bug", "[batch]") {
    World world;
    std::size_t rounds = 0, enough = limits::need_rounds;
    auto think = [&](const State& state, const Event& event, Time now) {
        auto plan = rig::repeat(state, event, now);
        if (rounds++ < enough) plan.needs.people = {"ingrid"};
        return plan;
    };
    auto result = run_batch(world.store, think, rig::sorry, events_of(world, {"one"}), noon);
    CHECK(ends_of(result) == std::vector{End::done});
    CHECK(rounds == limits::need_rounds + 1);

    enough = 1000;
    result = run_batch(world.store, think, rig::sorry, events_of(world, {"two"}), noon);
    CHECK(ends_of(result) == std::vector{End::quarantined});
}

TEST_CASE("a turn that loses against another runs again, at most three times", "[batch]") {
    World world;
    int conflicts = GENERATE(1, 2, 5, 100);
    auto think = [&](const State& state, const Event& event, Time now) {
        if (std::get<Said>(event.what).text == "late" && conflicts-- > 0) throw store::Conflict("another was first");
        return rig::repeat(state, event, now);
    };
    auto done = conflicts < 6;
    auto result = run_batch(world.store, think, rig::sorry, events_of(world, {"late", "one"}), noon);
    CHECK(ends_of(result) == std::vector{done ? End::done : End::failed, End::done});
    check_told_truth(world, {"late", "one"}, result);
}

TEST_CASE("whichever statement fails, every turn is done once or told as failed", "[batch]") {
    auto fault = GENERATE(store::Fault::constraint, store::Fault::full, store::Fault::busy, store::Fault::other);
    auto lasting = GENERATE(false, true);
    auto rolls_back = GENERATE(false, true);
    auto failed = true;
    int at = 1;
    for (; failed; ++at) {
        World world;
        auto& breaking = world.breaking();
        breaking.fail_at = at;
        breaking.fault = fault;
        breaking.lasting = lasting;
        breaking.rolls_back = rolls_back;
        auto result = run_repeating(world, events_of(world, three));
        failed = breaking.failed;
        breaking.fail_at = 0;
        INFO("statement " << at << ", fault " << static_cast<int>(fault));
        if (!lasting) CHECK(ends_of(result) == std::vector{End::done, End::done, End::done});
        check_told_truth(world, three, result);
    }
    CHECK(at > 10);
}

TEST_CASE("a failed sync, a damaged file and a lost server end the process", "[batch]") {
    World world;
    auto fault = GENERATE(store::Fault::io, store::Fault::corrupt, store::Fault::lost);
    auto texts = GENERATE(Texts{"one"}, three);
    world.breaking().fail_at = 3;
    world.breaking().fault = fault;
    try {
        run_repeating(world, events_of(world, texts));
        FAIL("it went on");
    } catch (const store::DatabaseError& error) {
        CHECK(error.fault == fault);
    }
}

TEST_CASE("an event is put aside for what it does itself, not for what the database suffers", "[batch]") {
    World world;
    auto fault = GENERATE(store::Fault::busy, store::Fault::full, store::Fault::other, store::Fault::constraint);
    auto own = fault == store::Fault::constraint;
    auto well = false;
    auto think = [&](const State& state, const Event& event, Time now) {
        if (!well) throw store::DatabaseError(fault, "broken on order");
        return rig::repeat(state, event, now);
    };
    auto events = events_of(world, {"one"});
    for (int i = 0; i < store::max_attempts; ++i)
        CHECK(ends_of(run_batch(world.store, think, rig::sorry, events, noon)) ==
              std::vector{own ? End::quarantined : End::failed});
    well = true;
    CHECK(ends_of(run_batch(world.store, think, rig::sorry, events, noon)) ==
          std::vector{own ? End::quarantined : End::done});
    CHECK(world.outbox() == (own ? Texts{"sorry"} : Texts{"one"}));
}

TEST_CASE("on a disk that fills up at any write, what was told is what the disk holds", "[batch]") {
    auto lasting = GENERATE(false, true);
    rig::TemporaryFolder folder;
    auto failed = true;
    for (int at = 1; failed && at < 200; ++at) {
        store::FaultyVfs disk;
        World world(folder.file("full" + std::to_string(at) + ".db"), disk.name());
        disk.fail(store::FaultyVfs::Call::write, at, SQLITE_FULL, lasting);
        auto result = run_repeating(world, events_of(world, three));
        failed = disk.failed();
        disk.heal();
        INFO("write " << at);
        check_told_truth(world, three, result);
    }
    CHECK_FALSE(failed);
}

} // namespace vera
