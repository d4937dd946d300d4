#pragma once
// Reading the answer to the open question and storing it as a fact. What is unclear stays marked as
// unclear; a guess stays a guess, however often somebody insists.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

// Words, or a button's value, for the open question. Stores, echoes, and asks what comes next.
void answer_text(Desk&, std::string_view text);
void answer_value(Desk&, const std::string& value);

// "don't know", "does not apply", "rather not say": three answers, none of them empty (domain 22.3).
void answer_without_value(Desk&, Asked);

// It was asked for by name meanwhile, or waits behind another: nobody is asked twice.
void forget_waiting(Desk&, const Step& done);

// "no, 16 not 61": true when the rest reads as a value of the field answered last, which it then replaces.
bool correct_last(Desk&, std::string_view text);

// "that was about Devrim": the last answer moves to the same field of somebody else.
bool move_last(Desk&, const PersonId& to);

} // namespace vera
