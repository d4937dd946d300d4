#pragma once
// The ports to Slack, with somebody counting: 429 by method, frames by their time, posts by their end. They change
// nothing of what passes.
#include "bot/http.hpp"
#include "bot/metrics.hpp"
#include "bot/ports.hpp"
#include "bot/sockets.hpp"

#include <memory>
#include <optional>

namespace vera {

class WatchedHttp : public Http {
public:
    WatchedHttp(Http& inner, Metrics& metrics) : inner_(inner), metrics_(metrics) {}
    boost::asio::awaitable<HttpEnd> send(HttpRequest) override;

private:
    Http& inner_;
    Metrics& metrics_;
};

class WatchedSockets : public Sockets {
public:
    WatchedSockets(Sockets& inner, Metrics& metrics, Clock& clock)
        : inner_(inner), metrics_(metrics), clock_(clock), last_frame_(std::make_shared<std::optional<Time>>()) {}
    boost::asio::awaitable<Connected> connect(std::string url, Duration timeout) override;
    std::optional<Time> last_frame() const { return *last_frame_; }

private:
    Sockets& inner_;
    Metrics& metrics_;
    Clock& clock_;
    std::shared_ptr<std::optional<Time>> last_frame_; // shared with its sockets, which may outlive it
};

class WatchedPlatform : public Platform {
public:
    WatchedPlatform(Platform& inner, Metrics& metrics) : inner_(inner), metrics_(metrics) {}
    boost::asio::awaitable<Attempt> post(Outbound) override;
    boost::asio::awaitable<Lookup> find(Outbound outbound) override { return inner_.find(std::move(outbound)); }
    Duration settle_time() const override { return inner_.settle_time(); }
    bool reaches(const ConversationId& conversation) const override { return inner_.reaches(conversation); }

private:
    Platform& inner_;
    Metrics& metrics_;
};

// What a hello frame says of our app's links; nullopt: it is none.
std::optional<int> connections_in(std::string_view frame);

} // namespace vera
