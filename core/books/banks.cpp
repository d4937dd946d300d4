#include "core/books/banks.hpp"

#include "core/toml_texts.hpp"

namespace vera {
namespace {

const TextRule question{.longest = bank_question, .slots = {"first", "account"}, .question = true};
const TextRule example{.longest = bank_line}; // with a real name in it, it would pass for the seller's own words
const TextRule idea{.longest = bank_line, .slots = {"first", "account"}};

void read_role(const toml::Node&, RoleBank&, Problems&);
void read_questions(const toml::Node&, const Themes&, Banks&, Problems&);
const toml::Node* part(toml::Reader&, std::string_view key, std::string_view of, Problems&);

} // namespace

Banks read_banks(const toml::Tree& tree, const Themes& themes, Problems& problems) {
    Banks banks;
    toml::Reader root{tree.root, problems};
    if (const toml::Node* table = part(root, "role", "the bank", problems)) {
        toml::Reader roles{*table, problems};
        for (const auto& word : words_of<Role>())
            if (const toml::Node* node = part(roles, word, "the roles", problems))
                read_role(*node, banks.roles[*enum_value<Role>(word)], problems);
        roles.finish();
    }
    if (const toml::Node* table = part(root, "lose", "the bank", problems)) {
        toml::Reader kinds{*table, problems};
        for (const auto& word : words_of<LoseKind>())
            if (const toml::Node* node = part(kinds, word, "the five Loses", problems)) {
                toml::Reader kind{*node, problems};
                banks.ideas[*enum_value<LoseKind>(word)] = read_texts(kind, "ideas", {2, bank_ideas}, idea, problems);
                kind.finish();
            }
        kinds.finish();
    }
    if (const toml::Node* table = part(root, "theme", "the bank", problems))
        read_questions(*table, themes, banks, problems);
    root.finish();
    return banks;
}

namespace {

void read_role(const toml::Node& node, RoleBank& bank, Problems& problems) {
    toml::Reader reader{node, problems};
    bank.hooks = read_texts(reader, "hooks", {1, bank_hooks}, question, problems);
    bank.examples = read_texts(reader, "examples", {bank_examples, bank_examples}, example, problems);
    bank.probes = read_texts(reader, "probes", {2, bank_probes}, question, problems);
    reader.finish();
}

void read_questions(const toml::Node& node, const Themes& themes, Banks& banks, Problems& problems) {
    toml::Reader reader{node, problems};
    for (const auto& theme : themes.all)
        banks.attitude_questions[theme.id] = read_text(reader, theme.id, question, problems);
    if (!themes.all.empty()) reader.finish();
}

const toml::Node* part(toml::Reader& reader, std::string_view key, std::string_view of, Problems& problems) {
    const std::size_t before = problems.size();
    const toml::Node* found = reader.table(key);
    if (!found && problems.size() == before)
        problems.push_back({reader.where(key), "\"" + std::string(key) + "\" is missing in " + std::string(of)});
    return found;
}

} // namespace
} // namespace vera
