#include "bot/terminal/terminal.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <charconv>

namespace vera {

namespace {

bool stands_for_itself(const Button&);
const Button* find_label(const Message&, const std::string& folded, bool any);

} // namespace

Terminal::Terminal(ConversationId conversation, Print print)
    : conversation_(std::move(conversation)), print_(std::move(print)) {}

boost::asio::awaitable<Attempt> Terminal::post(Outbound out) {
    auto id = out.message.id;
    if (out.message.edits.empty()) {
        print_(draw(out.message, window));
        std::erase_if(shown_, [](auto& shown) { return std::ranges::none_of(shown.buttons, stands_for_itself); });
        shown_.push_front(std::move(out.message));
        if (shown_.size() > remembered_messages) shown_.pop_back();
    } else { // what stands on the screen stays, but what can be typed is new
        id = out.message.edits;
        for (auto& shown : shown_)
            if (shown.id == id) {
                shown.buttons = out.message.buttons;
                shown.takes_number = out.message.takes_number;
            }
    }
    co_return Attempt{Attempt::End::sent, id.text(), Duration{0}, ""};
}

boost::asio::awaitable<Lookup> Terminal::find(Outbound) { co_return Lookup{}; }

void Terminal::say(const std::string& text) { print_(draw(text, window)); }

std::variant<Said, Chose> Terminal::read(const std::string& line) const {
    auto text = clean(line);
    auto* button = button_by_number(text);
    if (!button) button = button_by_label(text);
    if (button) return Chose{button->choice, button->label};
    return Said{text};
}

// A bare number is a button of the newest message, unless that one wants a number; "#2" always is.
const Button* Terminal::button_by_number(const std::string& line) const {
    auto marked = line.starts_with('#');
    if (shown_.empty() || (!marked && shown_.front().takes_number)) return nullptr;
    std::size_t number = 0;
    auto* end = line.data() + line.size();
    auto read = std::from_chars(line.data() + (marked ? 1 : 0), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return nullptr;
    auto& buttons = shown_.front().buttons;
    return number >= 1 && number <= buttons.size() ? &buttons[number - 1] : nullptr;
}

const Button* Terminal::button_by_label(const std::string& line) const {
    auto folded = fold(line);
    if (folded.empty()) return nullptr;
    for (auto& message : shown_)
        if (auto* button = find_label(message, folded, &message == &shown_.front())) return button;
    return nullptr;
}

namespace {

bool stands_for_itself(const Button& button) { return button.choice.question.empty(); }

const Button* find_label(const Message& message, const std::string& folded, bool any) {
    for (auto& button : message.buttons)
        if ((any || stands_for_itself(button)) && fold(button.label) == folded) return &button;
    return nullptr;
}

} // namespace

} // namespace vera
