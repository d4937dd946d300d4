#include "dialogs/library.hpp"

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
