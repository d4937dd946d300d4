#pragma once
// The settings: defaults < configuration file < environment. Reads everything before it complains, so that
// every mistake is told at once. Opens no database and makes no file; the master key has its own door.
#include "core/expected.hpp"
#include "core/store/sealed.hpp"

#include <map>
#include <string>
#include <vector>

namespace vera {

using Environment = std::map<std::string, std::string>;
Environment environment_of_process();

struct Settings {
    std::string home;     // the folder for what Vera keeps
    std::string database; // a path, or "postgresql://..."
    std::string library;  // a folder; empty: what is compiled in
    std::string key;      // 64 hex digits; empty: in key_file
    std::string key_file;
};

// `file` is the path of a TOML file, or empty. With problems, the settings are those that could be read.
Settings read_settings(const std::string& file, const Environment&, Problems&);

bool is_postgres(const std::string& database);

} // namespace vera
