#pragma once
// The lines of "status" about one person: part, weight and mood in words, Result, Win with its quote, what they
// could lose, what is written. What was never asked takes no line.
#include "dialogs/desk.hpp"

namespace vera {

void show_person_facts(Desk&, const Deal&, const Influence&, std::size_t number);
void show_notes(Desk&, const std::vector<Note>&);        // the newest ones; all of them are kept
std::string say_known_from(const Desk&, const Win&);     // of a supported one: its best evidence
std::string say_standing(const Desk&, const Influence&); // "weighs heavy, has a fire, +2"; may be empty

} // namespace vera
