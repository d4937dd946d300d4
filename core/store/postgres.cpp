#include "core/must.hpp"
#include "core/store/database.hpp"
#include "core/store/postgres_connect.hpp"

#include <libpq-fe.h>

#include <unordered_map>

namespace vera::store {
namespace {

constexpr std::size_t max_postgres_statements = 512;
constexpr Dialect postgres_dialect{.blob = "bytea",
                                   .begin = "begin",
                                   .tables = "select tablename from pg_tables where schemaname = current_schema()",
                                   .shared_commits = false};

struct PostgresStatement {
    std::string name; // the server's
    std::string sql;
    std::size_t parameters = 0;
};
struct Parameters { // as libpq takes them; points into the values
    explicit Parameters(std::initializer_list<Value>);
    std::vector<std::string> numbers;
    std::vector<const char*> starts;
    std::vector<int> sizes, formats;
};

PostgresStatement prepare_postgres(pg_conn*, const char* sql, std::size_t number);
void check_commit(const pg_result*, std::string_view sql);
Rows postgres_rows(const pg_result*);
Value postgres_column(const pg_result*, int row, int column);
std::int64_t big_endian(std::string_view bytes);

class Postgres : public Database {
public:
    explicit Postgres(PostgresConnection connection) : connection_(std::move(connection)) {}
    Rows run(const char* sql, std::initializer_list<Value> values) override;
    void run_script(const std::string& sql) override;
    bool in_transaction() const override;
    const Dialect& dialect() const override { return postgres_dialect; }

private:
    const PostgresStatement& statement(const char* sql);
    PostgresConnection connection_;
    std::unordered_map<const char*, PostgresStatement> statements_;
};

} // namespace

std::unique_ptr<Database> open_postgres(const std::string& address) {
    return std::make_unique<Postgres>(connect_postgres(address));
}

namespace {

Rows Postgres::run(const char* sql, std::initializer_list<Value> values) {
    constexpr int binary = 1;
    const PostgresStatement& used = statement(sql);
    MUST(values.size() == used.parameters);
    const Parameters given(values);
    pg_result* answer = PQexecPrepared(connection_.get(), used.name.c_str(), static_cast<int>(values.size()),
                                       given.starts.data(), given.sizes.data(), given.formats.data(), binary);
    const PostgresResult result = checked(connection_.get(), answer);
    check_commit(result.get(), sql);
    return postgres_rows(result.get());
}

void Postgres::run_script(const std::string& sql) {
    checked(connection_.get(), PQexec(connection_.get(), sql.c_str()));
    checked(connection_.get(), PQexec(connection_.get(), "deallocate all")); // a changed table breaks their plans
    statements_.clear();
}

bool Postgres::in_transaction() const {
    const PGTransactionStatusType status = PQtransactionStatus(connection_.get());
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
}

const PostgresStatement& Postgres::statement(const char* sql) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        MUST(statements_.size() < max_postgres_statements);
        found = statements_.emplace(sql, prepare_postgres(connection_.get(), sql, statements_.size())).first;
    }
    MUST(found->second.sql == sql); // no literal, if not
    return found->second;
}

PostgresStatement prepare_postgres(pg_conn* connection, const char* sql, std::size_t number) {
    PostgresStatement made{.name = "v" + std::to_string(number), .sql = sql};
    checked(connection, PQprepare(connection, made.name.c_str(), sql, 0, nullptr));
    const PostgresResult description = checked(connection, PQdescribePrepared(connection, made.name.c_str()));
    made.parameters = static_cast<std::size_t>(PQnparams(description.get()));
    return made;
}

// A COMMIT of a failed transaction succeeds and rolls back.
void check_commit(const pg_result* result, std::string_view sql) {
    const bool rolled_back = PQcmdStatus(const_cast<pg_result*>(result)) == std::string_view("ROLLBACK");
    if (rolled_back && !sql.starts_with("rollback"))
        throw DatabaseError(Fault::other, "PostgreSQL: the transaction had failed and was rolled back");
}

Parameters::Parameters(std::initializer_list<Value> values) {
    numbers.reserve(values.size()); // `starts` points into it
    for (const Value& value : values) {
        const auto* blob = std::get_if<Blob>(&value);
        const std::string* content = blob ? &blob->bytes : std::get_if<std::string>(&value);
        if (const auto* number = std::get_if<std::int64_t>(&value))
            content = &numbers.emplace_back(std::to_string(*number));
        MUST(blob || !content || content->find('\0') == std::string::npos); // libpq would stop there
        starts.push_back(content ? content->c_str() : nullptr);
        sizes.push_back(content ? static_cast<int>(content->size()) : 0);
        formats.push_back(blob ? 1 : 0);
    }
}

Rows postgres_rows(const pg_result* result) {
    Rows rows(static_cast<std::size_t>(PQntuples(result)));
    for (int row = 0; row < PQntuples(result); ++row)
        for (int column = 0; column < PQnfields(result); ++column)
            rows[static_cast<std::size_t>(row)].push_back(postgres_column(result, row, column));
    return rows;
}

Value postgres_column(const pg_result* result, int row, int column) {
    if (PQgetisnull(result, row, column)) return nullptr;
    const std::string_view content(PQgetvalue(result, row, column),
                                   static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) { // the numbers of pg_type, which never change
    case 16:                           // bool
    case 20:                           // int8
    case 21:                           // int2
    case 23:
        return big_endian(content);
    case 17:
        return Blob{std::string{content}};
    case 18:   // "char"
    case 19:   // name
    case 25:   // text
    case 705:  // unknown
    case 1042: // char(n)
    case 1043:
        return std::string{content};
    default:
        throw Bug("a column of PostgreSQL type " + std::to_string(PQftype(result, column)) + " needs a cast");
    }
}

std::int64_t big_endian(std::string_view bytes) {
    MUST(!bytes.empty() && bytes.size() <= sizeof(std::int64_t));
    std::uint64_t number = bytes.front() & 0x80 ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

} // namespace
} // namespace vera::store
