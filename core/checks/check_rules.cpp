#include "core/checks/check_rules.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera {
namespace {

constexpr std::size_t most_phrases = 2'000; // of one list
constexpr std::size_t longest_phrase = 400; // characters

checking::Groups read_groups(toml::Reader& root, Problems&);
CheckRule read_check_rule(const toml::Node&, const checking::Groups&, Problems&);
template <class Enum> std::optional<Enum> read_one_of(const std::string& word, const std::string& where, Problems&);
std::string read_language(toml::Reader&, Problems&);
std::vector<Checked> read_fields(toml::Reader&, const toml::Node&, Problems&);
std::vector<checking::Phrase> read_phrases(toml::Reader&, const toml::Node&, std::string_view key,
                                           const checking::Groups&, Problems&);
std::string unknown_group(std::string_view phrase, const checking::Groups&);
std::string place_of(const toml::Node& table, std::string_view key, std::size_t index);
void check_something_listed(const toml::Reader&, const CheckRule&, Problems&);
void check_every_finding(const toml::Tree&, const CheckRules&, Problems&);

} // namespace

CheckRules read_check_rules(const toml::Tree& tree, Problems& problems) {
    CheckRules rules;
    toml::Reader root{tree.root, problems};
    const checking::Groups groups = read_groups(root, problems);
    for (const toml::Node* table : root.tables("check"))
        rules.rules.push_back(read_check_rule(*table, groups, problems));
    root.finish();
    check_every_finding(tree, rules, problems);
    return rules;
}

namespace {

checking::Groups read_groups(toml::Reader& root, Problems& problems) {
    checking::Groups groups;
    const toml::Node* table = root.table("groups");
    const auto* members = table ? std::get_if<toml::Table>(&table->content) : nullptr;
    if (!members) return groups;
    toml::Reader reader{*table, problems};
    for (const auto& member : *members) {
        const auto typed = reader.texts(member.key);
        for (std::size_t i = 0; i < std::min(typed.size(), most_phrases); ++i) {
            if (auto choice = checking::read_choice(typed[i]))
                groups[member.key].push_back(*std::move(choice));
            else
                problems.push_back({place_of(*table, member.key, i),
                                    "a group holds plain words, \"" + typed[i] + "\" is none; only \"*\" may end one"});
        }
    }
    return groups;
}

CheckRule read_check_rule(const toml::Node& table, const checking::Groups& groups, Problems& problems) {
    toml::Reader reader{table, problems};
    CheckRule rule;
    const std::string finding = reader.text("finding");
    const auto known =
        finding.empty() ? std::nullopt : read_one_of<Finding>(finding, reader.where("finding"), problems);
    rule.finding = known.value_or(Finding::generic);
    rule.on = reader.boolean("on", true) && known;
    rule.language = read_language(reader, problems);
    rule.fields = read_fields(reader, table, problems);
    rule.words = read_phrases(reader, table, "words", groups, problems);
    rule.alone = read_phrases(reader, table, "alone", groups, problems);
    rule.unless = read_phrases(reader, table, "unless", groups, problems);
    rule.cleared_by = read_phrases(reader, table, "cleared_by", groups, problems);
    if (known) check_something_listed(reader, rule, problems);
    reader.finish();
    return rule;
}

template <class Enum>
std::optional<Enum> read_one_of(const std::string& word, const std::string& where, Problems& problems) {
    if (const auto value = enum_value<Enum>(word)) return value;
    const std::vector<std::string> known{enum_words<Enum>.begin(), enum_words<Enum>.end()};
    const std::string meant = nearest(word, known);
    std::string all;
    for (const auto& each : known) all += (all.empty() ? "" : ", ") + each;
    problems.push_back({where, "there is no \"" + word + "\" here" +
                                   (meant.empty() ? "; it is one of " + all : ", did you mean \"" + meant + "\"?")});
    return std::nullopt;
}

std::string read_language(toml::Reader& reader, Problems& problems) {
    const std::string language = reader.text("language");
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool right = language.size() == 2 && small(language[0]) && small(language[1]);
    if (!right && !language.empty())
        problems.push_back(
            {reader.where("language"), "a language is two letters, as in \"en\", not \"" + language + "\""});
    return language;
}

std::vector<Checked> read_fields(toml::Reader& reader, const toml::Node& table, Problems& problems) {
    std::vector<Checked> fields;
    const auto names = reader.texts("fields");
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (const auto field = read_one_of<Checked>(names[i], place_of(table, "fields", i), problems))
            fields.push_back(*field);
    }
    if (names.empty())
        problems.push_back({reader.where("fields"), "\"fields\" says where to look: [\"win\", \"lose\", \"line\", "
                                                    "\"statement\"] or some of them"});
    return fields;
}

