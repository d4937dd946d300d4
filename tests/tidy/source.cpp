#include "tests/tidy/source.hpp"
#include "tests/tidy/cpp_text.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>

namespace tidy {

namespace {

std::vector<std::string> tracked_paths();
bool read_text(const std::string& path, std::vector<std::string>& lines);

} // namespace

const std::vector<File>& tracked() {
    static const std::vector<File> files = [] {
        std::vector<File> found;
        for (const std::string& path : tracked_paths()) {
            File file{path, {}};
            if (read_text(path, file.lines)) found.push_back(std::move(file));
        }
        return found;
    }();
    return files;
}

const std::vector<Source>& sources() {
    static const std::vector<Source> all = [] {
        std::vector<Source> found;
        for (const File& file : tracked()) {
            if (!file.path.ends_with(".cpp") && !file.path.ends_with(".hpp")) continue;
            Source source{file.path, {}, {}, &file};
            for (const std::string& line : file.lines) source.code += line + '\n';
            source.literals = blank_comments_and_literals(source.code);
            found.push_back(std::move(source));
        }
        return found;
    }();
    return all;
}

bool under(std::string_view path, std::string_view place) {
    return place.ends_with('/') ? path.starts_with(place) : path == place;
}

bool under_any(std::string_view path, const std::vector<std::string_view>& places) {
    return std::any_of(places.begin(), places.end(), [&](std::string_view place) { return under(path, place); });
}

std::size_t line_of(const std::string& text, std::size_t at) {
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

std::size_t find_word(std::string_view code, std::string_view word, std::size_t from) {
    for (std::size_t at = code.find(word, from); at != code.npos; at = code.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_word(code[at - 1]) || !is_word(word.front());
        const bool ends = end == code.size() || !is_word(code[end]) || !is_word(word.back());
        if (starts && ends) return at;
    }
    return code.npos;
}

void Findings::add(const std::string& path, std::size_t line, const std::string& what_to_do) {
    text_ += "\n" + path + ":" + std::to_string(line) + ": " + what_to_do;
}

void Findings::check() const {
    if (!text_.empty()) std::cerr << text_ << '\n'; // Catch would wrap the lines
    CHECK(text_.empty());
}

namespace {

std::vector<std::string> tracked_paths() {
    std::FILE* list = popen("git -C '" VERA_SOURCE_DIR "' ls-files", "r");
    REQUIRE(list);
    std::vector<std::string> paths;
    std::string path;
    for (int c = std::fgetc(list); c != EOF; c = std::fgetc(list)) {
        if (c != '\n') {
            path += static_cast<char>(c);
        } else {
            paths.push_back(std::move(path));
            path.clear();
        }
    }
    INFO("the tidy tests ask git which files belong to the project");
    REQUIRE(pclose(list) == 0);
    REQUIRE(!paths.empty());
    return paths;
}

bool read_text(const std::string& path, std::vector<std::string>& lines) {
    std::ifstream in(VERA_SOURCE_DIR "/" + path);
    for (std::string line; std::getline(in, line);) {
        if (line.find('\0') != line.npos) return false;
        lines.push_back(line);
    }
    return !lines.empty();
}

} // namespace

} // namespace tidy
