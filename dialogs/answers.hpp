#pragma once
// Reading the answer to the open question and storing it as a fact. What is unclear stays marked as
// unclear; a guess stays a guess, however often somebody insists.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

// Words, or a button's value, for the open question. Stores, echoes, and asks what comes next.
void answer_text(Desk&, std::string_view text);
void answer_value(Desk&, const std::string& value);
void answer_unknown(Desk&); // "don't know"

// "no, 16 not 61": true when the rest reads as a value of the field answered last, which it then replaces.
bool correct_last(Desk&, std::string_view text);

} // namespace vera
