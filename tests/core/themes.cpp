#include "core/books/themes.hpp"

#include "tests/core/book_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {

TEST_CASE("the framework's ten themes ship, and the catalogue's names lead to them", "[books]") {
    const Themes& themes = shipped_themes();
    CHECK(themes.all.size() == 10);
    CHECK(themes.language == "en");
    for (const auto& id : theme_ids()) {
        CAPTURE(id);
        REQUIRE(find_theme(themes, id));
        CHECK(find_theme(themes, id)->id == id);
        CHECK_FALSE(find_theme(themes, id)->label.empty());
    }
    const std::pair<const char*, const char*> catalogue[] = {
        {"security", "security"},
        {"advancement", "advancement"},
        {"recognition", "recognition"},
        {"control", "status"},
        {"autonomy", "autonomy"},
        {"mastery", "creative_satisfaction"},
        {"ease", "autonomy"},
        {"belonging", "team_success"},
        {"reputation", "recognition"},
        {"legacy", "creative_satisfaction"},
        {"fairness", "relationships"},
        {"relations", "relationships"},
        {"impact", "creative_satisfaction"},
        {"rivalry", "competitive_superiority"},
    };
    for (const auto& [name, theme] : catalogue) {
        CAPTURE(name);
        REQUIRE(find_theme(themes, name));
        CHECK(find_theme(themes, name)->id == theme);
    }
    CHECK_FALSE(find_theme(themes, "synergy"));
    CHECK_FALSE(find_theme(themes, ""));
}

TEST_CASE("what a text sounds like orders the buttons, most phrases first", "[books]") {
    const auto first = [](std::string_view text) {
        const auto hits = themes_in(shipped_themes(), text);
        return hits.empty() ? "" : hits.front().theme;
    };
    CHECK(first("He said: \"It HAS to go   through us\", again.") == "status");
    CHECK(first("She wants the job in the regional role, and no surprises") == "advancement");
    CHECK(first("my shift goes home on time, my people, my crew") == "team_success");
    CHECK(first("the boardwalk") == "");
    CHECK(first("nothing of this kind") == "");
    CHECK(first("") == "");
    CHECK(first(std::string(50'000, 'x') + " weekend") == "");
    const auto hits = themes_in(shipped_themes(), "overtime, and the weekend; my boss knows");
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].theme == "autonomy");
    CHECK(hits[0].phrases == std::vector<std::string>{"weekend", "overtime"});
    CHECK(hits[1].theme == "relationships");
}

TEST_CASE("the sample sentence of the framework is about the next role", "[books]") {
    const auto hits = themes_in(shipped_themes(), "the operations VP promotion you've been working toward");
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().theme == "advancement");
}

TEST_CASE("mistakes in the themes are told with their line", "[books]") {
    const Mistake mistakes[] = {
        {"id = \"security\"", "id = \"securty\"", "themes.toml:28:1: the framework has no theme \"securty\""},
        {"id = \"security\"", "id = \"securty\"", "did you mean \"security\"?"},
        {"id = \"security\"", "id = \"securty\"", "the theme \"security\" is missing"},
        {"id = \"security\"", "id = \"recognition\"", "\"recognition\" is taken already, at themes.toml:"},
        {"label = \"Recognition\"", "label = \"Be seen by everybody who matters here\"",
         "too long: 37 characters, at most 30"},
        {"label = \"Recognition\"", "label = \"the NEXT role\"", "is taken already"},
        {"label = \"Recognition\"", "lable = \"Recognition\"", "unknown key \"lable\", did you mean \"label\"?"},
        {"label = \"Recognition\"", "label = \"{first} seen\"", "no slots may stand here, not {first}"},
        {"\"promoted\"", "\"overtime\"", "\"overtime\" is listened for already"},
        {"\"promoted\"", "\"Promotion\"", "\"Promotion\" stands here twice"},
        {"\"promoted\"", "\" promoted\"", "blanks at an end"},
        {"\"promoted\"", "\"?\"", "an empty text"},
        {"\"promoted\"", "7", "\"listen\" holds texts in quotes only"},
        {"also = [\"rivalry\"]", "also = [\"ease\"]", "\"ease\" is taken already"},
        {"also = [\"rivalry\"]", "also = \"rivalry\"", "there may be several"},
        {"language = \"en\"", "language = \"de\"", "in English so far"},
        {"language = \"en\"", "", "\"language\" is missing"},
    };
    for (const auto& mistake : mistakes) {
        CAPTURE(mistake.instead);
        CHECK_THAT(told_about("themes.toml", mistake), ContainsSubstring(mistake.told));
    }
}

} // namespace vera
