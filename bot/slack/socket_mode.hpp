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
#include <stdexcept>
#include <string>

namespace vera::slack {

// Slack's word that nothing can help, as a sentence.
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class SocketMode {
public:
    using Open = std::function<boost::asio::awaitable<ApiEnd>()>; // calls apps.connections.open
    using Take = std::function<boost::asio::awaitable<Ack>(Door, std::string payload_json)>;
    using Gap = std::function<void(Time since)>; // a link is ready again after a time without any
    struct Parts {
        Open open;
        Sockets& sockets;
        Clock& clock;
        Take take; // an exception that is no Bug ends run()
        Gap gap;
        std::function<void(const std::string&)> report;
        LinkLimits limits = {};
        std::uint64_t seed = 0;
    };
    SocketMode(boost::asio::any_io_executor, Parts); // outlives run(); the ports outlive the executor's last handler
    // Ends after stop(), or by Refused when nothing can help. Its links close; what still
    // waits for a URL or a connection ends by its own time-out and changes nothing.
    boost::asio::awaitable<void> run();
    void stop(); // answers what came, for ack_within at most, takes nothing new, then closes
    bool ready() const;
    int links() const;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_; // shared with the coroutines of its links
};

inline constexpr std::size_t max_ack = 20 * 1024; // bytes; Slack drops a frame of that size without a word
inline constexpr Duration ack_within = std::chrono::milliseconds{2'500}; // later ones Slack does not wait for
inline constexpr int max_envelopes = 256; // under way; those above come again, unacknowledged

} // namespace vera::slack
