#include "bot/http_server.hpp"

#include "bot/address.hpp"
#include "bot/deadline.hpp"
#include "bot/http_bytes.hpp"
#include "bot/websocket.hpp"
#include "bot/wire.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <set>
#include <stdexcept>

namespace vera {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr Duration accept_rest = std::chrono::milliseconds{100}; // when the system has no more to give
constexpr Duration goodbye_time = std::chrono::seconds{2};       // for the peer to read the last answer

struct Connection {
    std::shared_ptr<Wire> wire;
    bool idle = true; // between two requests
    boost::beast::flat_buffer buffer{};
};
using ConnectionPtr = std::shared_ptr<Connection>; // shared by its coroutine and the server's list

// What came of waiting for a request.
struct Incoming {
    HttpRequest request;
    bool keep_alive = false;
    int refused = 0;   // a status, instead of the request
    bool gone = false; // nothing can be answered
};
using Parser = http::request_parser<http::string_body>;

Incoming refusal(int status) {
    Incoming incoming;
    incoming.refused = status;
    return incoming;
}

asio::awaitable<Incoming> read_request(ConnectionPtr, ServerLimits);
asio::awaitable<HttpAnswer> handle(HttpServer::Handler, HttpRequest);
int status_for(const error_code&);
bool is_smuggled(const Parser&);
HttpRequest plain_request(Parser&);
bool wants_upgrade(const HttpRequest&);

} // namespace

struct HttpServer::Impl : std::enable_shared_from_this<Impl> {
    Impl(asio::any_io_executor executor, const ServerOptions& options)
        : limits(options.limits), acceptor(executor), rest(executor, [this] { accept(); }) {}

    void accept();
    void accepted(tcp::socket);
    asio::awaitable<void> serve(ConnectionPtr);
    asio::awaitable<bool> secure(ConnectionPtr);
    asio::awaitable<HttpAnswer> answer(HttpRequest);
    asio::awaitable<void> upgrade(ConnectionPtr, HttpRequest);
    void say(const std::string& sentence) const {
        if (report && *report) (*report)(sentence);
    }

    ServerLimits limits;
    tcp::acceptor acceptor;
    std::shared_ptr<asio::ssl::context> tls;
    Handler handler;
    Upgraded upgraded;
    std::set<ConnectionPtr> connections;
    bool accepting = false, stopped = false;
    const std::function<void(const std::string&)>* report = nullptr; // the server's, as long as there is one
    Alarm rest;
};

HttpServer::HttpServer(asio::any_io_executor executor, const ServerOptions& options, Handler handler, Upgraded upgraded)
    : impl_(std::make_shared<Impl>(executor, options)) {
    impl_->handler = std::move(handler);
    impl_->upgraded = std::move(upgraded);
    impl_->report = &report;
    if (options.tls) impl_->tls = server_tls(options.tls->certificate, options.tls->key);
    try {
        const auto endpoint = listen_endpoint(options.address);
        impl_->acceptor.open(endpoint.protocol());
        impl_->acceptor.set_option(asio::socket_base::reuse_address(true));
        impl_->acceptor.bind(endpoint);
        impl_->acceptor.listen();
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("cannot listen on " + options.address + ": " + error.code().message());
    }
    impl_->accept();
}

// The handler may refer to what goes next: whoever wants answers for requests under way waits for them first.
HttpServer::~HttpServer() {
    stop();
    impl_->report = nullptr;
    impl_->handler = nullptr;
    for (const auto& connection : impl_->connections) connection->wire->close();
}

unsigned short HttpServer::port() const { return impl_->acceptor.local_endpoint().port(); }

void HttpServer::stop() {
    impl_->stopped = true;
    impl_->rest.off();
    error_code ignored; // stopped before
    impl_->acceptor.close(ignored);
    for (const auto& connection : impl_->connections)
        if (connection->idle) connection->wire->close();
}

void HttpServer::Impl::accept() {
    if (stopped || accepting || connections.size() >= limits.connections) return;
    accepting = true;
    acceptor.async_accept([self = shared_from_this()](const error_code& error, tcp::socket socket) {
        self->accepting = false;
        if (self->stopped) return;
        if (!error) return self->accepted(std::move(socket));
        self->say("no connection could be accepted: " + error.message());
        self->rest.set(accept_rest);
    });
}

void HttpServer::Impl::accepted(tcp::socket socket) {
    error_code ignored; // a peer already gone is noticed at the first read
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(Connection{std::make_shared<Wire>(std::move(socket))});
    connections.insert(connection);
    auto executor = acceptor.get_executor();
    auto work = serve(connection);
    asio::co_spawn(executor, std::move(work), [self = shared_from_this(), connection](std::exception_ptr error) {
        if (error) self->say("a connection ended by an exception");
        self->connections.erase(connection);
        self->accept();
    });
    accept();
}

