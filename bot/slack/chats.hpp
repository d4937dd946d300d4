#pragma once
// Which DM channel belongs to which user: learned from what they send, else asked of Slack once.
#include "bot/slack/workspace.hpp"

#include <map>
#include <string>

namespace vera::slack {

inline constexpr std::size_t max_known_chats = 20'000;

class Chats {
public:
    explicit Chats(Workspace& workspace) : workspace_(workspace) {}
    struct Found {
        std::string channel; // empty: see `end`
        ApiEnd end;
    };
    boost::asio::awaitable<Found> channel_of(std::string user);
    void learn(const std::string& user, const std::string& channel);
    void forget(const std::string& user) { channels_.erase(user); }

private:
    Workspace& workspace_;
    std::map<std::string, std::string> channels_; // by user
};

} // namespace vera::slack
