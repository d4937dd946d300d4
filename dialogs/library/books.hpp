#pragma once
// The library's books: themes, banks and solution sheets, and what they have to do with each other. Scripts,
// wording and rules are library.cpp's.
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <map>
#include <string>

namespace vera {

struct Library;

using Books = std::map<std::string, toml::Tree>; // by the file's name in the library

bool is_solution(const std::string& file); // "solutions/<name>.toml"
bool is_book(const std::string& file);

// Reads those that are there; one that is missing is told by whoever knows which files there must be.
void read_books(const Books&, Library&, Problems&);

inline constexpr std::size_t max_solutions = 50;

} // namespace vera
