#include "core/must.hpp"
#include "core/store/database.hpp"
#include "core/store/sqlite_connect.hpp"

#include <sqlite3.h>

#include <unordered_map>

namespace vera::store {
namespace {

constexpr std::size_t max_sqlite_statements = 512;
constexpr Dialect sqlite_dialect{.blob = "blob",
                                 .begin = "begin immediate",
                                 .tables = "select name from sqlite_schema where type = 'table'",
                                 .shared_commits = true};

struct SqliteFinalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct SqliteReset {
    void operator()(sqlite3_stmt* statement) const {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};
struct SqliteStatement {
    std::unique_ptr<sqlite3_stmt, SqliteFinalize> handle;
    std::vector<int> places; // SQLite's index of $1, $2, ..: it numbers them by first appearance
};

SqliteStatement prepare_sqlite(sqlite3*, const char* sql);
void bind_sqlite(sqlite3*, const SqliteStatement&, std::initializer_list<Value>);
int bind_sqlite_value(sqlite3_stmt*, int place, const Value&);
Row sqlite_row(sqlite3_stmt*);
Value sqlite_column(sqlite3_stmt*, int column);

class Sqlite : public Database {
public:
    explicit Sqlite(SqliteConnection connection) : connection_(std::move(connection)) {}
    Rows run(const char* sql, std::initializer_list<Value> values) override;
    void run_script(const std::string& sql) override;
    bool in_transaction() const override { return !sqlite3_get_autocommit(connection_.get()); }
    const Dialect& dialect() const override { return sqlite_dialect; }

private:
    SqliteStatement& statement(const char* sql);
    SqliteConnection connection_;
    std::unordered_map<const char*, SqliteStatement> statements_; // after connection_: goes first
};

} // namespace

std::unique_ptr<Database> open_sqlite(const std::string& path, const char* vfs) {
    return std::make_unique<Sqlite>(connect_sqlite(path, vfs));
}

namespace {

Rows Sqlite::run(const char* sql, std::initializer_list<Value> values) {
    const SqliteStatement& used = statement(sql);
    // Also after an error: a statement left in the middle would keep COMMIT from working.
    const std::unique_ptr<sqlite3_stmt, SqliteReset> running(used.handle.get());
    bind_sqlite(connection_.get(), used, values);
    Rows rows;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(running.get())) == SQLITE_ROW) rows.push_back(sqlite_row(running.get()));
    // Only reset knows the code of a move of the log that failed after a commit; step says SQLITE_ERROR.
    if (code != SQLITE_DONE) throw_sqlite_error(connection_.get(), sqlite3_reset(running.get()));
    return rows;
}

void Sqlite::run_script(const std::string& sql) {
    const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(connection_.get(), code);
}

SqliteStatement& Sqlite::statement(const char* sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        MUST(statements_.size() < max_sqlite_statements);
        found = statements_.emplace(sql, prepare_sqlite(connection_.get(), sql)).first;
    }
    MUST(std::string_view(sqlite3_sql(found->second.handle.get())) == sql); // no literal, if not
    return found->second;
}

SqliteStatement prepare_sqlite(sqlite3* connection, const char* sql) {
    SqliteStatement made;
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (code != SQLITE_OK) throw_sqlite_error(connection, code);
    made.handle.reset(handle);
    MUST(handle);
    MUST(std::string_view(rest).find_first_not_of(" \t\n;") == std::string_view::npos);
    for (int number = 1; number <= sqlite3_bind_parameter_count(handle); ++number) {
        const int place = sqlite3_bind_parameter_index(handle, ("$" + std::to_string(number)).c_str());
        MUST(place != 0);
        made.places.push_back(place);
    }
    return made;
}

void bind_sqlite(sqlite3* connection, const SqliteStatement& statement, std::initializer_list<Value> values) {
    MUST(values.size() == statement.places.size());
    auto place = statement.places.begin();
    for (const Value& value : values) {
        const int code = bind_sqlite_value(statement.handle.get(), *place++, value);
        if (code != SQLITE_OK) throw_sqlite_error(connection, code);
    }
}

// The values outlive the run, so SQLite need not copy them.
int bind_sqlite_value(sqlite3_stmt* handle, int place, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(handle, place, *number);
    if (const auto* blob = std::get_if<Blob>(&value))
        return sqlite3_bind_blob64(handle, place, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    if (const auto* text = std::get_if<std::string>(&value)) {
        MUST(text->find('\0') == std::string::npos); // PostgreSQL cannot keep it
        return sqlite3_bind_text64(handle, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    return sqlite3_bind_null(handle, place);
}

Row sqlite_row(sqlite3_stmt* handle) {
    Row row;
    for (int column = 0; column < sqlite3_column_count(handle); ++column) row.push_back(sqlite_column(handle, column));
    return row;
}

Value sqlite_column(sqlite3_stmt* handle, int column) {
    const int type = sqlite3_column_type(handle, column);
    if (type == SQLITE_NULL) return nullptr;
    if (type == SQLITE_INTEGER) return std::int64_t{sqlite3_column_int64(handle, column)};
    MUST(type == SQLITE_TEXT || type == SQLITE_BLOB);
    const auto* start = static_cast<const char*>(sqlite3_column_blob(handle, column));
    std::string content(start ? start : "", static_cast<std::size_t>(sqlite3_column_bytes(handle, column)));
    if (type == SQLITE_BLOB) return Blob{std::move(content)};
    return content;
}

} // namespace
} // namespace vera::store
