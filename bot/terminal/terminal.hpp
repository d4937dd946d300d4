#pragma once
// The terminal as a platform: draws what the sender posts and tells whether a typed line is a button: one of
// the newest message, or one that stands for itself, such as a reminder's. An older question's are not, for
// the line may well answer a newer one; the turn knows which is open. One user, one conversation.
#include "bot/platform.hpp"
#include "bot/terminal/draw.hpp"
#include "core/event.hpp"

#include <deque>
#include <functional>
#include <string>
#include <variant>

namespace vera {

inline constexpr std::size_t remembered_messages = 20; // whose buttons can be typed

class Terminal : public Platform {
public:
    using Print = std::function<void(const std::string&)>;
    Terminal(ConversationId, Print);
    Window window; // may change its size

    boost::asio::awaitable<Attempt> post(Outbound) override;
    boost::asio::awaitable<Lookup> find(Outbound) override;
    Duration settle_time() const override { return Duration{0}; } // nothing is ever on its way
    bool reaches(const ConversationId& conversation) const override { return conversation == conversation_; }

    void say(const std::string& text); // a line that is no message
    std::variant<Said, Chose> read(const std::string& line) const;

private:
    const Button* button_by_number(const std::string& line) const;
    const Button* button_by_label(const std::string& line) const;
    ConversationId conversation_;
    Print print_;
    std::deque<Message> shown_; // newest first: the last, and older ones with buttons that stand for themselves
};

} // namespace vera