asio::awaitable<void> HttpServer::Impl::serve(ConnectionPtr connection) {
    auto self = shared_from_this();
    auto secured = co_await secure(connection);
    bool more = secured;
    while (more) {
        auto incoming = co_await read_request(connection, limits);
        if (incoming.gone) co_return connection->wire->close();
        if (incoming.refused == 0 && upgraded && wants_upgrade(incoming.request)) {
            co_await upgrade(connection, std::move(incoming.request));
            co_return; // the wire is the socket's now
        }
        HttpAnswer reply;
        reply.status = incoming.refused;
        const bool head = incoming.request.method == "HEAD";
        if (incoming.refused == 0) reply = co_await answer(std::move(incoming.request));
        more = incoming.keep_alive && !stopped;
        auto bytes = bytes_of(reply, head, more);
        Alarm slow_reader(connection->wire->get_executor(), [wire = connection->wire] { wire->cancel(); });
        slow_reader.set(limits.answer_time);
        auto error = co_await connection->wire->write(std::move(bytes));
        more = more && !error;
    }
    Alarm slow_goodbye(connection->wire->get_executor(), [wire = connection->wire] { wire->close(); });
    slow_goodbye.set(goodbye_time);
    co_await connection->wire->leave();
}

asio::awaitable<bool> HttpServer::Impl::secure(ConnectionPtr connection) {
    if (!tls) co_return true;
    Alarm slow(connection->wire->get_executor(), [wire = connection->wire] { wire->close(); });
    slow.set(limits.header_time);
    auto error = co_await connection->wire->secure_server(*tls);
    co_return !error;
}

asio::awaitable<HttpAnswer> HttpServer::Impl::answer(HttpRequest request) {
    const std::string path = request.target.substr(0, request.target.find('?'));
    const std::string what = request.method + " " + path;
    HttpAnswer reply;
    if (!handler || wants_upgrade(request)) {
        reply.status = 404;
        co_return reply;
    }
    try {
        auto executor = acceptor.get_executor();
        auto work = handle(handler, std::move(request));
        std::function<HttpAnswer()> late = [self = shared_from_this(), what] {
            self->say("no answer in time to " + what);
            return HttpAnswer{503, {}, ""};
        };
        reply = co_await within(executor, limits.answer_time, std::move(work), std::move(late));
        co_return reply;
    } catch (const std::exception& error) {
        say("no answer to " + what + ": " + error.what());
    }
    co_return HttpAnswer{500, {}, ""};
}

asio::awaitable<void> HttpServer::Impl::upgrade(ConnectionPtr connection, HttpRequest request) {
    auto kept = upgraded;
    auto socket = co_await accept_socket(connection->wire, request);
    if (socket) co_await kept(std::move(request), std::move(socket));
}

namespace {

asio::awaitable<Incoming> read_request(ConnectionPtr connection, ServerLimits limits) {
    auto& wire = *connection->wire;
    auto& buffer = connection->buffer;
    Incoming incoming;
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    Alarm slow(wire.get_executor(), [wire = connection->wire] { wire->cancel(); });
    if (buffer.size() == 0) {
        connection->idle = true;
        slow.set(limits.idle_time);
        auto room = buffer.prepare(4096);
        auto size = co_await wire.async_read_some(room, token);
        buffer.commit(size);
        connection->idle = false;
    }
    incoming.gone = static_cast<bool>(error);
    if (error) co_return incoming;
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(limits.header));
    parser.body_limit(limits.body);
    slow.set(limits.header_time);
    co_await http::async_read_header(wire, buffer, parser, token);
    incoming.gone = slow.rang();
    if (incoming.gone) co_return incoming;
    if (error) co_return refusal(status_for(error));
    if (is_smuggled(parser)) co_return refusal(400);
    slow.set(limits.body_time);
    if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue"))
        co_await wire.write("HTTP/1.1 100 Continue\r\n\r\n");
    co_await http::async_read(wire, buffer, parser, token);
    if (slow.rang()) co_return refusal(408);
    if (error) co_return refusal(status_for(error));
    incoming.keep_alive = parser.get().keep_alive();
    incoming.request = plain_request(parser);
    if (buffer.size() > 0 && wants_upgrade(incoming.request)) co_return refusal(400); // it must wait for our answer
    co_return incoming;
}

int status_for(const error_code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    return error == http::error::body_limit ? 413 : 400;
}

// Two readers of one stream must not disagree about where a request ends.
bool is_smuggled(const Parser& parser) {
    const auto& fields = parser.get();
    const auto lengths = fields.count(http::field::content_length);
    const auto codings = fields.count(http::field::transfer_encoding);
    const bool list = fields[http::field::content_length].find(',') != boost::beast::string_view::npos;
    return lengths + codings > 1 || list || (codings == 1 && !parser.chunked());
}

HttpRequest plain_request(Parser& parser) {
    HttpRequest request;
    auto message = parser.release();
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    for (const auto& field : message)
        request.headers.emplace_back(lower_case(std::string(field.name_string())), std::string(field.value()));
    request.body = std::move(message.body());
    return request;
}

// Keeps the handler's function while its coroutine runs.
asio::awaitable<HttpAnswer> handle(HttpServer::Handler handler, HttpRequest request) {
    auto reply = co_await handler(std::move(request));
    co_return reply;
}

bool wants_upgrade(const HttpRequest& request) {
    return request.method == "GET" && boost::beast::iequals(header(request.headers, "upgrade"), "websocket");
}

} // namespace

} // namespace vera
