#pragma once
// Sentences with slots: words in braces that are filled with facts, "{first} gets {text}". Whose slots they
// are and what may fill them is the caller's.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

using Slots = std::map<std::string, std::string, std::less<>>;

bool braces_fit(std::string_view sentence);                   // false for a { without its }
std::vector<std::string> slots_of(std::string_view sentence); // the names in braces, in their order
// A slot that nobody filled is a Bug, told with the sentence's name.
std::string filled(std::string_view sentence, const Slots&, std::string_view name);

} // namespace vera
