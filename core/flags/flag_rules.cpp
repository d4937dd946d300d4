#include "core/flags/flag_rules.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

constexpr std::int64_t highest_rank = 999;
struct FlagLimit { // a number an editor sets for a rule
    const char *rule, *key;
    int lowest, highest;
};
constexpr std::array flag_limits{
    FlagLimit{"RF-LOSE-UNTESTED", "days", 1, 3650},
    FlagLimit{"RF-RATE-NEG", "rating", lowest_rating, -1},
    FlagLimit{"RF-RATE-SHAKY", "content", 1, highest_rating},
    FlagLimit{"RF-RATE-SHAKY", "strong", 1, highest_rating},
    FlagLimit{"RF-RATE-SHAKY", "days", 1, 3650},
    FlagLimit{"RF-NEW", "months", 1, 60},
    FlagLimit{"RF-STALE", "days", 1, 3650},
    FlagLimit{"RF-EUPHORIA", "rating", 1, highest_rating},
    FlagLimit{"RF-EUPHORIA", "people", 1, 30},
};

FlagRule read_flag_rule(const toml::Node&, const FlagRules& before, Problems&);
void check_flag_id(const toml::Reader&, const std::string& id, const FlagRules& before, Problems&);
std::optional<Severity> read_severity(toml::Reader&, std::string_view key, bool required, Problems&);
std::optional<int> read_rank(toml::Reader&, std::string_view key, Problems&);
Urgency read_urgency(toml::Reader&, const std::string& whose, Problems&);
void read_limits(toml::Reader&, const toml::Node& table, FlagRule&, Problems&);
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
    rule.in_tender = reader.boolean("in_tender", true);
    rule.severity = read_severity(reader, "severity", true, problems).value_or(Severity::medium);
    rule.rank = read_rank(reader, "rank", problems).value_or(0);
    rule.economic = read_urgency(reader, "economic", problems);
    rule.technical = read_urgency(reader, "technical", problems);
    rule.high = read_urgency(reader, "high", problems);
    rule.low = read_urgency(reader, "low", problems);
    read_limits(reader, table, rule, problems);
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

Urgency read_urgency(toml::Reader& reader, const std::string& whose, Problems& problems) {
    return {read_severity(reader, "severity_" + whose, false, problems), read_rank(reader, "rank_" + whose, problems)};
}

std::optional<int> read_rank(toml::Reader& reader, std::string_view key, Problems& problems) {
    constexpr std::int64_t absent = -1'000'000;
    const std::int64_t rank = reader.integer(key, absent);
    if (rank == absent) return std::nullopt;
    if (rank >= 0 && rank <= highest_rank) return static_cast<int>(rank);
    problems.push_back({reader.where(key), "a rank is 0 to " + std::to_string(highest_rank)});
    return std::nullopt;
}

// Every limit of a rule is written down, like the rules themselves.
void read_limits(toml::Reader& reader, const toml::Node& table, FlagRule& rule, Problems& problems) {
    for (const FlagLimit& each : flag_limits) {
        if (rule.id != each.rule) continue;
        const std::int64_t value = reader.integer(each.key, each.lowest);
        const std::string what = "\"" + std::string(each.key) + "\" of " + rule.id;
        const std::string range = std::to_string(each.lowest) + " to " + std::to_string(each.highest);
        if (reader.where(each.key) == table.where)
            problems.push_back({table.where, what + " is missing: " + range});
        else if (value < each.lowest || value > each.highest)
            problems.push_back({reader.where(each.key), what + " is " + range});
        rule.limits[each.key] = static_cast<int>(std::clamp<std::int64_t>(value, each.lowest, each.highest));
    }
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
