#pragma once
// Commands with an argument: making, finding and closing deals, talking about a person, keeping notes.
// Each returns false when the argument does not fit, so that the line may be an answer instead.
#include "dialogs/desk.hpp"
#include "dialogs/script.hpp"

#include <string_view>

namespace vera {

bool new_deal(Desk&, std::string_view account);
bool go_to_deal(Desk&, std::string_view name);
bool ask_to_drop(Desk&, std::string_view name);
bool close_deal(Desk&, std::string_view name); // "close Nordkai": its whole name, asked for by "drop"
bool add_person(Desk&, std::string_view line);
bool keep_note(Desk&, std::string_view line);  // "Ingrid: asked twice about the date"
bool talk_about(Desk&, std::string_view text); // "let's talk about Devrim", "Ingrid win", "Devrim"

void show_all_deals_or_none(Desk&);
void say_answer_so_far(Desk&, StepKind); // of the person in focus, for "back"
void say_insisted_guess(Desk&);

} // namespace vera
