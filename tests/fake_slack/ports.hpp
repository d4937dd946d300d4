#pragma once
// The fake under the loops, in one process and without a socket: the ports Http and Sockets over its core, on
// the clock that both share.
#include "tests/fake_slack/fake_slack.hpp"

#include "bot/sockets.hpp"

#include <boost/asio/any_io_executor.hpp>

namespace vera::fake_slack {

class FakeHttp : public Http {
public:
    explicit FakeHttp(FakeSlack& slack) : slack_(slack) {}
    boost::asio::awaitable<HttpEnd> send(HttpRequest) override;
    Duration latency{0}; // there and back
    int under_way = 0;

private:
    boost::asio::awaitable<HttpEnd> exchange(HttpRequest);
    FakeSlack& slack_;
};

class FakeSockets : public Sockets {
public:
    explicit FakeSockets(FakeSlack& slack) : slack_(slack) {}
    boost::asio::awaitable<Connected> connect(std::string url, Duration timeout) override;

private:
    FakeSlack& slack_;
};

} // namespace vera::fake_slack
