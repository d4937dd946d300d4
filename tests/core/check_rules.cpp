#include "core/checks/check_rules.hpp"

#include "tests/core/check_samples.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace vera {
namespace {

constexpr std::string_view small_file = R"([[check]]
finding = "up_to"
language = "en"
fields = ["win"]
words = [
  "up to #",
  "as much ... as"
]
)";

Problems problems_of(const std::string& text) {
    const auto tree = toml::parse(text, "checks.toml");
    REQUIRE(tree);
    Problems problems;
    read_check_rules(*tree, problems);
    return problems;
}

Problems problems_after(std::string_view what, std::string_view instead) {
    std::string text{small_file};
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return problems_of(text.replace(at, what.size(), instead));
}

bool tells(const Problems& problems, const std::string& line, std::string_view what) {
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& p) {
        return p.what.find(what) != std::string::npos && p.where.starts_with("checks.toml:" + line + ":");
    });
}

} // namespace

TEST_CASE("the checks that ship are complete and right", "[checks]") {
    for (const auto& problem : problems_of(shipped_checks_text())) FAIL_CHECK(problem.where << ": " << problem.what);
    CHECK(shipped_checks().rules.size() >= enum_words<Finding>.size());
}

TEST_CASE("mistakes in the checks are told with their line", "[checks]") {
    CHECK(tells(problems_after("\"up_to\"", "\"upto\""), "2", "there is no \"upto\" here, did you mean \"up_to\"?"));
    CHECK(tells(problems_after("\"up_to\"", "\"nonsense\""), "2", "it is one of private_life, threat, "));
    CHECK(tells(problems_after("\"en\"", "\"English\""), "3", "a language is two letters"));
    CHECK(tells(problems_after("[\"win\"]", "[\"wim\"]"), "4", "did you mean \"win\"?"));
    CHECK(tells(problems_after("[\"win\"]", "[]"), "4", "\"fields\" says where to look"));
    CHECK(tells(problems_after("\"up to #\"", "\"... to #\""), "6", "\"... to #\" cannot be looked for"));
    CHECK(tells(problems_after("\"as much ... as\"", "\"as m*uch\""), "7", "\"as m*uch\" cannot be looked for"));
    CHECK(tells(problems_after("\"as much ... as\"", "\"up to #\""), "7", "\"up to #\" is written twice"));
    CHECK(tells(problems_after("\"as much ... as\"", "\"" + std::string(401, 'x') + "\""), "7", "at most 400"));
    CHECK(tells(problems_after("up to #", "<bos> #"), "6", "there is no group <bos>"));
    CHECK(tells(problems_after("[[check]]", "[groups]\nboss = [\"boss\", \"a # b\"]\n[[check]]"), "2",
                "a group holds plain words, \"a # b\" is none"));
    CHECK(tells(problems_of("[groups]\nboss = [\"boss\"]\n[[check]]\nfinding = \"threat\"\nlanguage = \"en\"\n"
                            "fields = [\"win\"]\nwords = [\"<bos>\"]\n"),
                "7", "there is no group <bos>, did you mean <boss>?"));
    CHECK(tells(problems_after("words", "wrods"), "5", "unknown key \"wrods\", did you mean \"words\"?"));
    CHECK(tells(problems_after("words", "wrods"), "2", "to switch a check off, write on = false"));
    CHECK(tells(problems_after("\"up_to\"", "\"repeats_win\""), "5", "takes no words"));
    CHECK(tells(problems_of(std::string{small_file}), "1", "no check for \"threat\"; to switch it off"));
}

TEST_CASE("an empty file misses every check", "[checks]") {
    CHECK(problems_of("").size() == enum_words<Finding>.size());
}

} // namespace vera
