#include "bot/terminal/terminal.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <charconv>

namespace vera {

Terminal::Terminal(ConversationId conversation, Print print)
    : conversation_(std::move(conversation)), print_(std::move(print)) {}

boost::asio::awaitable<Attempt> Terminal::post(Outbound out) {
    auto id = out.message.id;
    if (out.message.edits.empty()) {
        print_(draw(out.message, look));
        asking_.push_front(std::move(out.message));
        if (asking_.size() > remembered_messages) asking_.pop_back();
    } else { // what stands on the screen stays, but its buttons are the new ones
        id = out.message.edits;
        for (auto& shown : asking_)
            if (shown.id == id) shown.buttons = out.message.buttons;
    }
    std::erase_if(asking_, [](const Message& shown) { return shown.buttons.empty() && !shown.takes_number; });
    co_return Attempt{Attempt::End::sent, id.text(), Duration{0}, ""};
}

boost::asio::awaitable<Lookup> Terminal::find(Outbound) { co_return Lookup{}; }

void Terminal::say(const std::string& text) { print_(draw(text, look)); }

std::variant<Said, Chose> Terminal::read(const std::string& line) const {
    auto text = clean(line);
    auto* button = button_by_number(text);
    if (!button) button = button_by_label(text);
    if (button) return Chose{button->choice, button->label};
    return Said{text};
}

// A bare number is a button of the newest question, unless that one wants a number; "#2" always is.
const Button* Terminal::button_by_number(const std::string& line) const {
    auto marked = line.starts_with('#');
    if (!marked && (asking_.empty() || asking_.front().takes_number)) return nullptr;
    std::size_t number = 0;
    auto* end = line.data() + line.size();
    auto read = std::from_chars(line.data() + (marked ? 1 : 0), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return nullptr;
    for (auto& message : asking_) {
        if (message.buttons.empty()) continue;
        return number >= 1 && number <= message.buttons.size() ? &message.buttons[number - 1] : nullptr;
    }
    return nullptr;
}

const Button* Terminal::button_by_label(const std::string& line) const {
    auto folded = fold(line);
    if (folded.empty()) return nullptr;
    for (auto& message : asking_)
        for (auto& button : message.buttons)
            if (fold(button.label) == folded) return &button;
    return nullptr;
}

} // namespace vera
