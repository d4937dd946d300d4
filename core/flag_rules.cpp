#include "core/flag_rules.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

constexpr std::int64_t highest_rank = 999;

FlagRule read_flag_rule(const toml::Node&, const FlagRules& before, Problems&);
void check_flag_id(const toml::Reader&, const std::string& id, const FlagRules& before, Problems&);
std::optional<Severity> read_severity(toml::Reader&, std::string_view key, bool required, Problems&);
int read_rank(toml::Reader&, std::string_view key, int fallback, Problems&);
void check_all_there(const toml::Tree&, const FlagRules&, Problems&);
bool has_rule(const FlagRules&, std::string_view id);

} // namespace

FlagRules read_flag_rules(const toml::Tree& tree, Problems& problems) {
    FlagRules rules;
    toml::Reader root{tree.root, problems};
    for (const toml::Node* table : root.tables("rule")) rules.rules.push_back(read_flag_rule(*table, rules, problems));
    root.finish();
    check_all_there(tree, rules, problems);
    return rules;
}

namespace {

FlagRule read_flag_rule(const toml::Node& table, const FlagRules& before, Problems& problems) {
    toml::Reader reader{table, problems};
    FlagRule rule;
    rule.id = reader.text("id");
    if (!rule.id.empty()) check_flag_id(reader, rule.id, before, problems);
    rule.on = reader.boolean("on", true);
    rule.severity = read_severity(reader, "severity", true, problems).value_or(Severity::medium);
    rule.severity_economic = read_severity(reader, "severity_economic", false, problems);
    rule.rank = read_rank(reader, "rank", 0, problems);
    rule.rank_economic = read_rank(reader, "rank_economic", rule.rank, problems);
    reader.finish();
    return rule;
}

void check_flag_id(const toml::Reader& reader, const std::string& id, const FlagRules& before, Problems& problems) {
    const auto& known = flag_ids();
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        const std::string meant = nearest(id, known);
        const std::string hint = meant.empty() ? "" : ", did you mean \"" + meant + "\"?";
        problems.push_back({reader.where("id"), "there is no rule \"" + id + "\"" + hint});
    } else if (has_rule(before, id)) {
        problems.push_back({reader.where("id"), "the rule \"" + id + "\" is written twice"});
    }
}

std::optional<Severity> read_severity(toml::Reader& reader, std::string_view key, bool required, Problems& problems) {
    static const std::vector<std::string> names{"medium", "high", "critical"};
    const std::string name = reader.text(key, required);
    if (name.empty()) return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<Severity>(found - names.begin());
    const std::string meant = nearest(name, names);
    const std::string hint = meant.empty() ? "" : ", did you mean \"" + meant + "\"?";
    problems.push_back({reader.where(key), "a severity is medium, high or critical, not \"" + name + "\"" + hint});
    return std::nullopt;
}

int read_rank(toml::Reader& reader, std::string_view key, int fallback, Problems& problems) {
    const std::int64_t rank = reader.integer(key, fallback);
    if (rank >= 0 && rank <= highest_rank) return static_cast<int>(rank);
    problems.push_back({reader.where(key), "a rank is 0 to " + std::to_string(highest_rank)});
    return fallback;
}

void check_all_there(const toml::Tree& tree, const FlagRules& rules, Problems& problems) {
    for (const auto& id : flag_ids()) {
        if (has_rule(rules, id)) continue;
        problems.push_back({tree.root.where, "the rule \"" + id + "\" is missing; to switch it off, write on = false"});
    }
}

bool has_rule(const FlagRules& rules, std::string_view id) {
    return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const FlagRule& rule) { return rule.id == id; });
}

} // namespace
} // namespace vera
