#pragma once
// Questions asked for by name: the second pass, a statement, a line, a test. Each false when the argument
// names nobody of the deal in focus, so that the line may be an answer instead.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

bool more(Desk&, std::string_view who);            // the second pass, over one person or everybody
bool write_statement(Desk&, std::string_view who); // the Win-Results Statement
bool how_to_say_it(Desk&, std::string_view who);   // the hook, then the line
bool test_lose(Desk&, std::string_view who);       // the five of the framework
bool test_coach(Desk&, std::string_view who);      // the three criteria
bool ask_objective(Desk&, std::string_view text);  // "objective", or with the words at once
bool ask_own_win(Desk&, std::string_view);
bool ask_competition(Desk&, std::string_view);
bool ask_changes(Desk&, std::string_view);
bool check_fit(Desk&, std::string_view);
void people_decide(Desk&); // "people decide after all": the light mode ends
bool keep_strength(Desk&, std::string_view text);
bool move_answer(Desk&, std::string_view who); // "that was about Devrim"

// The person in focus when nobody is named; nullptr: no such person.
const Influence* meant_person(const Desk&, std::string_view who);

} // namespace vera
