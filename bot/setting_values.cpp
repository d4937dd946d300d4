#include "bot/setting_values.hpp"

#include "bot/files.hpp"
#include "core/text.hpp"
#include "core/toml.hpp"

#include <unistd.h>

#include <utility>
#include <vector>

namespace vera {

namespace {

using Names = std::vector<std::pair<std::string, std::string>>; // in the file, in the environment

const Names names = {
    {"home", "VERA_HOME"},
    {"database", "VERA_DATABASE"},
    {"library", "VERA_LIBRARY"},
    {"key_file", "VERA_KEY_FILE"},
    {"listen", "VERA_LISTEN"},
    {"admin_listen", "VERA_ADMIN_LISTEN"},
    {"public_url", "VERA_PUBLIC_URL"},
    {"privacy", "VERA_PRIVACY"},
    {"admins", "VERA_ADMINS"},
    {"proxy", "HTTPS_PROXY"},
    {"no_proxy", "NO_PROXY"},
    {"ca_file", "VERA_CA_FILE"},
};
const Names slack_names = {
    {"bot_token_file", "SLACK_BOT_TOKEN_FILE"},
    {"app_token_file", "SLACK_APP_TOKEN_FILE"},
    {"signing_secret_file", "SLACK_SIGNING_SECRET_FILE"},
    {"signing_secret_old_file", "SLACK_SIGNING_SECRET_OLD_FILE"},
    {"api_url", "SLACK_API_URL"},
    {"allow", "SLACK_ALLOW"},
};
const std::vector<std::string> secrets = {"VERA_KEY", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET",
                                          "SLACK_SIGNING_SECRET_OLD"}; // never in the settings file

using Set = std::map<std::string, Setting>;
void add_file(const std::string& file, Set&, Problems&);
void add_table(toml::Reader&, const Names&, Set&);
void add_variable(const std::string& variable, const Environment&, Set&);

} // namespace

Environment environment_of_process() {
    Environment environment;
    for (char** entry = environ; *entry; ++entry) {
        std::string line = *entry;
        if (auto equals = line.find('='); equals != line.npos)
            environment.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return environment;
}

Values::Values(const std::string& file, const Environment& environment, Problems& problems) {
    if (!file.empty()) add_file(file, set_, problems);
    for (auto* table : {&names, &slack_names})
        for (auto& [name, variable] : *table) add_variable(variable, environment, set_);
    for (auto& variable : secrets) add_variable(variable, environment, set_);
}

Setting Values::get(const std::string& variable, const std::string& fallback) const {
    auto found = set_.find(variable);
    return found == set_.end() ? Setting{fallback, variable} : found->second;
}

Setting Values::secret(const std::string& variable, Problems& problems) const {
    auto direct = get(variable), file = get(variable + "_FILE");
    if (file.value.empty()) return {std::string(trim(direct.value)), direct.where};
    if (!direct.value.empty() && file.where == variable + "_FILE") {
        problems.push_back({variable, "is set and " + variable + "_FILE too; take one of them away"});
        return direct;
    }
    if (!direct.value.empty()) return {std::string(trim(direct.value)), direct.where}; // over the settings file
    auto text = read_file(file.value, max_secret);
    if (text) return {std::string(trim(*text)), file.where};
    for (auto& problem : text.problems()) problems.push_back({file.where, problem.where + " " + problem.what});
    return {"", file.where};
}

namespace {

void add_file(const std::string& file, Set& set, Problems& problems) {
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
    add_table(reader, names, set);
    if (auto* slack = reader.table("slack")) {
        toml::Reader inner(*slack, problems);
        add_table(inner, slack_names, set);
        inner.finish();
    }
    reader.finish();
}

void add_table(toml::Reader& reader, const Names& table, Set& set) {
    for (auto& [name, variable] : table) {
        auto value = reader.text(name, false);
        if (!value.empty()) set[variable] = {value, reader.where(name)};
    }
}

void add_variable(const std::string& variable, const Environment& environment, Set& set) {
    auto found = environment.find(variable);
    if (found != environment.end() && !found->second.empty()) set[variable] = {found->second, variable};
}

} // namespace

} // namespace vera
