#pragma once
// After a time without a link: reads the DMs in which a question waits, and hands on what people wrote meanwhile
// as if it had just come. Message keys make it harmless to read a message that did arrive.
#include "bot/slack/chats.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace vera::slack {

inline constexpr Duration oldest_missed = std::chrono::days{6}; // the keys of messages are kept for seven
inline constexpr int max_missed = 100;                          // of one chat: the newest
inline constexpr int max_catch_up_tries = 10;

class CatchUp {
public:
    using Take = std::function<boost::asio::awaitable<Ack>(Inbound)>;
    CatchUp(Workspace&, Chats&, const Doors&, Take);
    boost::asio::awaitable<void> run(Time since); // one at a time: called again meanwhile, it starts over at the end
    void stop();

private:
    boost::asio::awaitable<bool> read_talks(Time since);
    boost::asio::awaitable<bool> read_talk(WaitingTalk, Time since);
    boost::asio::awaitable<Chats::Found> history(std::string user, Time oldest);
    boost::asio::awaitable<bool> hand_on(Inbound);
    boost::asio::awaitable<bool> rest(Duration);
    Workspace& workspace_;
    Chats& chats_;
    const Doors& doors_;
    Take take_;
    std::unique_ptr<Waiter> waiter_;
    bool running_ = false;
    std::optional<Time> again_;
};

} // namespace vera::slack
