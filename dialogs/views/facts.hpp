#pragma once
// Single facts of a deal in a few words, shared by the views. They may be private: for the owner's own chat.
#include "dialogs/desk.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera {

inline constexpr std::size_t brief_text = 80; // characters of a fact in a view that must fit a phone

std::vector<const Influence*> theirs(const Deal&); // without those of our own house
std::vector<const Influence*> with_role(const Deal&, Role);
std::vector<const Influence*> people_called(const Deal&, const std::string& folded); // two of one first name: both
std::string brief(const std::string& text, std::size_t most = brief_text);
std::string say_number(const Desk&, const Result&, std::size_t most = brief_text); // without numbers the words
std::string say_lost(const Desk&, const Lose&);                        // "their say in it", or the seller's words
std::string say_names(const std::vector<const Influence*>&);           // first names
std::string say_rating(int rating);                                    // "+2"
bool is_met(const Influence&);                                         // somebody of us has spoken with them
std::vector<RedFlag> standing_flags(const Desk&, const Deal&);         // ranked, without accepted and snoozed ones
bool step_begins(const Desk&, const RedFlag&, std::string_view words); // "ask {coach}", as the wording has it
// Their first Red Flag; without one, what was not asked yet, as if it were one, for the step it suggests.
std::optional<RedFlag> first_gap(const Desk&, const Deal&, const Influence&);
struct OpenStep {
    std::string name; // whom it is about; the account for a step of the whole deal
    const Action* action;
};
std::vector<OpenStep> open_steps(const Deal&);                 // those with a day first, the earliest first
const Action* open_action(const Influence&, std::string_view); // about that field; the one due first

} // namespace vera
