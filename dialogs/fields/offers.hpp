#pragma once
// What stands beside a question from the library's banks and the seller's own words: the labelled lines
// before a statement, two example lines for a role, a probe for a Lose. Nothing of it is stored.
#include "dialogs/desk.hpp"

#include <string>

namespace vera {

void offer_statement(Desk&); // Result, Win, known from
void offer_hook(Desk&);      // the question about this role's hook
void offer_examples(Desk&);  // two lines somebody might say to this role
void offer_probes(Desk&);    // what such a role tends to lose, and what this product tends to cost it
void offer_ideas(Desk&);     // how a Lose of this kind was softened elsewhere, marked as ideas

std::string idea_against(const Desk&, const Deal&, const Influence&); // empty: nobody has one
std::string attitude_question(const Desk&, const Influence&);         // a question that would test a guess

} // namespace vera
