#include "tests/fake_slack/link_server.hpp"

#include "tests/fake_slack/frames.hpp"
#include "tests/fake_slack/links.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>
#include <cctype>

namespace vera::fake_slack {

namespace {

using boost::asio::awaitable;
using Tcp = boost::asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::size_t longest_head = 16 * 1024;

std::string target_of(const std::string& head);
std::string header_in(const std::string& head, const std::string& name);

} // namespace

struct LinkServer::Connection : std::enable_shared_from_this<Connection> {
    explicit Connection(Tcp::socket socket) : wire(std::make_shared<vera::Wire>(std::move(socket))) {}
    std::shared_ptr<vera::Wire> wire; // kept alive by what is under way on it, as it asks
    std::string in, out;
    int link = 0;
    bool writing = false, ending = false; // ending: closed once everything is written

    awaitable<bool> read_more();
    void send(const Sent&);
    void write(std::string bytes);
    static awaitable<void> flush(std::shared_ptr<Connection>);
    void handle(FakeSlack&, const WireFrame&);
    std::string pieces; // of a message that comes in fragments
};

LinkServer::LinkServer(boost::asio::any_io_executor executor, FakeSlack& slack, const std::optional<TlsFiles>& tls)
    : executor_(executor), slack_(slack),
      acceptor_(executor, Tcp::endpoint(boost::asio::ip::address_v4::loopback(), 0)) {
    if (tls) tls_ = server_tls(tls->certificate, tls->key);
    boost::asio::co_spawn(executor_, accept(), [](std::exception_ptr) {}); // ends when it is stopped
}

void LinkServer::stop() {
    Error ignored;
    acceptor_.close(ignored);
    for (auto& connection : connections_) connection->wire->close();
}

awaitable<void> LinkServer::accept() {
    for (bool open = true; open;) {
        Error error;
        auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
        auto socket = co_await acceptor_.async_accept(token);
        open = !error;
        if (!open) continue;
        auto connection = std::make_shared<Connection>(std::move(socket));
        connections_.insert(connection);
        boost::asio::co_spawn(executor_, serve(connection), [this, connection](std::exception_ptr) {
            connection->wire->close();
            if (connection->link != 0) closed(slack_, connection->link);
            connections_.erase(connection);
        });
    }
}

awaitable<void> LinkServer::serve(std::shared_ptr<Connection> connection) {
    if (tls_) {
        auto error = co_await connection->wire->secure_server(*tls_);
        if (error) co_return;
    }
    std::size_t end = std::string::npos;
    for (bool more = true; more && end == std::string::npos && connection->in.size() < longest_head;) {
        more = co_await connection->read_more();
        end = connection->in.find("\r\n\r\n");
    }
    if (end == std::string::npos) co_return;
    const auto head = connection->in.substr(0, end + 4);
    connection->in.erase(0, end + 4);
    const auto key = header_in(head, "sec-websocket-key");
    if (key.empty() || !admit(slack_, target_of(head))) {
        co_await connection->wire->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        co_return;
    }
    connection->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: " +
                      accept_key(key) + "\r\n\r\n");
    co_await talk(connection);
}

awaitable<void> LinkServer::talk(std::shared_ptr<Connection> connection) {
    fake_slack::Wire wire;
    wire.send = [connection](const Sent& sent) { connection->send(sent); };
    wire.drop = [connection] { connection->wire->close(); };
    connection->link = opened(slack_, std::move(wire));
    for (bool more = true; more;) {
        WireFrame frame;
        while (take_frame(connection->in, frame)) connection->handle(slack_, frame);
        more = co_await connection->read_more();
    }
}

awaitable<bool> LinkServer::Connection::read_more() {
    std::array<char, 16 * 1024> some{};
    Error error;
    auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
    auto kept = wire;
    auto size = co_await kept->async_read_some(boost::asio::buffer(some), token);
    in.append(some.data(), size);
    co_return !error;
}

void LinkServer::Connection::handle(FakeSlack& slack, const WireFrame& frame) {
    const bool deaf = slack.links.contains(link) && slack.links.at(link).deaf;
    if (deaf) return;
    if (frame.opcode == Opcode::ping) return write(frame_bytes({true, Opcode::pong, frame.payload}));
    if (frame.opcode == Opcode::close) {
        write(frame_bytes({true, Opcode::close, frame.payload}));
        ending = true;
        ++slack.goodbyes;
    }
    if (frame.opcode != Opcode::text && frame.opcode != Opcode::more) return;
    if (frame.last && frame.opcode == Opcode::text) return heard(slack, link, frame.payload);
    pieces += frame.payload;
    if (frame.last) heard(slack, link, std::exchange(pieces, ""), true);
}

void LinkServer::Connection::send(const Sent& sent) {
    const auto third = sent.text.size() / 3;
    switch (sent.kind) {
    case Sent::Kind::text:
        return write(frame_bytes({true, Opcode::text, sent.text}));
    case Sent::Kind::binary:
        return write(frame_bytes({true, Opcode::binary, sent.text}));
    case Sent::Kind::ping:
        return write(frame_bytes({true, Opcode::ping, sent.text}));
    case Sent::Kind::fragments:
        return write(frame_bytes({false, Opcode::text, sent.text.substr(0, third)}) +
                     frame_bytes({false, Opcode::more, sent.text.substr(third, third)}) +
                     frame_bytes({true, Opcode::more, sent.text.substr(2 * third)}));
    case Sent::Kind::close:
        const std::string code = {static_cast<char>(sent.code >> 8), static_cast<char>(sent.code & 0xFF)};
        write(frame_bytes({true, Opcode::close, code + sent.text}));
    }
}

void LinkServer::Connection::write(std::string bytes) {
    out += bytes;
    if (std::exchange(writing, true)) return;
    boost::asio::co_spawn(wire->get_executor(), flush(shared_from_this()), [](std::exception_ptr) {});
}

awaitable<void> LinkServer::Connection::flush(std::shared_ptr<Connection> self) {
    for (bool good = true; good && !self->out.empty();) {
        auto error = co_await self->wire->write(std::exchange(self->out, ""));
        good = !error;
    }
    self->writing = false;
    if (self->ending) self->wire->close();
}

namespace {

// "GET /link/?ticket=1 HTTP/1.1"
std::string target_of(const std::string& head) {
    const auto begin = head.find(' ') + 1;
    return head.substr(begin, head.find(' ', begin) - begin);
}

std::string header_in(const std::string& head, const std::string& name) {
    std::string folded = head;
    for (auto& letter : folded) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const auto found = folded.find("\r\n" + name + ":");
    if (found == std::string::npos) return "";
    auto begin = head.find_first_not_of(' ', found + name.size() + 3);
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

} // namespace

} // namespace vera::fake_slack
