#pragma once
// Opening a SQLite file the way Vera needs it, and what SQLite's error codes mean. For sqlite.cpp only.
#include <memory>
#include <string>

struct sqlite3;

namespace vera::store {

struct SqliteClose {
    void operator()(sqlite3*) const;
};
using SqliteConnection = std::unique_ptr<sqlite3, SqliteClose>;

SqliteConnection connect_sqlite(const std::string& path, const char* vfs);
[[noreturn]] void throw_sqlite_error(sqlite3*, int code);

} // namespace vera::store
