#include "tests/core/book_samples.hpp"

#include "core/books/banks.hpp"
#include "core/books/solution.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

namespace vera {

std::string shipped(const std::string& file) {
    std::ifstream stream{VERA_SOURCE_DIR "/config/" + file};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

const Themes& shipped_themes() {
    static const Themes read = [] {
        Problems problems;
        Themes themes = read_themes(*toml::parse(shipped("themes.toml"), "themes.toml"), problems);
        CHECK(problems.empty());
        return themes;
    }();
    return read;
}

std::string told_about(const std::string& file, const Mistake& mistake) {
    std::string text = shipped(file);
    const std::string_view what = mistake.what;
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), mistake.instead);
    const auto tree = toml::parse(text, file);
    REQUIRE(tree);
    Problems problems;
    if (file == "themes.toml")
        read_themes(*tree, problems);
    else if (file == "banks.toml")
        read_banks(*tree, shipped_themes(), problems);
    else
        read_solution(*tree, shipped_themes(), problems);
    std::string all;
    for (const auto& problem : problems) all += problem.where + ": " + problem.what + "\n";
    return all;
}

} // namespace vera
