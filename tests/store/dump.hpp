#pragma once
// Everything a database holds, as text: for looking for what must not be in it.
#include "core/store/database.hpp"

#include <string>
#include <vector>

namespace vera::store {

std::vector<std::string> live_tables(Database&);             // of the schema as it is, in the order of their names
std::string dump_table(Database&, const std::string& table); // one line per row; bytes as hexadecimal digits
std::string dump(Database&, const std::vector<std::string>& but = {}); // upper case
bool holds(const std::string& dump, const std::string& text);          // as text or as bytes
std::string raw_files(const std::string& path);                        // the database file and its log

} // namespace vera::store