std::vector<checking::Phrase> read_phrases(toml::Reader& reader, const toml::Node& table, std::string_view key,
                                           const checking::Groups& groups, Problems& problems) {
    std::vector<checking::Phrase> phrases;
    const auto typed = reader.texts(key);
    if (typed.size() > most_phrases)
        problems.push_back({reader.where(key), "more than " + std::to_string(most_phrases) + " phrases in one list"});
    for (std::size_t i = 0; i < std::min(typed.size(), most_phrases); ++i) {
        const std::string where = place_of(table, key, i);
        auto phrase = checking::read_phrase(typed[i], groups);
        const std::string unknown = unknown_group(typed[i], groups);
        const auto twice = [&](const checking::Phrase& before) { return before.typed == typed[i]; };
        if (length(typed[i]) > longest_phrase) {
            problems.push_back({where, "a phrase has at most " + std::to_string(longest_phrase) + " characters"});
        } else if (!unknown.empty()) {
            problems.push_back({where, unknown});
        } else if (!phrase) {
            problems.push_back({where, "\"" + typed[i] +
                                           "\" cannot be looked for: it needs a word, \"*\" stands at the "
                                           "end of one, \"...\" between two"});
        } else if (std::ranges::any_of(phrases, twice)) {
            problems.push_back({where, "\"" + typed[i] + "\" is written twice"});
        } else {
            phrases.push_back(*std::move(phrase));
        }
    }
    return phrases;
}

std::string unknown_group(std::string_view phrase, const checking::Groups& groups) {
    std::vector<std::string> known;
    for (const auto& [name, choices] : groups) known.push_back(name);
    for (const auto& name : checking::groups_in(phrase)) {
        if (groups.contains(name)) continue;
        const std::string meant = nearest(name, known);
        return "there is no group <" + name + ">" + (meant.empty() ? "" : ", did you mean <" + meant + ">?");
    }
    return {};
}

// Of one text of a list; lists are long, and the line of the key would not help.
std::string place_of(const toml::Node& table, std::string_view key, std::size_t index) {
    const auto* members = std::get_if<toml::Table>(&table.content);
    if (!members) return table.where;
    const auto member = std::ranges::find(*members, key, &toml::Member::key);
    if (member == members->end()) return table.where;
    const auto* array = std::get_if<toml::Array>(&member->value->content);
    return array && index < array->size() ? (*array)[index]->where : member->where;
}

void check_something_listed(const toml::Reader& reader, const CheckRule& rule, Problems& problems) {
    const bool by_comparing = rule.finding == Finding::repeats_win;
    const bool listed = !rule.words.empty() || !rule.alone.empty();
    if (listed == by_comparing)
        problems.push_back({reader.where(by_comparing ? "words" : "finding"),
                            by_comparing ? "\"repeats_win\" compares with the Win itself and takes no words"
                                         : "no \"words\" and no \"alone\": to switch a check off, write on = false"});
}

void check_every_finding(const toml::Tree& tree, const CheckRules& rules, Problems& problems) {
    for (std::size_t i = 0; i < enum_words<Finding>.size(); ++i) {
        if (std::ranges::any_of(rules.rules,
                                [&](const CheckRule& rule) { return rule.finding == static_cast<Finding>(i); }))
            continue;
        problems.push_back({tree.root.where, "no check for \"" + std::string{enum_words<Finding>[i]} +
                                                 "\"; to switch it off, write on = false"});
    }
}

} // namespace
} // namespace vera
