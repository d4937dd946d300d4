#pragma once
// The forms, one room each: how it is filled, and what is done with what was sent.
#include "dialogs/forms/reading.hpp"

#include <optional>

namespace vera {

struct FormRoom {
    // The form as it opens; without one it was said why, or the turn asked to see more.
    std::optional<Form> (*filled)(Desk&, const FormKey&);
    // Stores and says what changed; what is wrong goes to the reading, and then nothing of it counts.
    void (*read)(Desk&, const Submitted&, FormReading&);
};

FormRoom deal_form();     // a new deal
FormRoom person_form();   // everything about one person
FormRoom settings_form(); // zone, depth, words
FormRoom note_form();     // what a buyer wrote
FormRoom private_form();  // the answer to a question that is no message in strict mode

Form note_form_about(Desk&, const FormKey&, const std::string& text); // with the words to keep

inline constexpr std::size_t longest_label = 75;        // characters, as core/form.hpp says
inline constexpr std::size_t longest_form_text = 3'000; // characters that a field of any platform takes

FormField line_field(const Desk&, const std::string& form, const std::string& id, std::string value);
FormField lines_field(const Desk&, const std::string& form, const std::string& id, std::string value);
FormField choice_field(const Desk&, const std::string& form, const std::string& id, std::string value);
void add_option(FormField&, const std::string& value, const std::string& label);
Form empty_form(const Desk&, const FormKey&); // its title, the label of its button, its intro

} // namespace vera
