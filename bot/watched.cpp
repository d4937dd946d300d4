#include "bot/watched.hpp"

#include <algorithm>
#include <charconv>

namespace vera {

namespace {

std::string method_of(const std::string& url);

class WatchedSocket : public Socket {
public:
    WatchedSocket(std::unique_ptr<Socket> inner, Metrics& metrics, Clock& clock,
                  std::shared_ptr<std::optional<Time>> last_frame)
        : inner_(std::move(inner)), metrics_(metrics), clock_(clock), last_frame_(std::move(last_frame)) {}
    boost::asio::awaitable<Frame> read() override {
        auto frame = co_await inner_->read();
        if (frame.kind != Frame::Kind::closed) *last_frame_ = clock_.now();
        auto seen = frame.kind == Frame::Kind::text ? connections_in(frame.text) : std::nullopt;
        if (seen) metrics_.connections_seen(*seen);
        co_return frame;
    }
    boost::asio::awaitable<bool> write(std::string text) override { return inner_->write(std::move(text)); }
    void ping() override { inner_->ping(); }
    void close(Duration deadline) override { inner_->close(deadline); }
    void drop() override { inner_->drop(); }

private:
    std::unique_ptr<Socket> inner_;
    Metrics& metrics_;
    Clock& clock_;
    std::shared_ptr<std::optional<Time>> last_frame_;
};

} // namespace

boost::asio::awaitable<HttpEnd> WatchedHttp::send(HttpRequest request) {
    auto method = method_of(request.target);
    auto end = co_await inner_.send(std::move(request));
    if (end.end == HttpEnd::End::answered && end.answer.status == 429) metrics_.limited(method);
    co_return end;
}

boost::asio::awaitable<Connected> WatchedSockets::connect(std::string url, Duration timeout) {
    auto connected = co_await inner_.connect(std::move(url), timeout);
    if (connected.socket)
        connected.socket = std::make_unique<WatchedSocket>(std::move(connected.socket), metrics_, clock_, last_frame_);
    co_return connected;
}

boost::asio::awaitable<Attempt> WatchedPlatform::post(Outbound outbound) {
    auto attempt = co_await inner_.post(std::move(outbound));
    metrics_.posted(attempt.end);
    co_return attempt;
}

std::optional<int> connections_in(std::string_view frame) {
    constexpr std::string_view name = "\"num_connections\":";
    if (frame.find("\"hello\"") == frame.npos) return std::nullopt;
    auto at = frame.find(name);
    if (at == frame.npos) return std::nullopt;
    frame.remove_prefix(at + name.size());
    frame.remove_prefix(std::min(frame.find_first_not_of(' '), frame.size()));
    int count = 0;
    auto read = std::from_chars(frame.data(), frame.data() + frame.size(), count);
    if (read.ec != std::errc{}) return std::nullopt;
    return count;
}

namespace {

std::string method_of(const std::string& url) {
    auto path = url.substr(0, url.find('?'));
    return path.substr(path.rfind('/') + 1);
}

} // namespace

} // namespace vera
