// What only a SQLite file promises: who may have it, what lies beside it, and clear words when it is not one.
#include "tests/store/every_database.hpp"
#include "tests/support/catch.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace vera::store {
namespace {

struct Refused {
    Fault fault = Fault::other;
    std::string what;
};

Refused sqlite_refusal(const std::string& path) {
    try {
        open_sqlite(path);
    } catch (const DatabaseError& error) {
        const std::string what = error.what();
        CHECK(what.find('\n') == std::string::npos);
        CHECK(what.find(path) != std::string::npos);
        return {error.fault, what};
    }
    FAIL("opened");
    return {};
}

std::string bytes_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void make_file(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

Value sqlite_setting(Database& database, const char* pragma) { return database.run(pragma).at(0).at(0); }

// Asked by a child, which has none of our locks.
bool locked_for_others(const std::string& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        struct flock wanted {};
        wanted.l_type = F_WRLCK;
        wanted.l_start = 0x40000000; // SQLite's lock bytes
        wanted.l_len = 512;
        ::_exit(::fcntl(::open(path.c_str(), O_RDWR), F_SETLK, &wanted) == 0 ? 1 : 0);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    return status == 0;
}

// Another process that opens the file, says so, and on our word commits once more; its status is 0 if all
// of that worked.
class OtherProcess {
public:
    explicit OtherProcess(const std::string& path) {
        REQUIRE(::pipe(ready_) == 0);
        REQUIRE(::pipe(go_on_) == 0);
        process_ = ::fork();
        REQUIRE(process_ >= 0);
        if (process_ == 0) ::_exit(live(path));
        ::close(ready_[1]);
        ::close(go_on_[0]);
        char said = 0;
        REQUIRE(::read(ready_[0], &said, 1) == 1);
    }
    ~OtherProcess() {
        if (process_ > 0) finish();
        ::close(ready_[0]);
    }
    pid_t id() const { return process_; }
    int finish() {
        int status = 0;
        ::close(go_on_[1]);
        ::waitpid(process_, &status, 0);
        process_ = 0;
        return status;
    }

private:
    int live(const std::string& path) const {
        try {
            ::close(go_on_[1]);
            auto database = open_sqlite(path);
            database->run("insert into thing (id) values (1)");
            char said = 'x';
            if (::write(ready_[1], &said, 1) != 1 || ::read(go_on_[0], &said, 1) != 0) return 1;
            database->run("insert into thing (id) values (2)");
            return 0;
        } catch (const DatabaseError&) {
            return 2;
        }
    }
    int ready_[2]{}, go_on_[2]{};
    pid_t process_ = 0;
};

} // namespace

TEST_CASE("a file has the settings that the design counts on", "[store][sqlite]") {
    const TemporaryFolder folder;
    auto database = open_sqlite(folder.file("vera.db"));
    CHECK(sqlite_setting(*database, "pragma locking_mode") == Value{"exclusive"});
    CHECK(sqlite_setting(*database, "pragma journal_mode") == Value{"wal"});
    CHECK(sqlite_setting(*database, "pragma synchronous") == Value{std::int64_t{2}});
    CHECK(sqlite_setting(*database, "pragma secure_delete") == Value{std::int64_t{1}});
    CHECK(sqlite_setting(*database, "pragma foreign_keys") == Value{std::int64_t{1}});
    CHECK(sqlite_setting(*database, "pragma trusted_schema") == Value{std::int64_t{0}});
    CHECK(sqlite_setting(*database, "pragma temp_store") == Value{std::int64_t{2}});
}

TEST_CASE("beside the file lies only its log, without shared memory, and nobody else may read them",
          "[store][sqlite]") {
    const TemporaryFolder folder;
    {
        auto database = open_sqlite(folder.file("vera.db"));
        database->run_script("create table thing (id bigint)");
        CHECK(std::filesystem::exists(folder.file("vera.db-wal")));
        CHECK_FALSE(std::filesystem::exists(folder.file("vera.db-shm")));
        for (const char* name : {"vera.db", "vera.db-wal"}) {
            struct stat found {};
            REQUIRE(::stat(folder.file(name).c_str(), &found) == 0);
            CHECK((found.st_mode & 0777) == 0600);
        }
    }
    CHECK_FALSE(std::filesystem::exists(folder.file("vera.db-wal")));
}

TEST_CASE("what was deleted is not left in the file", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    {
        auto database = open_sqlite(path);
        database->run_script("create table thing (id bigint, body text)");
        database->run("insert into thing (id, body) values (1, $1)", {std::string("unmistakable")});
    }
    REQUIRE(bytes_of_file(path).find("unmistakable") != std::string::npos);
    open_sqlite(path)->run("delete from thing");
    CHECK(bytes_of_file(path).find("unmistakable") == std::string::npos);
}

TEST_CASE("who opens a file that another process has is told which, and does not disturb it", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    open_sqlite(path)->run_script("create table thing (id bigint)");
    OtherProcess other(path);
    std::string command;
    std::getline(std::ifstream("/proc/" + std::to_string(other.id()) + "/comm"), command);

    for (int time = 0; time < 3; ++time) {
        const Refused refused = sqlite_refusal(path);
        CHECK(refused.fault == Fault::busy);
        CHECK(refused.what.ends_with("is in use by process " + std::to_string(other.id()) + " (" + command + ")"));
    }
    CHECK(other.finish() == 0);
    CHECK(open_sqlite(path)->run("select id from thing order by id") == Rows{{std::int64_t{1}}, {std::int64_t{2}}});
}

TEST_CASE("who opens a file twice is told so, and the first keeps its lock", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    auto first = open_sqlite(path);
    first->run_script("create table thing (id bigint)");
    const Refused refused = sqlite_refusal(path);
    CHECK(refused.fault == Fault::busy);
    CHECK(refused.what.ends_with("is in use by this process"));

    CHECK(locked_for_others(path));
    CHECK(first->run("select name from sqlite_schema") == Rows{{std::string("thing")}});
}

TEST_CASE("a file that is held by another program with a connection of its own is in use", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    open_sqlite(path)->run_script("create table thing (id bigint)");
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "begin; select * from thing", nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(sqlite_refusal(path).fault == Fault::busy);
    CHECK(sqlite3_exec(other, "insert into thing values (1); commit", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(open_sqlite(path)->run("select id from thing").size() == 1);
}

TEST_CASE("what is not a database stays as it is and is called so", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("letter.txt");
    const std::string content = GENERATE(std::string("Dear Vera,\n"), std::string(10'000, '\x7f'));
    make_file(path, content);
    const Refused refused = sqlite_refusal(path);
    CHECK(refused.fault == Fault::corrupt);
    CHECK(refused.what.ends_with("it is not a database"));
    CHECK(bytes_of_file(path) == content);
}

TEST_CASE("a database whose list of tables is damaged is called damaged", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    open_sqlite(path)->run_script("create table thing (id bigint)");
    std::string bytes = bytes_of_file(path);
    bytes.replace(100, 400, 400, '\x55');
    make_file(path, bytes);
    const Refused refused = sqlite_refusal(path);
    CHECK(refused.fault == Fault::corrupt);
    CHECK(refused.what.ends_with("it is damaged"));
}

TEST_CASE("a folder that is missing, or a folder instead of a file, is named", "[store][sqlite]") {
    const TemporaryFolder folder;
    CHECK_THAT(sqlite_refusal(folder.file("missing/vera.db")).what, ContainsSubstring("No such file or directory"));
    CHECK_THAT(sqlite_refusal(folder.file("")).what, ContainsSubstring("Is a directory"));
}

TEST_CASE("a file without the right to write is refused", "[store][sqlite]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vera.db");
    open_sqlite(path)->run_script("create table thing (id bigint)");
    if (::geteuid() == 0) return; // root may write everywhere
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    CHECK_THAT(sqlite_refusal(path).what, ContainsSubstring("it is write-protected"));
    std::filesystem::permissions(path, std::filesystem::perms::none);
    CHECK_THAT(sqlite_refusal(path).what, ContainsSubstring("Permission denied"));
}

} // namespace vera::store
