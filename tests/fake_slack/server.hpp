#pragma once
// The fake on real sockets of this machine: the Web API and the links on a port each, with TLS or without, and
// the signed requests of HTTP mode. What "never arrives" is answered with 503 here.
#include "tests/fake_slack/link_server.hpp"

#include "bot/http_client.hpp"

#include <list>

namespace vera::fake_slack {

class Server {
public:
    // `host` is the name in the URLs it gives out, and in its certificate.
    Server(boost::asio::any_io_executor, FakeSlack&, const std::optional<TlsFiles>& = {},
           std::string host = "127.0.0.1");
    std::string api_url() const;                 // "http://127.0.0.1:12345/api/"
    void deliver_to(std::string app_url, Http&); // HTTP mode: "http://127.0.0.1:8080"
    void stop();

private:
    boost::asio::awaitable<HttpAnswer> handle(HttpRequest);
    boost::asio::any_io_executor executor_;
    FakeSlack& slack_;
    bool tls_;
    std::string host_;
    HttpServer api_;
    LinkServer links_;
    std::list<std::unique_ptr<Waiter>> slow_; // of answers that come late; here, so that none outlives this
};

} // namespace vera::fake_slack
