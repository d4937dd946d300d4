#include "core/store/sqlite_connect.hpp"

#include "core/must.hpp"
#include "core/store/database.hpp"
#include "core/store/file_owner.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace vera::store {
namespace {

// Exclusive comes before WAL, so that there is no shared-memory file. Temporary tables stay in memory:
// nothing anybody typed goes into a file beside the database. A new file is switched to WAL by way of a
// rollback journal; only `extra` makes sure of its deletion, and a journal that comes back after a power
// cut would undo the file and everything in the log.
constexpr const char* sqlite_settings = R"(
    pragma locking_mode = exclusive;
    pragma synchronous = extra;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma mmap_size = 0;
    pragma temp_store = memory;
    pragma foreign_keys = on;
    pragma trusted_schema = off;
    pragma cell_size_check = on;
    begin exclusive; -- takes the lock now, so that a second process fails here and not in a turn
    commit;
    select count(*) from sqlite_schema;
)";

constexpr int long_log = 1000; // pages in the write-ahead log before it moves into the file: 4 MB

void make_private_file(const std::string& path);
int drop_journal_of_empty_file(sqlite3*);
int set_up_sqlite(sqlite3*);
int move_long_log(void*, sqlite3*, const char* database, int pages);
int read_journal_mode(void* mode, int columns, char** values, char** names);
DatabaseError open_error(SqliteConnection, const std::string& path, int code);
std::string why_not_opened(sqlite3*, int code);
Fault sqlite_fault(int code);
std::string system_reason(int number) { return std::generic_category().message(number); }

} // namespace

SqliteConnection connect_sqlite(const std::string& path, const char* vfs) {
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (!vfs && path != ":memory:") make_private_file(path);
    sqlite3* made = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &made, flags, vfs);
    SqliteConnection connection(made);
    MUST(connection);
    if (code == SQLITE_OK) code = drop_journal_of_empty_file(made);
    if (code == SQLITE_OK) code = set_up_sqlite(made);
    if (code != SQLITE_OK) throw open_error(std::move(connection), path, code);
    return connection;
}

void SqliteClose::operator()(sqlite3* connection) const { sqlite3_close(connection); }

void throw_sqlite_error(sqlite3* connection, int code) {
    throw DatabaseError(sqlite_fault(code), "SQLite " + std::to_string(code) + ": " + sqlite3_errmsg(connection));
}

namespace {

// SQLite would let everybody on the machine read a new file; its WAL takes over the rights given here.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);
    if (file < 0 && errno != EEXIST)
        throw DatabaseError(Fault::other, "cannot make the database " + path + ": " + system_reason(errno));
}

// A process that dies while it makes the file leaves a journal beside nothing. SQLite deletes that one without
// syncing the folder; back after a power cut, it would undo the file that has grown since. So it goes here.
int drop_journal_of_empty_file(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    sqlite3_vfs* layer = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_VFS_POINTER, &layer);
    const char* name = sqlite3_db_filename(connection, "main");
    if (!file || !file->pMethods || !layer || !name || !*name) return SQLITE_OK; // in memory
    sqlite3_int64 size = 0;
    const int asked = file->pMethods->xFileSize(file, &size);
    if (asked != SQLITE_OK || size > 0) return asked;
    const int code = layer->xDelete(layer, sqlite3_filename_journal(name), 1);
    return code == SQLITE_IOERR_DELETE_NOENT ? SQLITE_OK : code;
}

int set_up_sqlite(sqlite3* connection) {
    if (sqlite3_db_readonly(connection, "main") == 1) return SQLITE_READONLY;
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr); // "x" is a column, as in PostgreSQL
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    const int code = sqlite3_exec(connection, sqlite_settings, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
    sqlite3_wal_hook(connection, move_long_log, nullptr);
    std::string mode;
    const int asked = sqlite3_exec(connection, "pragma journal_mode", read_journal_mode, &mode, nullptr);
    return asked != SQLITE_OK || mode == "wal" || mode == "memory" ? asked : SQLITE_PROTOCOL;
}

// SQLite's own hook swallows a failed sync, and the next one would succeed without the data. The commit
// that came before has happened; an I/O fault ends the process anyway, all else is tried again next time.
int move_long_log(void*, sqlite3* connection, const char* database, int pages) {
    if (pages < long_log) return SQLITE_OK;
    const int code = sqlite3_wal_checkpoint_v2(connection, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return sqlite_fault(code) == Fault::io || sqlite_fault(code) == Fault::corrupt ? code : SQLITE_OK;
}

int read_journal_mode(void* mode, int, char** values, char**) {
    *static_cast<std::string*>(mode) = values[0];
    return 0;
}

DatabaseError open_error(SqliteConnection connection, const std::string& path, int code) {
    const std::string why = why_not_opened(connection.get(), code);
    const Fault fault = sqlite_fault(code);
    connection.reset(); // before asking who has the file
    if (fault == Fault::busy) return {fault, "the database " + path + " is in use by " + file_owner(path)};
    return {fault, "cannot open the database " + path + ": " + why};
}

std::string why_not_opened(sqlite3* connection, int code) {
    switch (code & 0xff) {
    case SQLITE_NOTADB:
        return "it is not a database";
    case SQLITE_CORRUPT:
        return "it is damaged";
    case SQLITE_READONLY:
        return "it is write-protected";
    case SQLITE_PROTOCOL:
        return "its write-ahead log cannot be switched on";
    case SQLITE_CANTOPEN: {
        const int number = sqlite3_system_errno(connection);
        if (number != 0) return system_reason(number);
        break;
    }
    default:
        break;
    }
    return sqlite3_errmsg(connection);
}

Fault sqlite_fault(int code) {
    if (code == SQLITE_READONLY_DBMOVED) return Fault::io; // somebody took the file away under us
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
        return Fault::constraint;
    case SQLITE_NOMEM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::busy;
    case SQLITE_FULL:
        return Fault::full;
    case SQLITE_IOERR:
        return Fault::io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Fault::corrupt;
    default:
        return Fault::other;
    }
}

} // namespace
} // namespace vera::store
