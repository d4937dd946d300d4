#include "core/books/banks.hpp"

#include "core/books/solution.hpp"
#include "core/slots.hpp"
#include "core/text.hpp"
#include "tests/core/book_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

const std::string file = "banks.toml";

Banks shipped_banks() {
    Problems problems;
    Banks banks = read_banks(*toml::parse(shipped(file), file), shipped_themes(), problems);
    CHECK(problems.empty());
    return banks;
}

std::vector<std::string> every_line(const Banks& banks) {
    std::vector<std::string> all;
    const auto add = [&](const std::vector<std::string>& lines) { all.insert(all.end(), lines.begin(), lines.end()); };
    for (const auto& [role, bank] : banks.roles) add(bank.hooks), add(bank.examples), add(bank.probes);
    for (const auto& [kind, ideas] : banks.ideas) add(ideas);
    for (const auto& [theme, question] : banks.attitude_questions) all.push_back(question);
    return all;
}

} // namespace

TEST_CASE("the bank that ships has lines for every role, every Lose and every theme", "[books]") {
    const Banks banks = shipped_banks();
    CHECK(banks.roles.size() == 4);
    CHECK(banks.roles.at(Role::economic).hooks.front() == "What is {first} judged on this year?");
    for (const auto& [role, bank] : banks.roles) CHECK(bank.examples.size() == 2);
    CHECK(banks.ideas.size() == lose_kinds.size());
    CHECK(banks.attitude_questions.size() == theme_ids().size());
}

TEST_CASE("the bank's lines neither promise nor flatter, and fill with any name", "[books]") {
    for (const auto& line : every_line(shipped_banks())) {
        CAPTURE(line);
        const std::string folded = fold(line);
        for (const auto* word : {"promotion", "guarantee", "promise you", "you will love", "perfect for you", "great",
                                 "amazing", "congratulations", "win-win", "synergy", "please provide"})
            CHECK_FALSE(has_word(folded, word));
        const std::string said = filled(line, {{"first", "Ingrid"}, {"account", "Nordkai"}}, "a line");
        CHECK(said.find('{') == std::string::npos);
        CHECK(words(said).size() <= 32);
    }
}

TEST_CASE("mistakes in the bank are told with their line", "[books]") {
    const Mistake mistakes[] = {
        {"[role.coach]", "[role.cooach]", "\"coach\" is missing in the roles"},
        {"[role.coach]", "[role.cooach]", "unknown key \"cooach\", did you mean \"coach\"?"},
        {"[lose.vendor]", "[lose.vendro]", "\"vendor\" is missing in the five Loses"},
        {"\n[theme]", "\n[themes]", "\"theme\" is missing in the bank"},
        {"security = ", "safety = ", "\"security\" is missing"},
        {"security = ", "safety = ", "unknown key \"safety\""},
        {"What is {first} judged on this year?", "What is {fist} judged on this year?", "did you mean {first}?"},
        {"What is {first} judged on this year?", "What is {first judged on this year?", "a { without its }"},
        {"What is {first} judged on this year?", "How is {first}? And why?", "one question"},
        {"What is {first} judged on this year?", "Ask what {first} is judged on", "one question"},
        {"What is {first} judged on this year?", "What is {user} judged on?",
         "only {first} and {account} may stand here"},
        {"You said cost per unit", "{first}, you said cost per unit", "no slots may stand here, not {first}"},
        {"hooks = [", "hoks = [", "\"hooks\" needs at least 1"},
        {"    \"Where does {first} stand if this fails?\",\n", "", ""},
        {"    \"Write down what stays theirs to decide.\",\n", "    \"One.\",\n    \"Two.\",\n",
         "\"ideas\" takes at most 3, not 4"},
        {"    \"You asked for test results before anything else. Here is the plan; the pass mark is yours to set.\",\n",
         "", "\"examples\" needs at least 2"},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.instead);
        CHECK_THAT(told_about(file, mistake), ContainsSubstring(mistake.told));
    }
    const Mistake slot{"What is {first} judged on this year?", "What is {fist} judged on this year?", ""};
    CHECK_THAT(told_about(file, slot), ContainsSubstring("banks.toml:20:5: only {first} and {account}"));
}

TEST_CASE("no shape of a file confuses the readers of books", "[books]") {
    for (const auto* text : {"",
                             "theme = 1",
                             "theme = [1, 2]",
                             "[theme]",
                             "[[theme]]",
                             "[[theme]]\nlisten = [[]]",
                             "role = []",
                             "[role]\neconomic = 1",
                             "[role.economic]\nhooks = {}",
                             "[lose]\njob = []",
                             "[[result]]",
                             "result = [1]",
                             "wins = [1]",
                             "[wins]\nuser = 1",
                             "[[lose]]\nroles = [1]",
                             "lose = [[1]]",
                             "id = 7\nname = []",
                             "[[wins]]",
                             "[[role]]",
                             "language = [\"en\"]"}) {
        CAPTURE(text);
        const auto tree = toml::parse(text, "x.toml");
        REQUIRE(tree);
        Problems problems;
        for (const Themes& themes : {shipped_themes(), Themes{}}) {
            read_banks(*tree, themes, problems);
            read_solution(*tree, themes, problems);
        }
        read_themes(*tree, problems);
        CHECK(problems.size() > 3);
        for (const auto& problem : problems) CHECK_THAT(problem.where, ContainsSubstring("x.toml:"));
    }
}

} // namespace vera
