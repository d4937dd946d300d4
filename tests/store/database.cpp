// What the seam promises, once for SQLite and once for PostgreSQL.
#include "core/must.hpp"
#include "tests/store/every_database.hpp"
#include "tests/support/catch.hpp"

#include <limits>

namespace vera::store {
namespace {

constexpr const char* thing_tables = R"(
    create table kind (name text primary key);
    create table thing (
        id bigint primary key,
        name text constraint thing_name_once unique,
        number bigint constraint thing_number_not_negative check (number >= 0),
        kind text references kind (name),
        flag boolean
    );
)";
constexpr const char* add_thing = "insert into thing (id, name) values ($1, $2)";
constexpr const char* count_things = "select count(*) from thing";

std::unique_ptr<Database> open_with_things(const EmptyDatabase& place) {
    auto database = place.open();
    database->run_script(thing_tables);
    return database;
}

std::int64_t number_of_things(Database& database) { return integer(database.run(count_things).at(0).at(0)); }

// The fault of what `action` throws; the message is one line and does not hold what was asked to be stored.
template <class Action> Fault fault_of(Action action) {
    try {
        action();
    } catch (const DatabaseError& error) {
        const std::string what = error.what();
        INFO(what);
        CHECK_FALSE(what.empty());
        CHECK(what.find('\n') == std::string::npos);
        CHECK(what.find("Secret") == std::string::npos);
        return error.fault;
    }
    FAIL("nothing was thrown");
    return Fault::other;
}

} // namespace

