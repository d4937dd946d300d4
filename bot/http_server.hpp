#pragma once
// An HTTP server over Beast: hands whole requests to a handler, refuses what is too big or too slow before
// any handler sees it. One of the three files that see Beast. Plain for a listener behind the company's own
// proxy; TLS and the upgrade to a WebSocket are there for the fake platforms in tests.
#include "bot/http.hpp"
#include "bot/sockets.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vera {

struct ServerLimits {
    std::size_t header = 8 * 1024;                   // bytes
    std::size_t body = 1024 * 1024;                  // bytes; more is 413
    std::size_t connections = 256;                   // more wait to be accepted
    Duration header_time = std::chrono::seconds{5};  // from the first byte, or the connection is dropped
    Duration body_time = std::chrono::seconds{10};   // more is 408
    Duration idle_time = std::chrono::seconds{15};   // between requests
    Duration answer_time = std::chrono::seconds{10}; // for the handler; more is 503
};

struct TlsFiles {
    std::string certificate, key; // PEM files
};

struct ServerOptions {
    std::string address; // "127.0.0.1:8080", "[::1]:0"; port 0: any free one
    ServerLimits limits;
    std::optional<TlsFiles> tls;
};

class HttpServer {
public:
    // The request's target is path and query, its headers in lower case. A handler that throws is a 500 without words.
    using Handler = std::function<boost::asio::awaitable<HttpAnswer>(HttpRequest)>;
    // For a request that asks for an upgrade; absent: 404. The connection is the socket's from then on.
    using Upgraded = std::function<boost::asio::awaitable<void>(HttpRequest, std::unique_ptr<Socket>)>;

    // Listens at once; throws std::runtime_error with a sentence when the address cannot be had.
    HttpServer(boost::asio::any_io_executor, const ServerOptions&, Handler, Upgraded upgraded = {});
    ~HttpServer(); // drops every connection
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    unsigned short port() const;
    void stop(); // accepts no more; requests under way are answered, idle connections closed
    std::function<void(const std::string&)> report; // sentences for the log; never a header or a body

private:
    struct Impl;
    std::shared_ptr<Impl> impl_; // shared with its connections, which may outlive it
};

} // namespace vera
