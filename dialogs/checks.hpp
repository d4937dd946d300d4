#pragma once
// A look at what the seller says about a person before it is kept (product 6). A hit asks once; nothing is
// stored before the answer and nothing thrown away unasked. Never on quotes, titles, accounts or Results.
#include "core/checks/check.hpp"
#include "dialogs/desk.hpp"

#include <string>
#include <string_view>

namespace vera {

bool hold_for_check(Desk&, Checked, std::string_view text); // true: a question about it is open now

bool hold_for_contact(Desk&, std::string_view text); // true: it may be no talk with them, so it is asked

// True: the line may be no answer (a slip of a command, a question to us) or a day that is two ("03/04"), and
// it is asked which.
bool hold_if_unclear(Desk&, std::string_view text);
bool hold_if_two_days(Desk&, std::string_view text); // only that
void prepare_check(Desk&, std::string_view held);    // what the question says about the held answer

void leave_check(Desk&);                         // "don't know", "skip"
void answer_check(Desk&, std::string_view text); // other words for the same answer
inline constexpr auto no_choice = "no_choice";   // "skip" or "don't know": left out, and no command was meant
void choose_on_check(Desk&, const std::string& value);
void say_dropped(Desk&); // a held answer went with its question, and nobody chose so: it is said

} // namespace vera