TEST_CASE("values come back as they were stored", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = place.open();
    database->run_script("create table sample (i bigint, t text, b " + std::string(database->dialect().blob) + ")");
    const auto number = GENERATE(std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'792'000'000'000},
                                 std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max());
    const std::string text = GENERATE("", "it's \"quoted\" $1 ?", "line\nline", "Åse Øyvind \U0001F600", "\\x41");
    const Blob blob{GENERATE(std::string(), std::string("\0\1\xff\0", 4), std::string(100'000, '\x80'))};

    database->run("insert into sample (i, t, b) values ($1, $2, $3)", {number, text, blob});
    const Rows rows = database->run("select i, t, b, b is null from sample where i = $1 and t = $2", {number, text});

    REQUIRE(rows.size() == 1);
    CHECK(integer(rows[0][0]) == number);
    CHECK(store::text(rows[0][1]) == text);
    CHECK(bytes(rows[0][2]) == blob.bytes);
    CHECK(integer(rows[0][3]) == 0);
}

TEST_CASE("null is not zero, not empty text and not empty bytes", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = place.open();
    database->run_script("create table sample (i bigint, t text, b " + std::string(database->dialect().blob) + ")");
    database->run("insert into sample (i, t, b) values ($1, $2, $3)", {nullptr, nullptr, nullptr});
    CHECK(database->run("select i, t, b from sample").at(0) == Row{nullptr, nullptr, nullptr});
    CHECK(database->run("select i from sample where i is null and t is null and b is null").size() == 1);
}

TEST_CASE("asking a column for another type than it has is our bug", "[store]") {
    CHECK_THROWS_AS(integer(std::string("1")), Bug);
    CHECK_THROWS_AS(integer(nullptr), Bug);
    CHECK_THROWS_AS(text(Blob{"bytes"}), Bug);
    CHECK_THROWS_AS(text(nullptr), Bug);
    CHECK_THROWS_AS(bytes(std::string("text")), Bug);
    CHECK_THROWS_AS(bytes(std::int64_t{1}), Bug);
}

TEST_CASE("parameters go by their number, not by the order in which the text names them", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    database->run("insert into thing (name, number, id) values ($2, $3, $1)",
                  {std::int64_t{1}, std::string("one"), std::int64_t{11}});
    const Rows rows = database->run("select id, name, number from thing where name = $2 and number > $1 and id <= $1",
                                    {std::int64_t{1}, std::string("one")});
    CHECK(rows == Rows{{std::int64_t{1}, std::string("one"), std::int64_t{11}}});
}

TEST_CASE("a statement runs again with other values, in the order of the rows", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    for (std::int64_t id = 1; id <= 1000; ++id) database->run(add_thing, {id, "thing " + std::to_string(id)});
    const Rows rows = database->run("select id, name from thing where id > $1 order by id limit $2",
                                    {std::int64_t{100}, std::int64_t{500}});
    REQUIRE(rows.size() == 500);
    CHECK(rows.front() == Row{std::int64_t{101}, std::string("thing 101")});
    CHECK(rows.back() == Row{std::int64_t{600}, std::string("thing 600")});
}

TEST_CASE("inserting over a row, returning columns, counting and yes-or-no read alike", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    const Rows added = database->run(
        "insert into thing (id, name, flag) values ($1, $2, true) on conflict (id) do update set name = excluded.name "
        "returning id, name, flag",
        {std::int64_t{5}, std::string("five")});
    CHECK(added == Rows{{std::int64_t{5}, std::string("five"), std::int64_t{1}}});
    CHECK(database->run("insert into thing (id) values ($1) on conflict do nothing returning id", {std::int64_t{5}})
              .empty());
    const Rows asked =
        database->run("select count(*), exists (select 1 from thing where id = $1), cast(null as bigint) "
                      "from thing",
                      {std::int64_t{6}});
    CHECK(asked == Rows{{std::int64_t{1}, std::int64_t{0}, nullptr}});
}

TEST_CASE("a constraint names itself and never the value, and work goes on", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    database->run(add_thing, {std::int64_t{1}, std::string("Secret")});
    const auto refused = [&](const char* sql, std::initializer_list<Value> values) {
        return fault_of([&] { database->run(sql, values); });
    };
    CHECK(refused(add_thing, {std::int64_t{1}, std::string("Secret other")}) == Fault::constraint);
    CHECK(refused(add_thing, {std::int64_t{2}, std::string("Secret")}) == Fault::constraint);
    CHECK(refused("insert into thing (id, number) values ($1, $2)", {std::int64_t{3}, std::int64_t{-1}}) ==
          Fault::constraint);
    CHECK(refused("insert into thing (id, kind) values ($1, $2)", {std::int64_t{4}, std::string("Secret")}) ==
          Fault::constraint);
    CHECK_THROWS_WITH(
        database->run("insert into thing (id, number) values ($1, $2)", {std::int64_t{3}, std::int64_t{-1}}),
        ContainsSubstring("thing_number_not_negative"));
    CHECK(number_of_things(*database) == 1);
}

TEST_CASE("a refused row costs its savepoint and nothing before it", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    database->run(database->dialect().begin.data());
    database->run(add_thing, {std::int64_t{1}, std::string("one")});
    database->run("savepoint turn");
    database->run(add_thing, {std::int64_t{2}, std::string("two")});
    CHECK(fault_of([&] { database->run(add_thing, {std::int64_t{2}, std::string("two")}); }) == Fault::constraint);
    CHECK(database->in_transaction());
    database->run("rollback to savepoint turn");
    database->run("release savepoint turn");
    database->run(add_thing, {std::int64_t{3}, std::string("three")});
    database->run("commit");
    CHECK(database->run("select id from thing order by id") == Rows{{std::int64_t{1}}, {std::int64_t{3}}});
}

TEST_CASE("one can tell whether a transaction is open", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    CHECK_FALSE(database->in_transaction());
    database->run(database->dialect().begin.data());
    CHECK(database->in_transaction());
    database->run("rollback");
    CHECK_FALSE(database->in_transaction());
    database->run(database->dialect().begin.data());
    database->run("commit");
    CHECK_FALSE(database->in_transaction());
    CHECK(fault_of([&] { database->run_script("nonsense"); }) == Fault::other);
    CHECK_FALSE(database->in_transaction());
}

TEST_CASE("a script that breaks off is rolled back whole, tables included", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    database->run(database->dialect().begin.data());
    CHECK(fault_of([&] {
              database->run_script("create table other (id bigint); nonsense; create table third (id bigint)");
          }) == Fault::other);
    database->run("rollback");
    CHECK(fault_of([&] { database->run("select id from other"); }) == Fault::other);
    CHECK(number_of_things(*database) == 0);
}

TEST_CASE("a statement still runs after a script has changed its table", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    database->run(add_thing, {std::int64_t{1}, std::string("one")});
    CHECK(number_of_things(*database) == 1);
    database->run_script("drop table thing; create table thing (name text, more bigint default 7, id bigint)");
    CHECK(number_of_things(*database) == 0);
    database->run(add_thing, {std::int64_t{1}, std::string("one")});
    CHECK(number_of_things(*database) == 1);
}

TEST_CASE("what was committed is there when the database is opened again, and nothing else", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    {
        auto database = open_with_things(place);
        database->run(database->dialect().begin.data());
        database->run(add_thing, {std::int64_t{1}, std::string("committed")});
        database->run("commit");
        database->run(database->dialect().begin.data());
        database->run(add_thing, {std::int64_t{2}, std::string("left open")});
    }
    CHECK(place.open()->run("select id from thing") == Rows{{std::int64_t{1}}});
}

TEST_CASE("wrong SQL and missing tables are reported in one line, and work goes on", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    CHECK(fault_of([&] { database->run("select id from nowhere"); }) == Fault::other);
    CHECK(fault_of([&] { database->run("selec id from thing"); }) == Fault::other);
    CHECK(fault_of([&] { database->run("select \"no_such_column\" from thing"); }) == Fault::other);
}

TEST_CASE("misuse of the seam is our bug, found before the database sees it", "[store]") {
    const EmptyDatabase place(GENERATE(from_range(engines())));
    auto database = open_with_things(place);
    CHECK_THROWS_AS(database->run(add_thing, {std::int64_t{1}}), Bug);
    CHECK_THROWS_AS(database->run(add_thing, {std::int64_t{1}, std::string("one"), std::int64_t{1}}), Bug);
    CHECK_THROWS_AS(database->run(add_thing, {std::int64_t{1}, std::string("zero\0inside", 11)}), Bug);
    CHECK_THROWS_AS(database->run("select cast(1.5 as real)"), Bug);

    char no_literal[] = "select count(*) from thing";
    CHECK(database->run(no_literal).size() == 1);
    no_literal[20] = 'k';
    CHECK_THROWS_AS(database->run(no_literal), Bug);
    CHECK(number_of_things(*database) == 0);
}

} // namespace vera::store
