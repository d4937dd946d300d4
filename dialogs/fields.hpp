#pragma once
// One field of a person each: words or a button in, a fact stored and a line said. They ask nothing.
#include "dialogs/desk.hpp"

#include <string>
#include <string_view>

namespace vera {

// False when nothing was stored (the text is too long): the question stays.
using FieldFromText = bool (*)(Desk&, Influence&, std::string_view);

bool contact_from_text(Desk&, Influence&, std::string_view text);
bool result_from_text(Desk&, Influence&, std::string_view text);
bool win_from_text(Desk&, Influence&, std::string_view text);
bool evidence_from_text(Desk&, Influence&, std::string_view text);
bool lose_from_text(Desk&, Influence&, std::string_view text);
bool plan_from_text(Desk&, Influence&, std::string_view text);
bool next_step_from_text(Desk&, Influence&, std::string_view text);

void contact_from_value(Desk&, Influence&, const std::string& value);
void evidence_from_value(Desk&, Influence&, const std::string& value);
void lose_from_value(Desk&, Influence&, const std::string& value);
void next_step_from_value(Desk&, Influence&, const std::string& value);

void say_guess(Desk&, const Influence&,
               std::string_view key);      // "It becomes a fact when Ingrid says it or Petra confirms it."
bool means_nothing(std::string_view text); // "none", "nothing"

} // namespace vera
