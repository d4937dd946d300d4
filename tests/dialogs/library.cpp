#include "dialogs/library/library.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

using namespace vera;

namespace {

LibraryFiles with(const std::string& file, const std::string& from, const std::string& to) {
    LibraryFiles files = compiled_in_files();
    auto& text = files.at(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return files;
}

std::string told(const LibraryFiles& files) {
    const auto library = read_library(files);
    REQUIRE_FALSE(library);
    std::string all;
    for (const auto& problem : library.problems()) all += problem.where + ": " + problem.what + "\n";
    return all;
}

} // namespace

TEST_CASE("the compiled-in library is in order", "[library]") {
    const auto library = read_library(compiled_in_files());
    if (!library)
        for (const auto& problem : library.problems()) UNSCOPED_INFO(problem.where + ": " + problem.what);
    REQUIRE(library);
    CHECK(library->scripts.at("person").steps.size() == 7);
}

TEST_CASE("a mistake in the library is told with its file, line and what was meant", "[library]") {
    struct {
        const char *file, *from, *to, *told;
    } const mistakes[] = {
        {"scripts/person.toml", "kind = \"contact\"", "kind = \"contcat\"", "did you mean \"contact\"?"},
        {"scripts/person.toml", "[\"me\", \"nobody\"]", "[\"me\", \"nobdy\"]", "did you mean \"nobody\"?"},
        {"scripts/person.toml", "id = \"result\"", "id = \"contact\"", "stands here twice"},
        {"scripts/person.toml", "takes_number = true", "takes_numbers = true", "did you mean \"takes_number\"?"},
        {"scripts/person.toml", "id = \"person\"", "id = \"person", "scripts/person.toml:"},
        {"scripts/deal.toml", "kind = \"people\"", "kind = \"win\"", "exactly one step of kind \"people\", not 0"},
        {"wording/en.toml", "{account}, got it", "{acount}, got it", "did you mean {account}?"},
        {"wording/en.toml", "{account}, got it", "{account, got it", "a { without its }"},
        {"wording/en.toml", "why = \"A gap without", "whi = \"A gap without", "no sentence \"person.next_step.why\""},
        {"scripts/person.toml", "id = \"win\"\nkind = \"win\"", "id = \"win\"\nkind = \"lose\"",
         "exactly one step of kind \"win\", not 0"},
        {"scripts/person.toml", "id = \"win\"", "id = \"prize\"", "no sentence \"unknown.prize\""},
        {"wording/en.toml", "Welcome back, {user}.", "Welcome back, {plan}.", "there is no {plan} to fill in here"},
        {"red_flags.toml", "RF-WIN-NONE", "RF-WIN-NOEN", "did you mean \"RF-WIN-NONE\"?"},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.to);
        const std::string all = told(with(mistake.file, mistake.from, mistake.to));
        CHECK_THAT(all, ContainsSubstring(mistake.told));
    }
}

TEST_CASE("the books are read with the library, and checked against each other", "[library]") {
    const auto library = read_library(compiled_in_files());
    REQUIRE(library);
    CHECK(library->themes.all.size() == 10);
    CHECK(library->banks.roles.size() == 4);
    CHECK(library->solutions.empty()); // the example is nobody's product
    LibraryFiles files = compiled_in_files();
    const std::string sheet = "id = \"a\"\nname = \"A\"\n[[result]]\ntext = \"x\"\nrange = \"1\"\nproof = \"trial\"\n"
                              "contract = true\n[wins]\nuser = [\"ease\"]\n";
    files["solutions/a.toml"] = sheet;
    const auto more = read_library(files);
    REQUIRE(more);
    CHECK(more->solutions.at("a").wins.at(Role::user).front() == "autonomy");
    files["solutions/b.toml"] = sheet;
    CHECK_THAT(told(files),
               ContainsSubstring("solutions/b.toml: the product \"a\" has a sheet already: solutions/a.toml"));
    files["solutions/b.toml"] = "id = \"b\"\nname = \"B\"\nresults = 1\n";
    CHECK_THAT(told(files),
               ContainsSubstring("solutions/b.toml:3:1: unknown key \"results\", did you mean \"result\"?"));
    for (int i = 0; i < 60; ++i) {
        std::string more_sheets = sheet;
        files["solutions/n" + std::to_string(i) + ".toml"] =
            more_sheets.replace(more_sheets.find("\"a\""), 3, "\"n" + std::to_string(i) + "\"");
    }
    CHECK_THAT(told(files), ContainsSubstring("at most 50 sheets"));
}

TEST_CASE("themes that cannot be read do not make every sheet and bank wrong as well", "[library]") {
    const std::string all = told(with("themes.toml", "language = \"en\"", "language = \"en"));
    CHECK_THAT(all, ContainsSubstring("themes.toml:"));
    CHECK_THAT(all, !ContainsSubstring("banks.toml"));
}

