#pragma once
// Messages, forms and the home page as Block Kit JSON, every limit of Slack's kept by construction. Pure.
// Limits: docs.slack.dev/reference/block-kit. Text of people is escaped by type: only Escaped goes into a block.
#include "core/form.hpp"
#include "core/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera::slack {

// Text that Slack shows as it is: &, < and > escaped once, control and bidi characters gone.
class Escaped {
public:
    explicit Escaped(std::string_view anything);
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

// `text` (what a lock screen and a screen reader get) and `blocks`, as two JSON values.
struct Drawn {
    std::string text;   // plain, escaped; at most 4,000 characters
    std::string blocks; // a JSON array, at most 50 blocks
};
Drawn draw(const Message&);

std::string draw_home(const Message&); // a view of type home, JSON
std::string draw_form(const Form&);    // a view of type modal, JSON; its private_metadata is the FormKey

// {"response_action":"errors",…}; an error that names no field of the form goes to its first field.
std::string draw_errors(const std::vector<FieldError>&);

// What a button carries, and back; nullopt: not one of ours.
std::string value_of(const Choice&);
std::optional<Choice> choice_of(std::string_view value);
std::string metadata_of(const FormKey&);
std::optional<FormKey> form_of(std::string_view metadata);
inline constexpr auto form_field_action = "value"; // action_id of every field; its block_id is the field's id

} // namespace vera::slack
