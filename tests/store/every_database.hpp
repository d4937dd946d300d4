#pragma once
// The same test on SQLite and on PostgreSQL: GENERATE(from_range(engines())) and an EmptyDatabase of it.
// PostgreSQL takes part when VERA_TEST_POSTGRES holds an address (tests/support/postgres makes one).
#include "core/store/database.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vera::store {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    std::string file(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

std::vector<std::string> engines(); // "SQLite" and, where there is a server, "PostgreSQL"

// A place with nothing in it, that can be opened more than once: on PostgreSQL a schema of its own.
// Removed with everything in it at the end.
class EmptyDatabase {
public:
    explicit EmptyDatabase(const std::string& engine);
    ~EmptyDatabase();
    EmptyDatabase(const EmptyDatabase&) = delete;
    std::unique_ptr<Database> open() const;
    bool sqlite() const { return schema_.empty(); }
    std::string file() const { return folder_.file("vera.db"); } // of SQLite

private:
    TemporaryFolder folder_;
    std::string schema_;
};

} // namespace vera::store
