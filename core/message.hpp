#pragma once
// What Vera says, free of any platform. A message is lines and buttons; a platform draws them. All text
// here is data: a renderer escapes every character of it, so nothing a person typed can become markup.
#include "core/id.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vera {

enum class LineStyle { plain, heading, item, quote, context };

struct Line {
    std::string text;
    LineStyle style = LineStyle::plain;
    bool operator==(const Line&) const = default;
};

// What a button means. `question` is the asking it belongs to (empty for a button that stands for
// itself, such as a reminder's "Done"); a click on an answered question is told apart by it.
struct Choice {
    QuestionId question;
    std::string value;
    DealId deal;
    PersonId person;
    ActionId action;
    bool operator==(const Choice&) const = default;
};

struct Button {
    std::string label; // typed, it does the same; at most 75 characters (Slack's limit, the tightest)
    Choice choice;
    bool operator==(const Button&) const = default;
};

// What to do when nobody can tell whether a message arrived (design 5).
enum class Unsure { repeat, drop };

// Where a message stands: in the talk, or alone on the home page, where the newest takes the place of the last.
enum class Surface { chat, home };
ConversationId home_of(const ConversationId& chat); // the home page beside a chat: an order of its own

struct Message {
    MessageId id;
    MessageId edits; // empty: a new message; else the message of ours that this one rewrites
    UserId to;
    ConversationId conversation;
    ThreadId thread;
    Surface surface = Surface::chat;
    DealId about; // permission to see this deal is asked again before it is sent
    std::vector<Line> lines;
    std::vector<Button> buttons;
    bool takes_number = false; // a bare number answers the question; a button is then "#2"
    std::string notice;        // what a lock screen may show: never a name with a motive
    Unsure unsure = Unsure::repeat;
    std::optional<Time> useful_until; // later it expires unsent
    bool operator==(const Message&) const = default;
};

inline constexpr std::size_t max_buttons = 6;
inline constexpr std::size_t max_message_characters = 2'900;

} // namespace vera
