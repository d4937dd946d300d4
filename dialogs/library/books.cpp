#include "dialogs/library/books.hpp"

#include "dialogs/library/library.hpp"

namespace vera {
namespace {

const std::string themes_file = "themes.toml";
const std::string banks_file = "banks.toml";

void read_solutions(const Books&, Library&, Problems&);

} // namespace

bool is_solution(const std::string& file) {
    constexpr std::string_view folder = "solutions/";
    return file.starts_with(folder) && file.ends_with(".toml") && file.find('/', folder.size()) == std::string::npos;
}

bool is_book(const std::string& file) { return file == themes_file || file == banks_file || is_solution(file); }

void read_books(const Books& books, Library& library, Problems& problems) {
    if (const auto themes = books.find(themes_file); themes != books.end())
        library.themes = read_themes(themes->second, problems);
    if (const auto banks = books.find(banks_file); banks != books.end())
        library.banks = read_banks(banks->second, library.themes, problems);
    read_solutions(books, library, problems);
}

namespace {

void read_solutions(const Books& books, Library& library, Problems& problems) {
    std::map<std::string, std::string> file_of; // product id -> file
    for (const auto& [file, tree] : books) {
        if (!is_solution(file)) continue;
        Solution solution = read_solution(tree, library.themes, problems);
        const auto [first, fresh] = file_of.emplace(solution.id, file);
        if (!fresh && !solution.id.empty())
            problems.push_back({file, "the product \"" + solution.id + "\" has a sheet already: " + first->second});
        library.solutions.emplace(solution.id, std::move(solution));
    }
    if (file_of.size() > max_solutions)
        problems.push_back({"solutions/", "a library holds at most " + std::to_string(max_solutions) + " sheets"});
}

} // namespace
} // namespace vera
