#include "dialogs/learn.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string lessons(int times, std::string_view topic) {
    return shown(sample_deal(), [&](Desk& desk, const Deal&) {
        for (int i = 0; i < times; ++i) show_lesson(desk, topic);
    });
}

std::string told(const std::string& file) {
    LibraryFiles files = compiled_in_files();
    files["wording/learn.toml"] = file;
    const auto library = read_library(files);
    REQUIRE_FALSE(library);
    std::string all;
    for (const auto& problem : library.problems()) all += problem.what + "\n";
    return all;
}

} // namespace

TEST_CASE("learn gives the next lesson and remembers where one is", "[learn]") {
    const std::string two = lessons(2, "");
    CHECK_THAT(two, ContainsSubstring("That is the Result."));
    CHECK_THAT(two, ContainsSubstring("blind spot"));
    CHECK_THAT(two, ContainsSubstring("2 of 29. \"learn\" goes on."));
}

TEST_CASE("after the last lesson of a topic it starts over", "[learn]") {
    const std::string text = lessons(4, "traps");
    CHECK_THAT(text, ContainsSubstring("3 of 3, and that was the last one. \"learn traps\" starts over"));
    CHECK(text.find("Trap 1.") != text.rfind("Trap 1."));
    CHECK_THAT(lessons(1, "What to expect"), ContainsSubstring("first week"));
}

TEST_CASE("a topic nobody knows is answered with those there are", "[learn]") {
    CHECK_THAT(lessons(1, "juggling"), ContainsSubstring("basics, principles, steps, examples, traps, source"));
}

TEST_CASE("the source is named in three lines, without affiliation", "[learn]") {
    const std::string text = lessons(2, "source");
    CHECK_THAT(text, ContainsSubstring("Robert B. Miller, Stephen E. Heiman and Tad Tuleja"));
    CHECK_THAT(text, ContainsSubstring("not affiliated"));
}

TEST_CASE("a mistake in a lesson is told", "[learn]") {
    const std::string good = "[[lesson]]\nid = \"a\"\ntopic = \"t\"\nlines = [\"One.\", \"Two.\"]\n";
    CHECK_THAT(told(good + good), ContainsSubstring("\"a\" stands here twice"));
    CHECK_THAT(told("[[lesson]]\nid = \"a\"\ntopic = \"t\"\nlines = [\"One.\"]\n"), ContainsSubstring("not 1"));
    CHECK_THAT(told("[[lesson]]\nid = \"a\"\ntopic = \"t\"\nlines = [\"One.\", \"" + std::string(201, 'x') + "\"]\n"),
               ContainsSubstring("at most 200 characters"));
    CHECK_THAT(told("[[lesson]]\nid = \"a\"\ntopci = \"t\"\nlines = [\"One.\", \"Two.\"]\n"),
               ContainsSubstring("did you mean \"topic\"?"));
    CHECK_THAT(told(""), ContainsSubstring("at least one [[lesson]]"));
}
