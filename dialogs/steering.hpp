#pragma once
// What the words that always work do with the talk: leave a question, come back to it, ask about it.
#include "dialogs/desk.hpp"

namespace vera {

void greet(Desk&);          // the conversation was opened
void unknown(Desk&);        // "don't know"
void does_not_apply(Desk&); // "n/a"
void decline(Desk&);        // "rather not say"
void skip(Desk&);
void back(Desk&); // to the question before
void keep(Desk&); // after "back": the answer stays as it is
void why(Desk&);
void help(Desk&);
void stop(Desk&);
void go_on(Desk&);
void people(Desk&); // the list once more
void insist(Desk&); // "it's a fact": a guess stays a guess
void privacy(Desk&);
void where_are_we(Desk&); // status
void deals(Desk&);

} // namespace vera
