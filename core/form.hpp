#pragma once
// A form: several fields sent at once, drawn as a modal or a dialog where the platform has one. What is sent
// comes back as the event Submitted with the same key and field ids; what is wrong with it goes back as
// FieldErrors, and the form stays open with everything that was typed.
#include "core/id.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vera {

// Which form, and about whom. Travels inside the form and comes back with it: ids only, never content.
struct FormKey {
    std::string kind; // "deal", "person", "settings", "note", "private"
    DealId deal;
    PersonId person;
    QuestionId question; // of "private": the question that the form answers
    bool operator==(const FormKey&) const = default;
};

struct FormOption {
    std::string value, label; // a label of at most 75 characters, a value of at most 75
    bool operator==(const FormOption&) const = default;
};

struct FormField {
    enum class Kind { line, lines, day, one_of, any_of };
    std::string id;    // unique in the form, stable over versions
    std::string label; // at most 75 characters
    std::string hint;  // may be empty
    Kind kind = Kind::line;
    std::string value;               // what stands in it; a day is "2027-03-31"; any_of: the values, one a line
    std::vector<FormOption> options; // of one_of (at most 100) and any_of (at most 10)
    bool optional = false;
    int most = 1'000; // characters
    bool operator==(const FormField&) const = default;
};

struct Form {
    FormKey key;
    std::string title;  // at most 24 characters
    std::string submit; // the label of its button, at most 24 characters
    std::string intro;  // may be empty
    std::vector<FormField> fields;
    bool operator==(const Form&) const = default;
};
inline constexpr std::size_t max_form_fields = 25;

using FormValues = std::map<std::string, std::string>; // by field id; shapes as in FormField::value

struct FieldError {
    std::string field, text; // what to do, in one sentence
    bool operator==(const FieldError&) const = default;
};

} // namespace vera
