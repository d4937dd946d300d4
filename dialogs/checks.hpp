#pragma once
// A look at what the seller says about a person before it is kept (product 6). A hit asks once; nothing is
// stored before the answer and nothing thrown away unasked. Never on quotes, titles, accounts or Results.
#include "core/checks/check.hpp"
#include "dialogs/desk.hpp"

#include <string>
#include <string_view>

namespace vera {

bool hold_for_check(Desk&, Checked, std::string_view text); // true: a question about it is open now

bool hold_for_slip(Desk&, std::string_view text);     // true: "staus" may be a command, so it is asked
bool hold_for_question(Desk&, std::string_view text); // true: "what is ...?" may be asked of us
bool hold_for_two_days(Desk&, std::string_view text); // true: "03/04" may be two days, so it is asked
void prepare_check(Desk&, std::string_view held);     // what the question says about the held answer

void leave_check(Desk&);                         // "don't know", "skip"
void answer_check(Desk&, std::string_view text); // other words for the same answer
inline constexpr auto no_choice = "no_choice";   // "skip" or "don't know": left out, and no command was meant
void choose_on_check(Desk&, const std::string& value);
void say_dropped(Desk&); // a held answer went with its question, and nobody chose so: it is said

} // namespace vera
