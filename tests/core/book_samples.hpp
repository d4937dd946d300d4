#pragma once
// The books that ship, and what their readers say about one mistake in them.
#include "core/books/themes.hpp"

#include <string>

namespace vera {

std::string shipped(const std::string& file); // of config/
const Themes& shipped_themes();

struct Mistake {
    const char *what, *instead, *told;
};
// All problems, as "place: sentence" lines, after the first `what` of the file became `instead`.
std::string told_about(const std::string& file, const Mistake&);

} // namespace vera
