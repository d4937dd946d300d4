#pragma once
// The words people use for somebody's part in a decision. For dialogs/people/part.cpp.
#include "dialogs/people/part.hpp"

#include <span>
#include <string_view>

namespace vera {

struct Phrase {
    std::string_view words;
    Part part;
    bool alone = false; // only where nothing goes on: "is Technical", not "technical director"
};

std::span<const Phrase> part_phrases(); // longer ones before the shorter ones they begin with

} // namespace vera
