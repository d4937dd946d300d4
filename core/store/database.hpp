#pragma once
// The seam over SQLite and PostgreSQL: one connection, one SQL text for both with $1.. parameters, and
// one list of what can go wrong. It knows nothing of what is stored.
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vera::store {

struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};
using Value = std::variant<std::nullptr_t, std::int64_t, std::string, Blob>;
using Row = std::vector<Value>;
using Rows = std::vector<Row>;

std::int64_t integer(const Value&); // these three throw Bug when the column is something else
const std::string& text(const Value&);
const std::string& bytes(const Value&);

enum class Fault {
    constraint, // the row was refused: by a constraint, or because its data do not fit
    busy,       // another process has the file, a lock could not be had, memory is short: later it may work
    full,       // the disk
    io,         // read, write or sync failed: the process must end, what is on disk is not known
    corrupt,    // not a database, or a damaged one
    lost,       // the server went away: the process must end, whether a commit happened is not known
    other,
};
struct DatabaseError : std::runtime_error {
    DatabaseError(Fault fault, const std::string& what) : std::runtime_error(what), fault(fault) {}
    Fault fault;
};

// Where the two engines differ in SQL; at most five entries.
struct Dialect {
    std::string_view blob;   // the column type of sealed bytes
    std::string_view begin;  // starts a transaction that may write
    std::string_view tables; // a query for the names of all tables
    bool shared_commits;     // turns may share a transaction: nobody else waits for its locks meanwhile
};

class Database {
public:
    virtual ~Database() = default;
    // Runs one statement and returns all rows it produces. `sql` must be a literal: it is the key of the
    // statement cache. Throws DatabaseError, without the values. A parameter needs a place that gives it a
    // type, a column or a cast: PostgreSQL refuses `$1 is null` alone. No sum() of bigint without a cast.
    virtual Rows run(const char* sql, std::initializer_list<Value> values = {}) = 0;
    virtual void run_script(const std::string& sql) = 0; // several statements, no parameters: migrations
    virtual bool in_transaction() const = 0;             // false after the engine rolled back by itself
    virtual const Dialect& dialect() const = 0;
};

// A file in WAL mode, synchronous FULL, secure_delete, exclusive. `vfs` names another file layer (tests).
// Throws DatabaseError{busy} naming the process that has the file.
std::unique_ptr<Database> open_sqlite(const std::string& path, const char* vfs = nullptr);
// "postgresql://..." as libpq takes it.
std::unique_ptr<Database> open_postgres(const std::string& address);

} // namespace vera::store
