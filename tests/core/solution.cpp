#include "core/books/solution.hpp"

#include "tests/core/book_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

const std::string file = "solution.example.toml";

} // namespace

TEST_CASE("the example of a solution sheet is in order, and reads as it is written", "[books]") {
    Problems problems;
    const Solution sheet = read_solution(*toml::parse(shipped(file), file), shipped_themes(), problems);
    CHECK(problems.empty());
    CHECK(sheet.id == "yard_planner");
    CHECK(sheet.name == "Yard Planner");
    REQUIRE(sheet.results.size() == 3);
    CHECK(sheet.results[0].text == "waiting time per ship");
    CHECK(sheet.results[0].proof == Proof::reference);
    CHECK(sheet.results[0].contract);
    CHECK(sheet.results[2].proof == Proof::calculation);
    CHECK_FALSE(sheet.results[2].contract);
    CHECK(sheet.wins.at(Role::user) == std::vector<std::string>{"autonomy", "team_success"});
    REQUIRE(sheet.loses.size() == 3);
    CHECK(sheet.loses[1].kind == LoseKind::standing);
    CHECK(sheet.loses[1].roles == Roles{Role::user, Role::technical});
}

TEST_CASE("a sheet may use the catalogue's names for themes; it keeps the framework's", "[books]") {
    std::string text = shipped(file);
    text.replace(text.find("\"competitive_superiority\""), 25, "\"rivalry\"");
    Problems problems;
    const Solution sheet = read_solution(*toml::parse(text, file), shipped_themes(), problems);
    CHECK(problems.empty());
    CHECK(sheet.wins.at(Role::economic).back() == "competitive_superiority");
}

TEST_CASE("mistakes in a solution sheet are told with their line", "[books]") {
    const Mistake mistakes[] = {
        {"id = \"yard_planner\"", "id = \"Yard Planner\"", "small letters, digits and _"},
        {"name = \"Yard Planner\"", "", "\"name\" is missing"},
        {"proof = \"trial\"", "proof = \"trail\"", "\"trail\" is not a proof; did you mean \"trial\"?"},
        {"contract = false", "", "\"contract\" is missing: would we put it in a contract?"},
        {"contract = false", "contract = \"no\"", "\"contract\" must be true or false"},
        {"10 to 25 percent less", "much less", "needs a number"},
        {"kind = \"budget\"", "kind = \"buget\"", "is not one of the five Loses; did you mean \"budget\"?"},
        {"roles = [\"economic\"]", "roles = [\"boss\"]", "solution.example.toml:61:10: \"boss\" is not a role"},
        {"roles = [\"economic\"]", "roles = []", "\"roles\" needs at least 1"},
        {"technical = [\"status\"", "technical = [\"statsu\"",
         "there is no theme \"statsu\"; did you mean \"status\"?"},
        {"technical = [", "techncal = [", "unknown key \"techncal\", did you mean \"technical\"?"},
        {"\"creative_satisfaction\"", "\"control\"", "\"control\" means status, which stands here too"},
        {"the rules for the yard are", "the rules for every single place in the whole big yard are", "at most 75"},
        {"{first} approve", "{firts} approve", "did you mean {first}?"},
        {"idea = \"Agree", "hint = \"Agree", "\"idea\" is missing"},
        {"[[lose]]", "[[loose]]", "did you mean \"lose\"?"},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.instead);
        CHECK_THAT(told_about(file, mistake), ContainsSubstring(mistake.told));
    }
    const Mistake none{"id = \"yard_planner\"", "id = \"yard_planner\" # the same", ""};
    CHECK(told_about(file, none).empty());
}

TEST_CASE("a sheet needs a Result and has a limit for each list", "[books]") {
    const auto told = [](const std::string& text) {
        Problems problems;
        read_solution(*toml::parse(text, "s.toml"), shipped_themes(), problems);
        std::string all;
        for (const auto& problem : problems) all += problem.what + "\n";
        return all;
    };
    const std::string head = "id = \"a\"\nname = \"A\"\n";
    const std::string result = "[[result]]\ntext = \"x\"\nrange = \"1 to 2\"\nproof = \"trial\"\ncontract = true\n";
    CHECK_THAT(told(head), ContainsSubstring("a sheet needs at least one [[result]]"));
    CHECK(told(head + result).empty());
    std::string many = head;
    CHECK_THAT(told(head + result + result), ContainsSubstring("\"x\" stands in this sheet twice"));
    for (std::size_t i = 0; i <= solution_results; ++i) many += result;
    CHECK_THAT(told(many), ContainsSubstring("at most 20 [[result]]"));
    many = head + result;
    for (std::size_t i = 0; i <= solution_loses; ++i)
        many += "[[lose]]\nkind = \"job\"\ntext = \"x\"\nroles = [\"user\"]\nidea = \"y\"\n";
    CHECK_THAT(told(many), ContainsSubstring("at most 20 [[lose]]"));
}

} // namespace vera
