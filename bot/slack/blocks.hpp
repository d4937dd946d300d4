#pragma once
// Messages, forms and the home page as Block Kit JSON, every limit of Slack's kept by construction. Pure.
// Limits: docs.slack.dev/reference/block-kit. Nothing that a person wrote can become markup: a message's lines are
// rich_text, which Slack never parses; every other text is plain_text. mrkdwn is not used at all.
#include "bot/slack/escape.hpp"
#include "core/form.hpp"
#include "core/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera::slack {

// `text` is what a phone's lock screen shows, so it is the message's notice and nothing else: no line of a message
// is known to hold no motive. Without a notice it is Vera's name, since Slack would make a text out of the blocks if
// it got none. Slack's screen readers read `text` alone, too; for who needs that, the notice must hold the words.
// (Slack's desktop takes notifications from the blocks since July 2026, whatever `text` says.)
// The first block is always rich_text: chat.update refuses to put other blocks in its place (block_mismatch).
struct Drawn {
    std::string text;   // escaped, one line; at most 4,000 characters, never empty
    std::string blocks; // a JSON array, 1 to 50 blocks
};
Drawn draw(const Message&);

std::string draw_home(const Message&); // a view of type home, JSON
std::string draw_form(const Form&);    // a view of type modal, JSON; its private_metadata is the FormKey

// {"response_action":"errors",…}. `fields` are the ids of the form's fields: an error that names none of them goes
// to the first, since Slack refuses errors for what is no input. Without `fields` every name is believed. Empty:
// there is nothing to show.
std::string draw_errors(const std::vector<FieldError>&, const std::vector<std::string>& fields = {});

// What a button carries, and back; nullopt: not one of ours.
std::string value_of(const Choice&);
std::optional<Choice> choice_of(std::string_view value);
std::string metadata_of(const FormKey&);
std::optional<FormKey> form_of(std::string_view metadata);
inline constexpr auto form_field_action = "value"; // action_id of every field; its block_id is the field's id

} // namespace vera::slack
