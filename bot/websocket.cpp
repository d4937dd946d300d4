#include "bot/websocket.hpp"

#include "bot/deadline.hpp"
#include "bot/dial.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>

namespace vera {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

// What Beast asks of a stream of our own.
void beast_close_socket(Wire& wire) { wire.close(); }

template <class Handler> void async_teardown(boost::beast::role_type, Wire& wire, Handler&& handler) {
    wire.close();
    asio::post(wire.get_executor(), [handler = std::forward<Handler>(handler)]() mutable { handler(error_code{}); });
}

namespace {

constexpr std::size_t max_waiting_controls = 16; // pings nobody reads are forgotten
constexpr std::size_t write_buffer = 32 * 1024;  // bytes

// A connection as its operations see it, which may outlive the Socket.
class Link : public std::enable_shared_from_this<Link> {
public:
    Link(std::shared_ptr<Wire>, boost::beast::role_type, Duration silence);
    asio::awaitable<std::string> greet(Address); // the client's handshake: why it failed, or ""
    asio::awaitable<bool> answer(HttpRequest);   // the server's

    asio::awaitable<Frame> read();
    asio::awaitable<bool> write(std::string);
    void ping();
    void close(Duration deadline);
    void drop();

private:
    struct Writing {
        std::shared_ptr<std::string> text; // shared with Beast's operation, which may outlast our interest
        Resume<bool> done;
    };
    void end(std::string reason);
    void say_goodbye();
    void settle();
    void read_next();
    void has_read(const error_code&);
    void heard(websocket::frame_type);
    void write_next();
    void finish_writing(bool well);

