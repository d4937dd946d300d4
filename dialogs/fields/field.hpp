#pragma once
// What an answer to a step does: one row for each kind. Fields store facts and say a line; which question
// comes next is the interview's business.
#include "dialogs/desk.hpp"
#include "dialogs/library/step_kinds.hpp"

#include <map>
#include <string>
#include <string_view>

namespace vera {

enum class Heard {
    stored,
    refused, // unreadable, and said so (an offer says nothing): the question stays
    held,    // a question about this answer is open now; nothing is stored before it is answered
};

struct Field {
    const char* record; // the audit's word for it
    Heard (*from_text)(Desk&, std::string_view text);
    void (*from_value)(Desk&, const std::string& value) = nullptr;  // of a button
    Asked* (*asked)(Deal&, Influence*) = nullptr;                   // what "don't know" marks; none: asked by name only
    bool (*applies)(const Deal&, const Influence*) = nullptr;       // none: always
    std::string (*so_far)(const Deal&, const Influence*) = nullptr; // the answer as it stands, for "back"
    void (*prepare)(Desk&) = nullptr; // says or fills in what the question needs beside it
};
using Fields = std::map<StepKind, Field>;

const Field& field_of(StepKind); // of every kind but people, confirm and check

bool has_field(StepKind);
bool is_private(StepKind);              // what somebody wins or loses, or how that was put in words
bool needs_form(const Desk&, StepKind); // in strict mode its words are no message
bool applies(StepKind, const Deal&, const Influence*);
bool was_never_asked(StepKind, const Deal&, const Influence*);
bool is_open(StepKind, const Deal&, const Influence*); // it applies and was never asked

// The rooms.
Fields contact_fields();   // contact, Result, whose number, where it is read
Fields win_fields();       // Win, evidence
Fields lose_fields();      // Lose, its test, its plan
Fields next_step_fields(); // next step
Fields standing_fields();  // degree, mode, rating, time in the job
Fields coach_fields();     // the three criteria and the proof
Fields statement_fields(); // statement, hook, line
Fields deal_fields();      // objective, date, competition, changes, tender
Fields own_fields();       // our own Win, walk-away, the way out
Fields note_fields();      // tag, theme, signal

} // namespace vera
