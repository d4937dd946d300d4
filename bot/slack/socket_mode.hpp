#pragma once
// Socket Mode: runs the link policy (links.hpp) over the ports, reads envelopes, hands them on and writes the
// acks, each on the link it came from, or once on the newest when that one is gone.
#include "bot/ports.hpp"
#include "bot/slack/links.hpp"
#include "bot/slack/slack.hpp"
#include "bot/sockets.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <string>

namespace vera::slack {

class SocketMode {
public:
    using Take = std::function<boost::asio::awaitable<Ack>(Door, std::string payload_json)>;
    using Gap = std::function<void(Time since)>; // a link is ready again after a time without any
    struct Parts {
        WebApi& api;
        Sockets& sockets;
        Clock& clock;
        std::string app_token;
        Take take;
        Gap gap;
        std::function<void(const std::string&)> report;
        LinkLimits limits = {};
        std::uint64_t seed = 0;
    };
    SocketMode(boost::asio::any_io_executor, Parts);
    ~SocketMode();
    boost::asio::awaitable<void> run(); // ends after stop(), or by an exception with a sentence when nothing can help
    void stop();
    bool ready() const;
    int links() const;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_; // shared with the coroutines of its links
};

inline constexpr std::size_t max_ack = 20 * 1024; // bytes; Slack drops a bigger one without a word
inline constexpr Duration ack_within = std::chrono::milliseconds{2'500};

} // namespace vera::slack
