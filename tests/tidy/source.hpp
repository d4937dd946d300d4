#pragma once
// The repository as the tidy tests read it: what git tracks, and a rough reading of C++ that tells code,
// comments and literals apart. Not a parser: it knows just enough for the rules here.
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct File {
    std::string path; // from the top of the repository, "core/time.cpp"
    std::vector<std::string> lines;
};

struct Literal {
    std::size_t line; // from 1
    std::size_t at;   // of its opening quote in Source::code
    std::string text; // without quotes, escapes as written
};

struct Source {
    std::string path;
    std::string code; // comments and the insides of literals blanked out, so that lines and columns stay
    std::vector<Literal> literals;
    const File* file;
    bool header() const { return path.ends_with(".hpp"); }
};

const std::vector<File>& tracked();   // every tracked text file
const std::vector<Source>& sources(); // the C++ among them

bool under(std::string_view path, std::string_view folder_or_file); // "core/" takes a folder, "core/a.cpp" a file
bool under_any(std::string_view path, const std::vector<std::string_view>& places);
std::size_t line_of(const std::string& text, std::size_t at); // from 1
bool is_word(char);
// Where `word` stands in `code` as a whole word, from `from` on; npos when nowhere.
std::size_t find_word(std::string_view code, std::string_view word, std::size_t from = 0);

// Collects what is wrong and fails the test with all of it at once.
class Findings {
public:
    void add(const std::string& path, std::size_t line, const std::string& what_to_do);
    void check() const;

private:
    std::string text_;
};

} // namespace tidy
