#pragma once
// How much two texts say the same: for a line that names the private Win, and for one that could be sent to
// anybody. Only words are compared; nothing is understood.
#include "core/checks/phrase.hpp"

#include <set>
#include <string>

namespace vera::checking {

bool is_function_word(std::string_view word); // "the", "wants", "with": says nothing about anybody
bool reads_as_english(const Words&);          // not clearly another language
bool has_function_word(const Words&);         // of English

// Of the words that say something; "rules" and "rule" are one.
std::string stem(std::string_view word);
std::set<std::string> content(const Words&);

// From 0 to 1, all words counted, names left out.
double similarity(const Words&, const Words&);

} // namespace vera::checking
