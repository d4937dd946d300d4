#pragma once
// Who has a SQLite file that could not be locked. Asked only after a failed open, when this process holds
// no lock on the file that closing a descriptor could drop.
#include <string>

namespace vera::store {

// "process 4711 (vera)", "this process", or "another process".
std::string file_owner(const std::string& path);

} // namespace vera::store
