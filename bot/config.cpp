#include "bot/config.hpp"

#include "bot/master_key.hpp"

namespace vera {

namespace {

std::string default_home(const Environment&);
std::string database_of(const Values&, const std::string& home, Problems&);
std::string key_of(const Values&, Problems&);

} // namespace

Settings read_settings(const std::string& file, const Environment& environment, Problems& problems) {
    Values values(file, environment, problems);
    Settings settings;
    settings.home = values.get("VERA_HOME", default_home(environment)).value;
    settings.database = database_of(values, settings.home, problems);
    settings.library = values.get("VERA_LIBRARY").value;
    settings.key_file = values.get("VERA_KEY_FILE", settings.home + "/vera.key").value;
    settings.key = key_of(values, problems);
    if (settings.home.empty()) problems.push_back({"VERA_HOME", "is needed, because HOME is not set either"});
    settings.serving = read_serving(values);
    return settings;
}

bool is_postgres(const std::string& database) {
    return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

namespace {

std::string default_home(const Environment& environment) {
    auto data = environment.find("XDG_DATA_HOME");
    if (data != environment.end() && !data->second.empty()) return data->second + "/vera";
    auto home = environment.find("HOME");
    if (home != environment.end() && !home->second.empty()) return home->second + "/.local/share/vera";
    return "";
}

std::string database_of(const Values& values, const std::string& home, Problems& problems) {
    auto [database, where] = values.get("VERA_DATABASE", home + "/vera.db");
    if (database.starts_with("sqlite:")) database.erase(0, 7);
    if (is_postgres(database)) return database;
    if (database.empty())
        problems.push_back({where, "names no file"});
    else if (database.find("://") != database.npos)
        problems.push_back({where, "must be a path, sqlite:PATH or postgresql://..."});
    return database;
}

std::string key_of(const Values& values, Problems& problems) {
    auto key = values.get("VERA_KEY").value;
    if (key.empty()) return "";
    if (values.get("VERA_KEY_FILE").where == "VERA_KEY_FILE" && values.has("VERA_KEY_FILE"))
        problems.push_back({"VERA_KEY", "is set and VERA_KEY_FILE too; take one of them away"});
    if (!key_from_hex(key)) problems.push_back({"VERA_KEY", "must be 64 hexadecimal digits"});
    return key;
}

} // namespace

} // namespace vera
