#pragma once
// Tells code from comments and literals in a C++ file.
#include "tests/tidy/source.hpp"

namespace tidy {

// Blanks comments and the insides of literals in place, and returns the string literals. Raw strings count
// as literals too.
std::vector<Literal> blank_comments_and_literals(std::string& code);

} // namespace tidy
