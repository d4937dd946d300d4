#pragma once
// A PostgreSQL session the way Vera needs it, and what its errors mean. For postgres.cpp only.
#include <memory>
#include <string>

struct pg_conn;
struct pg_result;

namespace vera::store {

struct PostgresClose {
    void operator()(pg_conn*) const;
    void operator()(pg_result*) const;
};
using PostgresConnection = std::unique_ptr<pg_conn, PostgresClose>;
using PostgresResult = std::unique_ptr<pg_result, PostgresClose>;

PostgresConnection connect_postgres(const std::string& address);
// Passes a good result on. What it throws names constraints and columns, never a value.
PostgresResult checked(pg_conn*, pg_result*);

} // namespace vera::store
