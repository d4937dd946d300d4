#pragma once
// What a turn answers at once: errors of a form, a form to open, a passing remark. Forms are opened beside the
// ack, for a trigger lives three seconds; one that does not open becomes the event NotOpened, whose turn offers
// a button.
#include "bot/slack/sentences.hpp"

namespace vera::slack {

class Replies {
public:
    Replies(Workspace&, Sentences&, const Doors&);
    // The same for a repeated delivery, but for what would then be seen twice.
    boost::asio::awaitable<Ack> answer(Inbound, Event, Outcome);

private:
    boost::asio::awaitable<void> open_form(Event, Form, std::string trigger);
    Workspace& workspace_;
    Sentences& sentences_;
    const Doors& doors_;
};
inline constexpr std::size_t max_form_in_ack = 18 * 1024; // bytes; a bigger ack Slack drops without a word

} // namespace vera::slack