    std::shared_ptr<Wire> wire_;
    websocket::stream<Wire&, false> stream_; // no permessage-deflate
    Alarm too_late_;                         // for the goodbye
    boost::beast::flat_buffer in_{max_frame + 1};
    std::deque<Frame> arrived_;
    std::deque<Writing> writing_; // the first is under way
    Resume<Frame> reader_;
    bool reading_ = false, pinging_ = false, closing_ = false, ended_ = false;
    std::string reason_;
};

class LinkSocket : public Socket {
public:
    explicit LinkSocket(std::shared_ptr<Link> link) : link_(std::move(link)) {}
    ~LinkSocket() override { link_->drop(); }
    asio::awaitable<Frame> read() override { return link_->read(); }
    asio::awaitable<bool> write(std::string text) override { return link_->write(std::move(text)); }
    void ping() override { link_->ping(); }
    void close(Duration deadline) override { link_->close(deadline); }
    void drop() override { link_->drop(); }

private:
    std::shared_ptr<Link> link_;
};

struct Outset {
    asio::any_io_executor executor;
    Ways ways;
    Duration silence;
};
asio::awaitable<Connected> connect_in_time(Outset, std::string url, Duration timeout);
asio::awaitable<Connected> open(Outset, Address, std::shared_ptr<Wire>);

class RealSockets : public Sockets {
public:
    explicit RealSockets(Outset outset) : outset_(std::move(outset)) {}
    asio::awaitable<Connected> connect(std::string url, Duration timeout) override {
        return connect_in_time(outset_, std::move(url), timeout);
    }

private:
    Outset outset_;
};

} // namespace

std::unique_ptr<Sockets> make_sockets(asio::any_io_executor executor, const Outside& outside, Duration silence) {
    return std::make_unique<RealSockets>(Outset{std::move(executor), ways_outside(outside), silence});
}

asio::awaitable<std::unique_ptr<Socket>> accept_socket(std::shared_ptr<Wire> wire, HttpRequest request) {
    auto link = std::make_shared<Link>(wire, boost::beast::role_type::server, max_silence);
    auto well = co_await link->answer(std::move(request));
    if (!well) wire->close();
    if (!well) co_return nullptr;
    co_return std::make_unique<LinkSocket>(link);
}

namespace {

asio::awaitable<Connected> connect_in_time(Outset outset, std::string url, Duration timeout) {
    const auto address = read_address(url, "ws");
    if (!address) co_return Connected{nullptr, "not a wss address, nor ws to this machine"};
    auto wire = std::make_shared<Wire>(outset.executor);
    std::string failure;
    try {
        auto work = open(outset, *address, wire);
        std::function<Connected()> late = [wire, host = address->host] {
            wire->close();
            return Connected{nullptr, host + ": no connection in time"};
        };
        auto connected = co_await within(outset.executor, timeout, std::move(work), std::move(late));
        co_return connected;
    } catch (const std::exception& error) {
        failure = address->host + ": " + error.what();
    }
    co_return Connected{nullptr, failure};
}

asio::awaitable<Connected> open(Outset outset, Address to, std::shared_ptr<Wire> wire) {
    auto failure = co_await dial(outset.ways, to, wire);
    auto link = std::make_shared<Link>(wire, boost::beast::role_type::client, outset.silence);
    if (failure.empty()) failure = co_await link->greet(to);
    if (!failure.empty()) wire->close();
    if (!failure.empty()) co_return Connected{nullptr, failure};
    co_return Connected{std::make_unique<LinkSocket>(link), ""};
}

Link::Link(std::shared_ptr<Wire> wire, boost::beast::role_type role, Duration silence)
    : wire_(std::move(wire)), stream_(*wire_), too_late_(wire_->get_executor(), [this] { end("no goodbye in time"); }) {
    stream_.auto_fragment(false);
    stream_.write_buffer_bytes(write_buffer);
    stream_.text(true);
    stream_.read_message_max(max_frame);
    stream_.control_callback([this](websocket::frame_type kind, boost::beast::string_view) { heard(kind); });
    auto timeout = websocket::stream_base::timeout::suggested(role);
    timeout.idle_timeout = silence;
    timeout.keep_alive_pings = false;
    stream_.set_option(timeout);
}

asio::awaitable<std::string> Link::greet(Address to) {
    auto self = shared_from_this();
    stream_.set_option(websocket::stream_base::decorator(
        [](websocket::request_type& request) { request.set(boost::beast::http::field::user_agent, "Vera"); }));
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    websocket::response_type response;
    auto host = host_for_header(to);
    co_await stream_.async_handshake(response, host, to.target, token);
    if (error == websocket::error::upgrade_declined)
        co_return to.host + ": answered " + std::to_string(response.result_int()) + " instead of a WebSocket";
    if (error) co_return to.host + ": " + error.message();
    co_return "";
}

asio::awaitable<bool> Link::answer(HttpRequest asked) {
    auto self = shared_from_this();
    boost::beast::http::request<boost::beast::http::empty_body> request;
    request.method_string(asked.method);
    request.target(asked.target);
    for (const auto& [name, value] : asked.headers) request.insert(name, value);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await stream_.async_accept(request, token);
    co_return !error;
}

asio::awaitable<Frame> Link::read() {
    return suspend<Frame>([self = shared_from_this()](Resume<Frame> resume) {
        self->reader_ = std::move(resume);
        self->settle();
    });
}

asio::awaitable<bool> Link::write(std::string text) {
    return suspend<bool>([self = shared_from_this(), text = std::move(text)](Resume<bool> resume) mutable {
        if (self->ended_ || self->closing_) return resume(nullptr, false);
        self->writing_.push_back({std::make_shared<std::string>(std::move(text)), std::move(resume)});
        if (self->writing_.size() == 1) self->write_next();
    });
}

void Link::ping() {
    if (ended_ || closing_ || pinging_) return;
    pinging_ = true;
    stream_.async_ping({}, [self = shared_from_this()](const error_code&) { self->pinging_ = false; });
}

void Link::close(Duration deadline) {
    if (ended_ || closing_) return;
    closing_ = true;
    too_late_.set(deadline);
    if (writing_.empty()) say_goodbye();
}

void Link::drop() {
    arrived_.clear();
    end("dropped");
}

void Link::say_goodbye() {
    stream_.async_close(websocket::close_code::normal, [self = shared_from_this()](const error_code& error) {
        self->end(error ? "closed: " + error.message() : "closed");
    });
}

void Link::end(std::string reason) {
    if (ended_) return;
    ended_ = true;
    reason_ = std::move(reason);
    too_late_.off();
    wire_->close();
    while (!writing_.empty()) finish_writing(false);
    settle();
}

void Link::settle() {
    if (!reader_) return;
    Frame frame;
    if (!arrived_.empty()) {
        frame = std::move(arrived_.front());
        arrived_.pop_front();
    } else if (ended_) {
        frame.text = reason_;
    } else {
        return read_next();
    }
    std::exchange(reader_, nullptr)(nullptr, std::move(frame));
}

void Link::read_next() {
    if (reading_) return;
    reading_ = true;
    stream_.async_read(in_, [self = shared_from_this()](const error_code& error, std::size_t) {
        self->reading_ = false;
        self->has_read(error);
    });
}

void Link::has_read(const error_code& error) {
    if (error && closing_) return; // the goodbye, or its deadline, says how it ends
    if (error == websocket::error::closed)
        return end("the other side closed, code " + std::to_string(stream_.reason().code));
    if (error) return end(error.message());
    if (stream_.got_binary()) return end("a binary frame");
    arrived_.push_back({Frame::Kind::text, boost::beast::buffers_to_string(in_.data())});
    in_.clear();
    settle();
}

void Link::heard(websocket::frame_type kind) {
    if (kind == websocket::frame_type::close || arrived_.size() >= max_waiting_controls) return;
    arrived_.push_back({kind == websocket::frame_type::ping ? Frame::Kind::ping : Frame::Kind::pong, ""});
    settle();
}

void Link::write_next() {
    auto text = writing_.front().text;
    stream_.async_write(asio::buffer(*text), [self = shared_from_this(), text](const error_code& error, std::size_t) {
        if (self->ended_) return;
        self->finish_writing(!error);
        if (error) return self->end(error.message());
        if (!self->writing_.empty()) return self->write_next();
        if (self->closing_) self->say_goodbye();
    });
}

void Link::finish_writing(bool well) {
    auto done = std::move(writing_.front().done);
    writing_.pop_front();
    done(nullptr, well);
}

} // namespace

} // namespace vera
