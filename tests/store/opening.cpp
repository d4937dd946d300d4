// Opening a store: a new one, one of another version, one with another key, something else.
#include "core/store/rows.hpp"
#include "tests/store/dump.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

const Time first_opened = *parse_iso_time("2026-11-26T09:00Z");

Expected<Store> opened_with(const EmptyDatabase& place, const Key& key) {
    return open(place.open(), key, test_randomness(), first_opened);
}

std::string whole_text(const Problems& problems) {
    REQUIRE(problems.size() == 1);
    return problems[0].where + ": " + problems[0].what;
}

void alter(const EmptyDatabase& place, const std::string& sql) { place.open()->run_script(sql); }

std::string all_of_meta(const EmptyDatabase& place) {
    const auto rows = place.open()->run("select schema_number, min_program, key_check, created_ms from meta");
    return std::to_string(integer(rows.at(0).at(0))) + " " + std::to_string(integer(rows.at(0).at(1))) + " " +
           bytes(rows.at(0).at(2)) + " " + std::to_string(integer(rows.at(0).at(3)));
}

} // namespace

TEST_CASE("an empty database gets every migration, and opens again without any", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(opened_with(place, test_key));
    const std::string meta = all_of_meta(place);
    CHECK(meta.starts_with(std::to_string(schema_number) + " 1 "));
    CHECK(opened_with(place, test_key));
    CHECK(all_of_meta(place) == meta);
}

TEST_CASE("another key is refused in one clear line, and nothing is changed", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(opened_with(place, test_key));
    const std::string meta = all_of_meta(place);
    const auto opened = opened_with(place, Key{1});
    REQUIRE_FALSE(opened);
    CHECK(whole_text(opened.problems()) ==
          "master key: it is not the key this database was made with; nothing was changed");
    CHECK(all_of_meta(place) == meta);
    CHECK(opened_with(place, test_key));
}

TEST_CASE("a database that needs a newer program is refused in one clear line", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(opened_with(place, test_key));
    alter(place, "update meta set min_program = 3, schema_number = 9");
    const std::string meta = all_of_meta(place);
    const auto opened = opened_with(place, test_key);
    REQUIRE_FALSE(opened);
    CHECK(whole_text(opened.problems()) == "database: it was written by a newer Vera and needs program number 3, this "
                                           "one is 1; install the newer version");
    CHECK(all_of_meta(place) == meta);
}

TEST_CASE("a newer database that this program may still use is opened as it is", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(opened_with(place, test_key));
    alter(place, "update meta set schema_number = 9; create table from_the_future (id bigint)");
    const std::string meta = all_of_meta(place);
    CHECK(opened_with(place, test_key));
    CHECK(all_of_meta(place) == meta);
}

TEST_CASE("a migration that fails leaves nothing behind", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    alter(place, "create table meta (one bigint, schema_number bigint, min_program bigint, key_check bigint)");
    alter(place, "create table session (something bigint)"); // in the way of the first migration
    const auto opened = opened_with(place, test_key);
    REQUIRE_FALSE(opened);
    CHECK(*is_new(*place.open()));
    CHECK_THROWS_AS(place.open()->run("select count(*) from tenant"), DatabaseError);
}

TEST_CASE("a database of another program is refused in one clear line, and nothing is changed", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(*is_new(*place.open()));
    alter(place, "create table invoice (id bigint)");
    const auto opened = opened_with(place, test_key);
    REQUIRE_FALSE(opened);
    CHECK(whole_text(opened.problems()) ==
          "database: it belongs to another program: it has tables, and they are not Vera's");
    CHECK(live_tables(*place.open()) == std::vector<std::string>{"invoice"});
    CHECK_FALSE(is_new(*place.open()));
}

TEST_CASE("a database is new until a key was used in it", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    CHECK(opened_with(place, test_key));
    CHECK_FALSE(*is_new(*place.open()));
}

TEST_CASE("what is written is there after a restart", "[store]") {
    World world(GENERATE(from_range(engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const auto before = world.deal(id);
    world.reopen();
    CHECK(world.deal(id) == before);
}

TEST_CASE("a document that cannot be read names table and row, and nothing else", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId one = world.new_deal("One", {"Ingrid"}), two = world.new_deal("Two", {"Petra"});
    world.committed([&] {
        return (*world).database->run(
            "update influence set body = (select body from influence where deal = $1) where deal = $2",
            {one.text(), two.text()});
    });
    CHECK(world.deal(one));
    try {
        world.deal(two);
        FAIL("a body of another row was taken");
    } catch (const Bug& bug) {
        CHECK(bug.what() == "a row of table influence cannot be read: " + row_name({two.text(), "e2-p1"}));
    }
}

TEST_CASE("an old part of a deal or of a person cannot be put back as today's", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Ingrid"});
    const char* sql = GENERATE(
        R"(update influence set body = (select h.body from history h where h.deal = influence.deal
                                        and h.person = influence.person))",
        R"(update deal set body = (select h.body from history h where h.deal = deal.id and h.person = ''))");
    CHECK(world.deal(deal));
    world.committed([&] { return (*world).database->run(sql); });
    CHECK_THROWS_AS(world.deal(deal), Unreadable);
}

TEST_CASE("rows whose keys only look the same when joined have names of their own", "[store]") {
    CHECK(row_name({"a/b", "c"}) != row_name({"a", "b/c"}));
    CHECK(row_name({"a", "1:b"}) != row_name({"a1:b", ""}));
    CHECK(row_name({"a", ""}) != row_name({"", "a"}));
    World world(GENERATE(from_range(store_engines())));
    Event event = world.said("x");
    event.conversation = ConversationId("19:a/b");
    event.thread = ThreadId("c");
    world.turn(event, [](Plan& plan) { plan.next.session.leftover = {"kept"}; });
    world.committed([&] { return (*world).database->run("update session set conversation = '19:a', thread = 'b/c'"); });
    event.conversation = ConversationId("19:a");
    event.thread = ThreadId("b/c");
    CHECK_THROWS_AS(load(*world, event), Unreadable);
}

} // namespace vera::store
