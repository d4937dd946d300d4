// What only a PostgreSQL server can do to us, and what we tell it.
#include "tests/store/every_database.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>
#include <functional>

namespace vera::store {
namespace {

bool no_server() { return engines().size() == 1; }

DatabaseError postgres_error(const std::function<void()>& action) {
    try {
        action();
    } catch (const DatabaseError& error) {
        CHECK(std::string(error.what()).find('\n') == std::string::npos);
        return error;
    }
    FAIL("nothing was thrown");
    return {Fault::other, ""};
}

} // namespace

TEST_CASE("a session has time-outs and a name", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto database = place.open();
    CHECK(database->run("show application_name") == Rows{{std::string("vera")}});
    CHECK(database->run("show statement_timeout") == Rows{{std::string("10s")}});
    CHECK(database->run("show lock_timeout") == Rows{{std::string("2s")}});
    CHECK(database->run("show idle_in_transaction_session_timeout") == Rows{{std::string("30s")}});
    CHECK(database->run("show client_min_messages") == Rows{{std::string("warning")}});
}

TEST_CASE("a session that the server ended is lost", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto ours = place.open(), other = place.open();
    ours->run_script("create table thing (id bigint)");
    ours->run(ours->dialect().begin.data());
    ours->run("insert into thing (id) values (1)");
    const Rows id = ours->run("select pg_backend_pid()");
    other->run("select pg_terminate_backend(cast($1 as integer), 5000)", {id.at(0).at(0)});

    CHECK(postgres_error([&] { ours->run("commit"); }).fault == Fault::lost);
    CHECK_FALSE(ours->in_transaction());
    CHECK(postgres_error([&] { ours->run("select id from thing"); }).fault == Fault::lost);
    CHECK(other->run("select id from thing").empty());
}

TEST_CASE("a lock that cannot be had and a statement that takes too long are busy", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto ours = place.open(), other = place.open();
    ours->run_script("create table thing (id bigint primary key); insert into thing values (1)");
    other->run("begin");
    other->run("lock table thing");
    ours->run_script("set lock_timeout = '20ms'");
    CHECK(postgres_error([&] { ours->run("update thing set id = 2"); }).fault == Fault::busy);
    CHECK(postgres_error([&] { ours->run("lock table thing nowait"); }).fault != Fault::lost);
    ours->run_script("set lock_timeout = 0; set statement_timeout = '20ms'");
    CHECK(postgres_error([&] { ours->run("update thing set id = 2"); }).fault == Fault::busy);
    other->run("rollback");
    ours->run("update thing set id = 2");
}

TEST_CASE("two transactions that cannot be put in order are busy", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto ours = place.open(), other = place.open();
    ours->run_script("create table thing (id bigint primary key, number bigint); insert into thing values (1, 0)");
    ours->run("begin isolation level repeatable read");
    ours->run("select number from thing");
    other->run("update thing set number = 1");
    CHECK(postgres_error([&] { ours->run("update thing set number = 2"); }).fault == Fault::busy);
    CHECK(ours->in_transaction());
    ours->run("rollback");
}

TEST_CASE("the commit of a transaction that had failed is not taken for a commit", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto database = place.open();
    database->run_script("create table thing (id bigint primary key)");
    database->run("begin");
    database->run("insert into thing (id) values (1)");
    CHECK(postgres_error([&] { database->run("insert into thing (id) values (1)"); }).fault == Fault::constraint);
    CHECK(postgres_error([&] { database->run("select id from thing"); }).fault == Fault::other);
    CHECK(postgres_error([&] { database->run("commit"); }).fault == Fault::other);
    CHECK_FALSE(database->in_transaction());
    CHECK(database->run("select id from thing").empty());
}

TEST_CASE("data that does not fit is refused without repeating it", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto database = place.open();
    const auto cast = [&](const std::string& value) { database->run("select cast($1 as bigint)", {value}); };
    const DatabaseError error = postgres_error([&] { cast("Secret"); });
    CHECK(error.fault == Fault::constraint);
    CHECK(std::string(error.what()) == "PostgreSQL 22P02");
    CHECK(postgres_error([&] { database->run("select cast($1 as text)", {std::string("\xff Secret")}); }).fault ==
          Fault::constraint);
}

TEST_CASE("a server's troubles are told apart by what helps against them", "[store][postgres]") {
    if (no_server()) return;
    const EmptyDatabase place("PostgreSQL");
    auto database = place.open();
    const auto fault_of = [&](const std::string& state) {
        return postgres_error([&] {
                   database->run_script("do $$ begin raise exception 'x' using errcode = '" + state + "'; end $$");
               })
            .fault;
    };
    for (auto* state : {"23505", "22001", "54000"}) CHECK(fault_of(state) == Fault::constraint);
    for (auto* state : {"53200", "53300", "53000", "XX000", "40P01", "57014"}) CHECK(fault_of(state) == Fault::busy);
    for (auto* state : {"57P01", "57P03", "08006"}) CHECK(fault_of(state) == Fault::lost);
    CHECK(fault_of("53100") == Fault::full);
    CHECK(fault_of("58030") == Fault::io);
    CHECK(fault_of("XX001") == Fault::corrupt);
    CHECK(fault_of("42P01") == Fault::other);
}

TEST_CASE("a server that is not there is told in one line, and an address never with its password",
          "[store][postgres]") {
    const TemporaryFolder folder;
    const DatabaseError away = postgres_error(
        [&] { open_postgres("postgresql:///vera?host=" + folder.file("nobody") + "&user=vera&password=Secret"); });
    CHECK(away.fault == Fault::lost);
    CHECK_THAT(away.what(), ContainsSubstring("No such file or directory"));
    CHECK_THAT(away.what(), !ContainsSubstring("Secret"));
    const std::string address = GENERATE("postgresql://vera:Secret@[::1/vera", "Secret", "host=x pasword=Secret");
    CHECK(std::string(postgres_error([&] { open_postgres(address); }).what()) ==
          "the PostgreSQL address is not understood");
}

TEST_CASE("a database in another encoding than UTF-8 is refused", "[store][postgres]") {
    if (no_server()) return;
    std::string address = std::getenv("VERA_TEST_POSTGRES");
    const std::size_t at = address.find("/vera?");
    if (at == std::string::npos) return; // somebody's own server: no place for making databases
    auto database = open_postgres(address);
    database->run_script("set statement_timeout = '5min'"); // copying a template is slow on a busy disk
    database->run_script("drop database if exists latin");
    database->run_script("create database latin template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
    address.replace(at, 6, "/latin?");
    CHECK_THAT(postgres_error([&] { open_postgres(address); }).what(), ContainsSubstring("UTF8"));
    database->run_script("drop database latin");
}

} // namespace vera::store
