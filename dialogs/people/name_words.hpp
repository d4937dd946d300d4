#pragma once
// Which words can be part of a name, which of a title, and which say nothing about who somebody is. For
// dialogs/people/people.cpp.
#include <string_view>

namespace vera::people {

bool is_title_word(std::string_view word);   // "COO", "planning"
bool is_relation(std::string_view word);     // "boss", "deputy"
bool is_stop_word(std::string_view word);    // "is", "she", "um": nothing is lost without it
bool is_said_of_them(std::string_view word); // "she", "is", "who": goes on about the one before
bool is_place_lead(std::string_view word);   // "from", "in"
bool is_link(std::string_view word);         // may stand behind a name in lower case
bool is_particle(std::string_view word);     // "van", "de"
bool is_honorific(std::string_view word);    // "Dr."
bool is_somebody(std::string_view word);     // "someone", "guy": a person without a name
bool is_verb(std::string_view word);         // what is done is no title: "reports to Jonas"
bool is_never_name(std::string_view word);   // "nobody", "certainly"
bool is_degree(std::string_view word);       // "a bit grumpy" is no title
bool starts_upper(std::string_view word);
bool is_shout(std::string_view word);      // "COO", "I.T."
bool is_possessive(std::string_view word); // "Ingrid's", "her"

} // namespace vera::people
