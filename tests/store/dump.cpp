#include "tests/store/dump.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace vera::store {

namespace {

// Statements are known by their address, so made ones must stay where they are.
const char* kept_sql(std::string sql) {
    static std::deque<std::string> kept;
    return kept.emplace_back(std::move(sql)).c_str();
}

bool is_sqlite(Database& database) { return database.dialect().blob == "blob"; }

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

std::string hex(const std::string& text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const unsigned char c : text) made += {digits[c / 16], digits[c % 16]};
    return made;
}

} // namespace

std::vector<std::string> live_tables(Database& database) {
    const auto rows = database.run(
        is_sqlite(database)
            ? "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name"
            : R"(select cast(c.relname as text) from pg_catalog.pg_class c
                 join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'm') and n.nspname = current_schema() order by c.relname)");
    std::vector<std::string> names;
    for (const auto& row : rows) names.push_back(text(row[0]));
    return names;
}

std::string dump_table(Database& database, const std::string& table) {
    std::string columns = "cast(t as text)";
    if (is_sqlite(database)) {
        columns = text(database.run(kept_sql("select group_concat('quote(\"' || name || '\")', ' || '','' || ') from "
                                             "pragma_table_info('" +
                                             table + "')"))[0][0]);
    }
    std::string lines;
    for (const auto& row : database.run(kept_sql("select " + columns + " from " + table + " t")))
        lines += table + ": " + text(row[0]) + "\n";
    return lines;
}

std::string dump(Database& database, const std::vector<std::string>& but) {
    std::string lines;
    for (const auto& table : live_tables(database)) {
        if (std::find(but.begin(), but.end(), table) == but.end()) lines += dump_table(database, table);
    }
    return upper(lines);
}

bool holds(const std::string& dump, const std::string& text) {
    return dump.find(upper(text)) != std::string::npos || dump.find(hex(text)) != std::string::npos;
}

std::string raw_files(const std::string& path) {
    std::stringstream content;
    for (const char* part : {"", "-wal", "-journal"}) {
        if (std::filesystem::exists(path + part)) content << std::ifstream(path + part, std::ios::binary).rdbuf();
    }
    return content.str();
}

} // namespace vera::store
