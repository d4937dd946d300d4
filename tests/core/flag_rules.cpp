#include "core/flags/flag_rules.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace vera {
namespace {

Problems problems_after(std::string_view what, std::string_view instead) {
    std::string text = shipped_rules_text();
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), instead);
    const auto tree = toml::parse(text, "red_flags.toml");
    REQUIRE(tree);
    Problems problems;
    read_flag_rules(*tree, problems);
    return problems;
}

bool tells(const Problems& problems, std::string_view what) {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Problem& p) { return p.what == what && p.where.starts_with("red_flags.toml:"); });
}

} // namespace

TEST_CASE("the rules that ship are complete and right", "[flags]") {
    const auto tree = toml::parse(shipped_rules_text(), "red_flags.toml");
    REQUIRE(tree);
    Problems problems;
    const FlagRules rules = read_flag_rules(*tree, problems);
    CHECK(problems.empty());
    CHECK(rules.rules.size() == flag_ids().size());
    CHECK(flag_ids().size() == 30);
    const auto win = std::find_if(rules.rules.begin(), rules.rules.end(),
                                  [](const FlagRule& rule) { return rule.id == "RF-WIN-NONE"; });
    REQUIRE(win != rules.rules.end());
    CHECK(win->severity == Severity::medium);
    CHECK(win->economic.severity == Severity::high);
    CHECK(win->economic.rank < win->rank);
}

TEST_CASE("mistakes in the rules are told with what was meant", "[flags]") {
    const auto misspelt = problems_after("id = \"RF-COACH\"", "id = \"RF-COUCH\"");
    CHECK(tells(misspelt, "there is no rule \"RF-COUCH\", did you mean \"RF-COACH\"?"));
    CHECK(tells(misspelt, "the rule \"RF-COACH\" is missing; to switch it off, write on = false"));
    CHECK(tells(problems_after("id = \"RF-E-TWO\"", "id = \"RF-E-NONE\""), "the rule \"RF-E-NONE\" is written twice"));
    CHECK(tells(problems_after("severity = \"critical\"", "severity = \"critcal\""),
                "a severity is medium, high or critical, not \"critcal\", did you mean \"critical\"?"));
    CHECK(tells(problems_after("severity = \"critical\"", "severity = \"red\""),
                "a severity is medium, high or critical, not \"red\""));
    CHECK(tells(problems_after("rank = 15", "rank = -1"), "a rank is 0 to 999"));
    CHECK(tells(problems_after("rank = 15", "rnak = 15"), "unknown key \"rnak\", did you mean \"rank\"?"));
    CHECK(tells(problems_after("rank_economic = 20", "rank_economic = 1000"), "a rank is 0 to 999"));
    CHECK(tells(problems_after("rank_economic = 20", "rank_econmic = 20"),
                "unknown key \"rank_econmic\", did you mean \"rank_economic\"?"));
    CHECK(tells(problems_after("days = 90", "days = 0"), "\"days\" of RF-LOSE-UNTESTED is 1 to 3650"));
    CHECK(tells(problems_after("days = 90\n", "\n"), "\"days\" of RF-LOSE-UNTESTED is missing: 1 to 3650"));
    CHECK(tells(problems_after("rating = -3", "rating = 3"), "\"rating\" of RF-RATE-NEG is -5 to -1"));
    CHECK(tells(problems_after("months = 6", "months = \"six\""), "\"months\" must be a whole number"));
    CHECK(tells(problems_after("[[rule]]", "[[rules]]"), "unknown key \"rules\", did you mean \"rule\"?"));
}

TEST_CASE("an empty file misses every rule", "[flags]") {
    const auto tree = toml::parse("", "red_flags.toml");
    REQUIRE(tree);
    Problems problems;
    CHECK(read_flag_rules(*tree, problems).rules.empty());
    CHECK(problems.size() == flag_ids().size());
}

} // namespace vera
