#include "tests/store/every_database.hpp"

#include "tests/support/catch.hpp"

#include <stdlib.h>
#include <unistd.h>

namespace vera::store {
namespace {

std::string server_address();
std::string with_schema(const std::string& address, const std::string& schema);

} // namespace

std::vector<std::string> engines() {
    if (!server_address().empty()) return {"SQLite", "PostgreSQL"};
    WARN("VERA_TEST_POSTGRES is not set: PostgreSQL is left out");
    return {"SQLite"};
}

TemporaryFolder::TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "vera-test.XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored; // a folder left behind fails no test
    std::filesystem::remove_all(path_, ignored);
}

EmptyDatabase::EmptyDatabase(const std::string& engine) {
    if (engine == "SQLite") return;
    static int made = 0;
    schema_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
    open_postgres(server_address())->run_script("create schema " + schema_);
}

EmptyDatabase::~EmptyDatabase() {
    if (!sqlite()) open_postgres(server_address())->run_script("drop schema " + schema_ + " cascade");
}

std::unique_ptr<Database> EmptyDatabase::open() const {
    if (sqlite()) return open_sqlite(file());
    return open_postgres(with_schema(server_address(), schema_));
}

namespace {

std::string server_address() {
    const char* address = std::getenv("VERA_TEST_POSTGRES");
    return address ? address : "";
}

std::string with_schema(const std::string& address, const std::string& schema) {
    if (address.find("://") == std::string::npos) return address + " options='-csearch_path=" + schema + "'";
    return address + (address.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema;
}

} // namespace
} // namespace vera::store
