#pragma once
// Lines that are said without the outbox, where somebody stands right now: fixed sentences and passing remarks.
// Best effort: what must be seen is a message.
#include "bot/slack/chats.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <map>
#include <string>
#include <utility>

namespace vera::slack {

// By which way something came: it decides how it can be answered.
enum class Way { event, command, click, submission, shortcut };
Way way_of(const Inbound&);

// Runs it on its own; an exception leaves the loop of the network and so ends the process.
void beside(const boost::asio::any_io_executor&, boost::asio::awaitable<void>);

enum class Stays { yes, no }; // no: only this user sees it, until the window is reloaded

class Sentences {
public:
    Sentences(Workspace& workspace, Chats& chats) : workspace_(workspace), chats_(chats) {}
    // A command gets it as its ack; anything else a line of its own, posted beside the ack.
    boost::asio::awaitable<Ack> show(Inbound, std::string sentence, Stays);
    // The same, at most once in that time to one user; a command always gets it.
    boost::asio::awaitable<Ack> show_seldom(Inbound, std::string sentence, Duration every);

private:
    boost::asio::awaitable<void> post(Inbound, std::string sentence, Stays);
    bool is_time(const std::string& user, const std::string& sentence, Duration every);
    Workspace& workspace_;
    Chats& chats_;
    std::map<std::pair<std::string, std::string>, Time> not_before_; // by user and sentence
};
inline constexpr std::size_t max_remembered_sentences = 20'000;

} // namespace vera::slack
