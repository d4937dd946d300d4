#pragma once
// Running the scripts: which question comes next, asking it, parking it, going back.
#include "dialogs/desk.hpp"

#include <optional>
#include <string>

namespace vera {

// The next thing worth asking in the deal in focus: the list, then each person's first pass, the one with
// the last word first. Asks it, or says that everybody is done.
void advance(Desk&);

// Asks one step now, about the deal and person in focus. `again`: in its short form.
void ask(Desk&, const Script&, const ScriptStep&, bool again = false);
void ask_step(Desk&, StepKind);       // by kind and in short, as "Ingrid win" or a done reminder wants it
void ask_step_first(Desk&, StepKind); // by kind, in full the first time
void ask_pending_again(Desk&);        // the open question once more, with its buttons
void reopen(Desk&, const Step&);      // the step's question is the open one, without being asked
void park_pending(Desk&);             // puts the open question aside; it comes back by itself
void resume(Desk&);                   // after a word in between: the open question again, unless the talk rests
bool unpark(Desk&);                   // the last parked one is asked again
bool ask_from_agenda(Desk&);          // the first of those queued

// Puts questions on the agenda: they come before anything else, in this order (advance() asks the first).
void queue_step(Desk&, StepKind, const PersonId& = {});
void queue_next(Desk&, StepKind, const PersonId& = {});                        // before all others that wait
void queue_open_steps(Desk&, const std::string& script, const PersonId& = {}); // those never asked

// The step of the open question; nullptr when none is open or its step is gone from the script.
const Script* pending_script(const Desk&);
const ScriptStep* pending_step(const Desk&);

const Script& script_of(const Desk&, StepKind);
std::vector<PersonId> asking_order(const Deal&);

} // namespace vera
