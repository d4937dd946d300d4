#include "core/books/solution.hpp"

#include "core/text.hpp"
#include "core/toml_texts.hpp"

#include <algorithm>
#include <set>

namespace vera {
namespace {

using Seen = std::set<std::string>; // folded
SolutionResult read_result(const toml::Node&, Seen&, Problems&);
void read_wins(const toml::Node&, const Themes&, Solution&, Problems&);
SolutionLose read_lose(const toml::Node&, Seen&, Problems&);
std::string read_new_text(toml::Reader&, Seen&, Problems&);
void check_count(const std::string& where, std::string_view what, std::size_t count, CountRule, Problems&);

} // namespace

Solution read_solution(const toml::Tree& tree, const Themes& themes, Problems& problems) {
    Solution solution;
    toml::Reader root{tree.root, problems};
    Seen results, loses;
    solution.id = read_id(root, "id", problems);
    solution.name = read_text(root, "name", {.longest = button_text}, problems);
    for (const toml::Node* node : root.tables("result"))
        solution.results.push_back(read_result(*node, results, problems));
    if (const toml::Node* wins = root.table("wins")) read_wins(*wins, themes, solution, problems);
    for (const toml::Node* node : root.tables("lose")) solution.loses.push_back(read_lose(*node, loses, problems));
    root.finish();
    check_count(root.where("result"), "[[result]]", solution.results.size(), {1, solution_results}, problems);
    check_count(root.where("lose"), "[[lose]]", solution.loses.size(), {0, solution_loses}, problems);
    return solution;
}

namespace {

SolutionResult read_result(const toml::Node& node, Seen& seen, Problems& problems) {
    toml::Reader reader{node, problems};
    SolutionResult result;
    result.text = read_new_text(reader, seen, problems);
    result.range = read_text(reader, "range", {.longest = solution_range}, problems);
    if (!result.range.empty() && result.range.find_first_of("0123456789") == std::string::npos)
        problems.push_back({reader.where("range"), "a Result is measured: what is typical needs a number"});
    const toml::Placed proof{reader.text("proof"), reader.where("proof")};
    if (!proof.text.empty()) result.proof = read_word<Proof>(proof, "a proof", problems).value_or(result.proof);
    if (reader.where("contract") == node.where)
        problems.push_back({node.where, "\"contract\" is missing: would we put it in a contract? true or false"});
    result.contract = reader.boolean("contract", false);
    reader.finish();
    return result;
}

void read_wins(const toml::Node& node, const Themes& themes, Solution& solution, Problems& problems) {
    toml::Reader reader{node, problems};
    for (const auto& role : words_of<Role>()) {
        auto& ids = solution.wins[*enum_value<Role>(role)];
        for (const auto& word : read_placed_texts(reader, role, {0, solution_themes}, {}, problems)) {
            const Theme* theme = find_theme(themes, word.text);
            if (!theme && !themes.all.empty())
                problems.push_back({word.where, "there is no theme \"" + word.text + "\"" +
                                                    did_you_mean(word.text, names_of(themes))});
            if (!theme) continue;
            if (std::ranges::find(ids, theme->id) != ids.end())
                problems.push_back(
                    {word.where, "\"" + word.text + "\" means " + theme->id + ", which stands here too"});
            ids.push_back(theme->id);
        }
    }
    reader.finish();
}

SolutionLose read_lose(const toml::Node& node, Seen& seen, Problems& problems) {
    toml::Reader reader{node, problems};
    SolutionLose lose;
    const toml::Placed kind{reader.text("kind"), reader.where("kind")};
    if (!kind.text.empty())
        lose.kind = read_word<LoseKind>(kind, "one of the five Loses", problems).value_or(lose.kind);
    lose.text = read_new_text(reader, seen, problems);
    for (const auto& word : read_placed_texts(reader, "roles", {1, enum_words<Role>.size()}, {}, problems))
        if (const auto role = read_word<Role>(word, "a role", problems)) lose.roles.insert(*role);
    lose.idea = read_text(reader, "idea", {.longest = solution_idea, .slots = {"first", "account"}}, problems);
    reader.finish();
    return lose;
}

// They stand on the buttons of one question.
std::string read_new_text(toml::Reader& reader, Seen& seen, Problems& problems) {
    auto text = read_text(reader, "text", {.longest = button_text}, problems);
    if (!text.empty() && !seen.insert(fold(text)).second)
        problems.push_back({reader.where("text"), "\"" + text + "\" stands in this sheet twice"});
    return text;
}

void check_count(const std::string& where, std::string_view what, std::size_t count, CountRule rule,
                 Problems& problems) {
    if (count < rule.least)
        problems.push_back({where, "a sheet needs at least one " + std::string(what)});
    else if (count > rule.most)
        problems.push_back({where, "a sheet takes at most " + std::to_string(rule.most) + " " + std::string(what)});
}

} // namespace
} // namespace vera
