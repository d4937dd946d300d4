#pragma once
// Keeping words as a note, where they are no answer to anything.
#include "dialogs/desk.hpp"

#include <string_view>
#include <vector>

namespace vera {

bool keep_words(Desk&, std::vector<Note>&, std::string_view text); // false, and said so: there is no room
void keep_as_note(Desk&, std::string_view text, const char* said); // of the deal in focus; `said` has {text}

} // namespace vera
