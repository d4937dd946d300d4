#pragma once
// What Vera shows when asked for a view of a deal; each returns to the open question afterwards.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

void steps(Desk&);        // the four steps x people
void picture(Desk&);      // who wins, who loses
void meddpicc(Desk&);     // the same facts under other letters
void copy_for_crm(Desk&); // text without private fields
void demo(Desk&);         // the sample deal, screen by screen; leaves nothing behind
void next_screen(Desk&);  // of the demo

bool prepare_call(Desk&, std::string_view text); // "prep", "prep Nordkai", "prep Ingrid, Devrim"
bool status_of(Desk&, std::string_view deal);    // "status Nordkai"
bool steps_of(Desk&, std::string_view deal);
bool picture_of(Desk&, std::string_view deal);
bool review_deal(Desk&, std::string_view deal);
bool learn(Desk&, std::string_view topic);

} // namespace vera