TEST_CASE("buttons fit on every platform and can be told apart", "[library]") {
    const std::string eighty(80, 'x');
    CHECK_THAT(told(with("wording/en.toml", "\"It's my guess\"", '"' + eighty + '"')),
               ContainsSubstring("too long for a button: 80 characters, at most 75"));
    CHECK_THAT(told(with("wording/en.toml", "\"It's my guess\"", "\"Somebody TOLD me!\"")),
               ContainsSubstring("the question \"evidence\" has two buttons \"Somebody TOLD me!\"; the other is at "
                                 "wording/en.toml:"));
    CHECK_THAT(told(with("wording/en.toml", "\"It's my guess\"", "\"It's my\\nguess\"")),
               ContainsSubstring("a button has one line"));
}

TEST_CASE("a step that goes names its successor", "[library]") {
    const std::string gone = "\n[[retired]]\nid = \"prize\"\nsuccessor = \"win\"\n";
    const auto script = [&](const std::string& end) {
        LibraryFiles files = compiled_in_files();
        files["scripts/person.toml"] += end;
        return files;
    };
    const auto library = read_library(script(gone + "[[retired]]\nid = \"gain\"\nsuccessor = \"prize\"\n"));
    REQUIRE(library);
    const Script& person = library->scripts.at("person");
    CHECK(find_step(person, "prize") == find_step(person, "win"));
    CHECK(find_step(person, "gain")->kind == StepKind::win);
    CHECK_FALSE(find_step(person, "prise"));
    struct {
        const char *end, *told;
    } const mistakes[] = {
        {"[[retired]]\nid = \"prize\"\nsuccessor = \"wni\"\n", "is no step of this script; did you mean \"win\"?"},
        {"[[retired]]\nid = \"win\"\nsuccessor = \"lose\"\n", "\"win\" is a step of this script"},
        {"[[retired]]\nid = \"a\"\nsuccessor = \"b\"\n[[retired]]\nid = \"b\"\nsuccessor = \"a\"\n",
         "\"a\" leads back to itself"},
        {"[[retired]]\nid = \"a\"\nsuccessor = \"a\"\n", "\"a\" leads back to itself"},
        {"[[retired]]\nid = \"a\"\nsuccessor = \"win\"\n[[retired]]\nid = \"a\"\nsuccessor = \"lose\"\n",
         "\"a\" is retired twice"},
        {"[[retired]]\nid = \"a\"\n", "\"successor\" is missing"},
        {"[[retierd]]\nid = \"a\"\nsuccessor = \"win\"\n", "did you mean \"retired\"?"},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.end);
        const std::string all = told(script(std::string("\n") + mistake.end));
        CHECK_THAT(all, ContainsSubstring(mistake.told));
        CHECK_THAT(all, ContainsSubstring("scripts/person.toml:"));
    }
}

TEST_CASE("a new version still knows the steps of the one before", "[library]") {
    const auto told_between = [](const std::string& from, const std::string& to, Gone gone) {
        const auto old = read_library(compiled_in_files());
        Library next = *old;
        Problems problems;
        const std::string text = with("scripts/person.toml", from, to).at("scripts/person.toml");
        next.scripts.at("person") = read_script(*toml::parse(text, "scripts/person.toml"), problems);
        check_succession(*old, next, gone, problems);
        std::string all;
        for (const auto& problem : problems) all += problem.what + "\n";
        return all;
    };
    const std::string win = "id = \"win\"\nkind = \"win\"\n";
    CHECK_THAT(told_between(win, "id = \"prize\"\nkind = \"win\"\n", Gone::refused),
               ContainsSubstring("the step \"win\" is gone"));
    CHECK(told_between(win, "id = \"prize\"\nkind = \"win\"\n", Gone::allowed).empty());
    const std::string retired = "\n[[retired]]\nid = \"win\"\nsuccessor = ";
    CHECK(told_between(win, "id = \"prize\"\nkind = \"win\"\n" + retired + "\"prize\"\n", Gone::refused).empty());
    CHECK_THAT(told_between(win, "id = \"prize\"\nkind = \"win\"\n" + retired + "\"lose\"\n", Gone::refused),
               ContainsSubstring("\"win\" was asked as kind \"win\""));
    for (const auto gone : {Gone::refused, Gone::allowed})
        CHECK_THAT(told_between(win, "id = \"win\"\nkind = \"plan\"\n", gone),
                   ContainsSubstring("its step today, \"win\", is of kind \"plan\""));
}

TEST_CASE("all mistakes of all files are told at once", "[library]") {
    LibraryFiles files = with("scripts/person.toml", "kind = \"win\"", "kind = \"wni\"");
    files["wording/en.toml"] = with("wording/en.toml", "{account}, got it", "{acount}, got it").at("wording/en.toml");
    files["red_flags.toml"] = with("red_flags.toml", "RF-WIN-NONE", "RF-WIN-NOEN").at("red_flags.toml");
    const std::string all = told(files);
    CHECK_THAT(all, ContainsSubstring("scripts/person.toml:"));
    CHECK_THAT(all, ContainsSubstring("wording/en.toml:"));
    CHECK_THAT(all, ContainsSubstring("red_flags.toml:"));
}

TEST_CASE("a sentence never goes out with an empty slot", "[library]") {
    const auto library = read_library(compiled_in_files());
    REQUIRE(library);
    CHECK_THROWS_AS(library->wording.say("deal.made", {}), Bug);
    CHECK_THROWS_AS(library->wording.say("deal.maid", {}), Bug);
    CHECK(library->wording.say("role.user", {}) == "works with it");
}
