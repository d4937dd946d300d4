#include "dialogs/views/learn.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

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

TEST_CASE("the course covers the whole method", "[learn]") {
    struct {
        const char *idea, *id, *word;
    } const covered[] = {
        {"companies buy Results", "two-sides", "measure"},
        {"the problem it solves", "blind-spot", "blind spot"},
        {"whom it helps most", "blind-spot", "better or cheaper"},
        {"whom it does not help", "not-for", "tender"},
        {"what a Win can be about", "kinds-of-win", "freedom to decide"},
        {"both belong together", "kinds-of-win", "both sides"},
        {"a Result without a Win", "one-without-the-other", "cheated"},
        {"a Win without a Result", "one-without-the-other", "undone"},
        {"the statement", "statement", "in one sentence for one person"},
        {"the hidden Lose", "hidden-lose", "looked won"},
        {"principle 1", "people-win", "only people win"},
        {"principle 2", "people-win", "block, to wait or to take back"},
        {"principle 3", "one-by-one", "One person, one statement"},
        {"principle 4", "one-by-one", "they win and you lose"},
        {"principle 5", "most-winning", "least losing"},
        {"step 1, Results", "step-1", "cost in percent"},
        {"step 1, categories of Win", "step-1", "recognition, security, advancement"},
        {"step 1, tip", "step-1-listen", "again and again"},
        {"step 2", "step-2", "Coach"},
        {"step 2, warning", "step-2-evidence", "Never make up"},
        {"step 3, the five", "step-3", "say, budget, job"},
        {"step 3, tip", "step-3-checkers", "those who check"},
        {"step 4, per role", "step-4", "For a Coach"},
        {"step 4, warning", "step-4-credible", "promises too much"},
        {"example 1", "farley", "Sandy Kelly"},
        {"example 2", "not-features", "Features and benefits"},
        {"example 2, outcome", "one-for-all", "goes quiet"},
        {"trap 1", "trap-results-only", "don't renew"},
        {"trap 2", "trap-shared-win", "old system"},
        {"trap 3", "trap-own-win", "They'll make it up"},
        {"origin", "origin", "another outcome"},
        {"source", "source", "1998"},
        {"what to expect", "first-week", "weeks"},
    };
    const Course course = read_library(compiled_in_files())->course;
    for (const auto& each : covered) {
        CAPTURE(each.idea);
        const auto lesson = std::ranges::find(course, each.id, &Lesson::id);
        REQUIRE(lesson != course.end());
        std::string text;
        for (const std::string& line : lesson->lines) text += line + "\n";
        CHECK_THAT(text, ContainsSubstring(each.word));
    }
}
