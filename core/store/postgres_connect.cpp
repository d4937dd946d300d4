#include "core/store/postgres_connect.hpp"

#include "core/must.hpp"
#include "core/store/database.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vera::store {
namespace {

constexpr const char* postgres_settings = R"(
    set statement_timeout = '10s';
    set lock_timeout = '2s';
    set idle_in_transaction_session_timeout = '30s';
    set client_min_messages = warning;
)";

bool is_postgres_address(const std::string& address);
PGconn* start_session(const std::string& address);
[[noreturn]] void throw_postgres_error(pg_conn*, const pg_result*);
Fault postgres_fault(std::string_view state);
bool keeps_values_out(std::string_view state);
std::string in_one_line(std::string_view message);
std::string_view result_field(const pg_result*, int field);
void no_notices(void*, const char*) {}

} // namespace

PostgresConnection connect_postgres(const std::string& address) {
    // libpq's own words about a bad address repeat it, password included.
    if (!is_postgres_address(address)) throw DatabaseError(Fault::other, "the PostgreSQL address is not understood");
    PostgresConnection connection(start_session(address));
    MUST(connection);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        throw DatabaseError(Fault::lost, "PostgreSQL: " + in_one_line(PQerrorMessage(connection.get())));
    PQsetNoticeProcessor(connection.get(), no_notices, nullptr); // they would go to standard error, past the log
    const char* encoding = PQparameterStatus(connection.get(), "server_encoding");
    if (!encoding || encoding != std::string_view("UTF8"))
        throw DatabaseError(Fault::other, "PostgreSQL: the database was not created with encoding UTF8");
    checked(connection.get(), PQexec(connection.get(), postgres_settings));
    return connection;
}

PostgresResult checked(pg_conn* connection, pg_result* given) {
    PostgresResult result(given);
    const ExecStatusType status = PQresultStatus(given);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw_postgres_error(connection, given);
    return result;
}

void PostgresClose::operator()(pg_conn* connection) const { PQfinish(connection); }
void PostgresClose::operator()(pg_result* result) const { PQclear(result); }

namespace {

bool is_postgres_address(const std::string& address) {
    PQconninfoOption* parts = PQconninfoParse(address.c_str(), nullptr);
    PQconninfoFree(parts);
    return parts != nullptr;
}

// A later word wins: what stands before the address is a default, what stands after it is not to be changed.
PGconn* start_session(const std::string& address) {
    constexpr std::array words{"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                               "keepalives_count", "tcp_user_timeout", "dbname",
                               "application_name", "client_encoding",  static_cast<const char*>(nullptr)};
    const std::array values{
        "10", "10", "5", "3", "15000", address.c_str(), "vera", "UTF8", static_cast<const char*>(nullptr)};
    static_assert(words.size() == values.size());
    return PQconnectdbParams(words.data(), values.data(), 1);
}

void throw_postgres_error(pg_conn* connection, const pg_result* result) {
    const std::string state{result_field(result, PG_DIAG_SQLSTATE)};
    const bool gone = PQstatus(connection) != CONNECTION_OK;
    std::string what = "PostgreSQL";
    if (!state.empty()) what += " " + state;
    if (keeps_values_out(state)) what += ": " + in_one_line(result_field(result, PG_DIAG_MESSAGE_PRIMARY));
    if (gone) what += ": the connection is lost";
    throw DatabaseError(gone ? Fault::lost : postgres_fault(state), what);
}

Fault postgres_fault(std::string_view state) {
    const std::string_view kind = state.substr(0, 2);
    if (kind == "23" || kind == "22" || kind == "54") return Fault::constraint; // 22, 54: such data do not fit
    if (kind == "08" || state.starts_with("57P") || state == "25P03" || state == "40003") return Fault::lost;
    if (kind == "40" || state == "55P03" || state == "57014") return Fault::busy; // 57014: took too long
    if (state == "53100") return Fault::full;
    if (kind == "53" || state == "XX000") return Fault::busy; // memory, connections, trouble inside the server
    if (kind == "58") return Fault::io;
    if (state == "XX001" || state == "XX002") return Fault::corrupt;
    return Fault::other;
}

// Class 22, data exceptions, quotes the data: `invalid input syntax for type bigint: "..."`.
bool keeps_values_out(std::string_view state) {
    constexpr std::array kinds{"08", "23", "25", "40", "42", "53", "55", "57", "58"};
    return std::ranges::find(kinds, state.substr(0, 2)) != kinds.end();
}

std::string in_one_line(std::string_view message) {
    while (message.ends_with('\n')) message.remove_suffix(1);
    std::string line{message};
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string_view result_field(const pg_result* result, int field) {
    const char* found = PQresultErrorField(result, field);
    return found ? found : "";
}

} // namespace
} // namespace vera::store
