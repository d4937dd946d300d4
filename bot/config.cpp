#include "bot/config.hpp"

#include "bot/files.hpp"
#include "bot/master_key.hpp"
#include "core/toml.hpp"

#include <unistd.h>

namespace vera {

namespace {

// A setting's value and where it was said.
struct Setting {
    std::string value, where;
};
using Values = std::map<std::string, Setting>; // by the name in the file

const std::map<std::string, std::string> names = {
    // in the file, in the environment
    {"home", "VERA_HOME"},
    {"database", "VERA_DATABASE"},
    {"library", "VERA_LIBRARY"},
    {"key_file", "VERA_KEY_FILE"},
};

void add_file(const std::string& file, Values&, Problems&);
void add_environment(const Environment&, Values&);
std::string default_home(const Environment&);
std::string database_of(const Values&, const std::string& home, Problems&);
std::string key_of(const Environment&, const Values&, Problems&);
std::string value_of(const Values&, const std::string& name, const std::string& fallback);

} // namespace

Settings read_settings(const std::string& file, const Environment& environment, Problems& problems) {
    Values values;
    if (!file.empty()) add_file(file, values, problems);
    add_environment(environment, values);
    Settings settings;
    settings.home = value_of(values, "home", default_home(environment));
    settings.database = database_of(values, settings.home, problems);
    settings.library = value_of(values, "library", "");
    settings.key_file = value_of(values, "key_file", settings.home + "/vera.key");
    settings.key = key_of(environment, values, problems);
    if (settings.home.empty()) problems.push_back({"VERA_HOME", "is needed, because HOME is not set either"});
    return settings;
}

bool is_postgres(const std::string& database) {
    return database.starts_with("postgresql://") || database.starts_with("postgres://");
}

Environment environment_of_process() {
    Environment environment;
    for (char** entry = environ; *entry; ++entry) {
        std::string line = *entry;
        if (auto equals = line.find('='); equals != line.npos)
            environment.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return environment;
}

namespace {

void add_file(const std::string& file, Values& values, Problems& problems) {
    auto text = read_file(file);
    if (!text) {
        for (auto& problem : text.problems()) problems.push_back(problem);
        return;
    }
    auto tree = toml::parse(*text, file);
    if (!tree) {
        for (auto& problem : tree.problems()) problems.push_back(problem);
        return;
    }
    toml::Reader reader(tree->root, problems);
    for (auto& [name, variable] : names) {
        auto value = reader.text(name, false);
        if (!value.empty()) values[name] = {value, reader.where(name)};
    }
    reader.finish();
}

void add_environment(const Environment& environment, Values& values) {
    for (auto& [name, variable] : names) {
        auto found = environment.find(variable);
        if (found != environment.end() && !found->second.empty()) values[name] = {found->second, variable};
    }
}

std::string default_home(const Environment& environment) {
    auto data = environment.find("XDG_DATA_HOME");
    if (data != environment.end() && !data->second.empty()) return data->second + "/vera";
    auto home = environment.find("HOME");
    if (home != environment.end() && !home->second.empty()) return home->second + "/.local/share/vera";
    return "";
}

std::string database_of(const Values& values, const std::string& home, Problems& problems) {
    auto database = value_of(values, "database", home + "/vera.db");
    if (database.starts_with("sqlite:")) database.erase(0, 7);
    if (is_postgres(database)) return database;
    auto found = values.find("database");
    auto where = found == values.end() ? "VERA_DATABASE" : found->second.where;
    if (database.empty())
        problems.push_back({where, "names no file"});
    else if (database.find("://") != database.npos)
        problems.push_back({where, "must be a path, sqlite:PATH or postgresql://..."});
    return database;
}

std::string key_of(const Environment& environment, const Values& values, Problems& problems) {
    auto found = environment.find("VERA_KEY");
    if (found == environment.end() || found->second.empty()) return "";
    auto file = values.find("key_file");
    if (file != values.end() && file->second.where == "VERA_KEY_FILE")
        problems.push_back({"VERA_KEY", "is set and VERA_KEY_FILE too; take one of them away"});
    if (!key_from_hex(found->second)) problems.push_back({"VERA_KEY", "must be 64 hexadecimal digits"});
    return found->second;
}

std::string value_of(const Values& values, const std::string& name, const std::string& fallback) {
    auto found = values.find(name);
    return found == values.end() ? fallback : found->second.value;
}

} // namespace

} // namespace vera
