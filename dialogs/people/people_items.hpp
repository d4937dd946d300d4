#pragma once
// A line that names people, cut into words, parts in the decision, and what stands between them.
#include "dialogs/people/part.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera::people {

struct Item {
    enum class Kind { word, part, comma, and_, stop, open, close };
    Kind kind = Kind::word;
    std::string text; // a word without punctuation at its edges, or the words for a part
    Part part = Part::economic;
};
std::vector<Item> people_items(std::string_view text);

} // namespace vera::people
