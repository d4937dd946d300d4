// SQLite on a disk that fails: every error is told as such, and nothing that was committed is lost.
#include "tests/store/every_database.hpp"
#include "tests/store/faulty_vfs.hpp"
#include "tests/support/catch.hpp"

#include <optional>

namespace vera::store {
namespace {

constexpr int faulty_turns = 12;

void begin_faulty_turn(Database& database, std::int64_t id) {
    database.run("begin immediate");
    database.run("insert into thing (id, body) values ($1, $2)", {id, Blob{std::string(9000, 'x')}});
    database.run("update thing set body = $2 where id = $1", {id / 2, Blob{std::string(5000, 'y')}});
}

std::int64_t faulty_turns_in(Database& database) {
    CHECK(text(database.run("pragma integrity_check").at(0).at(0)) == "ok");
    return integer(database.run("select count(*) from thing").at(0).at(0));
}

// Runs turns until one fails or all are done; returns how many were committed.
std::int64_t run_faulty_turns(Database& database, std::optional<Fault>& fault) {
    std::int64_t committed = 0;
    try {
        database.run_script("create table thing (id bigint primary key, body blob)");
        database.run_script("pragma wal_autocheckpoint = 8"); // so that checkpoints fail as well
        while (committed < faulty_turns) {
            begin_faulty_turn(database, committed + 1);
            database.run("commit");
            ++committed;
        }
    } catch (const DatabaseError& error) {
        fault = error.fault;
    }
    return committed;
}

} // namespace

TEST_CASE("a full disk refuses the commit; after a rollback and some room work goes on", "[store][faults]") {
    const TemporaryFolder folder;
    FaultyVfs disk;
    auto database = open_sqlite(folder.file("vera.db"), disk.name());
    database->run_script("create table thing (id bigint primary key, body blob)");
    disk.fail(FaultyVfs::Call::write, 1, SQLITE_FULL, true);
    begin_faulty_turn(*database, 1);
    try {
        database->run("commit");
        FAIL("committed on a full disk");
    } catch (const DatabaseError& error) {
        CHECK(error.fault == Fault::full);
    }
    disk.heal();
    if (database->in_transaction()) database->run("rollback");
    begin_faulty_turn(*database, 2);
    database->run("commit");
    CHECK(database->run("select id from thing") == Rows{{std::int64_t{2}}});
}

TEST_CASE("a commit whose sync failed is an I/O fault", "[store][faults]") {
    const TemporaryFolder folder;
    FaultyVfs disk;
    auto database = open_sqlite(folder.file("vera.db"), disk.name());
    database->run_script("create table thing (id bigint primary key, body blob)");
    begin_faulty_turn(*database, 1);
    disk.fail(FaultyVfs::Call::sync, 1, SQLITE_IOERR_FSYNC);
    try {
        database->run("commit");
        FAIL("committed without a sync");
    } catch (const DatabaseError& error) {
        CHECK(error.fault == Fault::io);
    }
    CHECK(disk.failed());
}

TEST_CASE("a sync that fails while the log moves into the file is not swallowed", "[store][faults]") {
    const auto big_commit = [](FaultyVfs& disk, int failing_sync) -> std::optional<Fault> {
        const TemporaryFolder folder;
        auto database = open_sqlite(folder.file("vera.db"), disk.name());
        database->run_script("create table thing (body blob)");
        database->run("begin immediate");
        database->run("insert into thing (body) values ($1)", {Blob{std::string(5'000'000, 'x')}});
        if (failing_sync > 0) disk.fail(FaultyVfs::Call::sync, failing_sync, SQLITE_IOERR_FSYNC);
        try {
            database->run("commit");
        } catch (const DatabaseError& error) {
            return error.fault;
        }
        return std::nullopt;
    };
    FaultyVfs disk;
    REQUIRE(big_commit(disk, 0) == std::nullopt);
    CHECK(big_commit(disk, 1) == Fault::io); // of the log
    CHECK(big_commit(disk, 2) == Fault::io); // of the file, or of the log before the move
    CHECK(big_commit(disk, 3) == Fault::io);
}

TEST_CASE("every commit is synced before it returns", "[store][faults]") {
    const TemporaryFolder folder;
    FaultyVfs disk;
    auto database = open_sqlite(folder.file("vera.db"), disk.name());
    database->run_script("create table thing (id bigint primary key, body blob)");
    for (std::int64_t id = 1; id <= 5; ++id) {
        begin_faulty_turn(*database, id);
        const int before = disk.calls(FaultyVfs::Call::sync);
        database->run("commit");
        CHECK(disk.calls(FaultyVfs::Call::sync) > before);
    }
}

TEST_CASE("whichever call fails first, what was committed is there afterwards", "[store][faults]") {
    const int code = GENERATE(SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_FULL);
    const bool lasting = GENERATE(false, true);
    int nth = 0;
    for (bool reached = true; reached && nth < 2000;) {
        const TemporaryFolder folder;
        FaultyVfs disk;
        std::optional<Fault> fault;
        std::int64_t committed = 0;
        {
            auto database = open_sqlite(folder.file("vera.db"), disk.name());
            disk.fail(FaultyVfs::Call::any, ++nth, code, lasting);
            committed = run_faulty_turns(*database, fault);
            reached = disk.failed();
        }
        INFO("call " << nth << ", code " << code << (lasting ? ", lasting" : ""));
        if (fault) REQUIRE(*fault == (code == SQLITE_FULL ? Fault::full : Fault::io));
        if (!reached) REQUIRE(committed == faulty_turns);
        disk.heal();
        auto database = open_sqlite(folder.file("vera.db"), disk.name());
        if (committed == 0 && database->run("select name from sqlite_schema").empty()) continue;
        const std::int64_t found = faulty_turns_in(*database);
        REQUIRE(found >= committed); // a failed commit may have happened; a good one has
        REQUIRE(found <= committed + (fault ? 1 : 0));
    }
    CHECK(nth > 50);
    CHECK(nth < 2000);
}

} // namespace vera::store
