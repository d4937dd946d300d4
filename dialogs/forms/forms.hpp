#pragma once
// Forms: several answers sent at once. Which form exists, showing it, the button that opens it, and what
// was sent with it: all of it is stored in one turn, or nothing, and then every error stands at its field.
#include "dialogs/desk.hpp"

namespace vera {

inline constexpr std::string_view form_value = "form."; // a Choice's value, before the kind of the form

bool has_forms(const Desk&);                  // this chat can show them, at the latest by a button
FormKey form_key(const Choice&);              // of a button that opens one
Choice form_choice(const FormKey&);           // and the other way round
void add_form_button(Desk&, const FormKey&);  // "Fill in a form"
void offer_form(Desk&, const FormKey&);       // now when the event can, else by a button where there are forms
void press_form(Desk&, const FormKey&);       // its button was pressed; without forms it is said how to type it
void forward(Desk&, const Forwarded&);        // somebody's message, to be kept as a note
void submit_form(Desk&, const Submitted&);    // stores all of it, or answers with the errors
void say_not_opened(Desk&, const NotOpened&); // the button again

} // namespace vera
