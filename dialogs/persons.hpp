#pragma once
// Commands about people: adding somebody, turning to somebody, keeping a note. Each returns false when the
// argument does not fit, so that the line may be an answer instead.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

bool add_person(Desk&, std::string_view line);
bool keep_note(Desk&, std::string_view line);  // "Ingrid: asked twice about the date"
bool edit_person(Desk&, std::string_view who); // "edit Ingrid": everything about them in a form
bool talk_about(Desk&, std::string_view text); // "let's talk about Devrim", "Ingrid win", "Devrim"

// True when the words are a first name that two people have; then it was said.
bool say_which_of(Desk&, std::string_view who);

} // namespace vera
