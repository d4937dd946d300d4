#pragma once
// The websockets of the fake on real sockets. Written against RFC 6455 and not against Beast, which is on the
// other side: so it sees fragments, and sends what no decent server would.
#include "tests/fake_slack/fake_slack.hpp"

#include "bot/http_server.hpp"
#include "bot/wire.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <optional>
#include <set>

namespace vera::fake_slack {

class LinkServer {
public:
    LinkServer(boost::asio::any_io_executor, FakeSlack&, const std::optional<TlsFiles>&); // on loopback, any port
    unsigned short port() const { return acceptor_.local_endpoint().port(); }
    void stop(); // drops every connection

private:
    struct Connection;
    boost::asio::awaitable<void> accept();
    boost::asio::awaitable<void> serve(std::shared_ptr<Connection>);
    boost::asio::awaitable<void> talk(std::shared_ptr<Connection>);
    boost::asio::any_io_executor executor_;
    FakeSlack& slack_;
    boost::asio::ip::tcp::acceptor acceptor_;
    std::shared_ptr<boost::asio::ssl::context> tls_;    // shared as the function that makes it says
    std::set<std::shared_ptr<Connection>> connections_; // shared with their coroutines
};

} // namespace vera::fake_slack
