#pragma once
// Reading what was typed into a form: through the same fields and checks as in the chat. What the chat would
// ask about stands at the field instead; sent again as it is, it is kept.
#include "dialogs/desk.hpp"
#include "dialogs/library/step_kinds.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera {

struct FormReading {
    std::vector<FieldError> errors;  // not empty: nothing of the form counts
    std::vector<std::string> doubts; // what was asked about, to be kept when it comes again
    std::vector<Step> answered;      // the questions it settles
};

struct FormAnswer {
    std::string field; // its id
    StepKind kind;
    std::string text; // clean, not empty
};

std::string value_of(const FormValues&, const std::string& field); // clean; empty: left empty, or not there
std::vector<std::string> values_of(const FormValues&, const std::string& field); // of any_of
void refuse(FormReading&, std::string field, std::string text);

// Stores it as the answer about the deal and person in focus; false: it is refused.
bool read_answer(Desk&, FormReading&, const FormAnswer&);

// The same for the question that is open, which is answered by it: the next one is asked.
void answer_pending(Desk&, FormReading&, const FormAnswer&);

// The talk goes on: the open question, or the next when the form settled that one.
void go_on_after(Desk&, const FormReading&);

} // namespace vera
