// Calls through the company's proxy: what it sees, and who goes round it.
#include "tests/net/echo.hpp"
#include "tests/support/catch.hpp"

namespace vera::net {

namespace {

using End = HttpEnd::End;

} // namespace

TEST_CASE("a proxy is asked to connect and never sees the request", "[http_client]") {
    Network network;
    Echo echo(network, "slack.example"); // a name that only the proxy knows
    RawServer proxy(network);
    auto outside = trusting();
    outside.proxy = "http://user:p%40ss@" + proxy.address();
    auto http = make_http_client(network.executor(), outside);
    std::string seen;
    auto asked = network.start(tunnel(proxy, echo.server.port(), seen));
    auto end = network.run(http->send(post("https://slack.example/api?token=secret", "secret words")));
    CHECK(end.reason == "");
    CHECK(end.answer.body == "secret words");
    CHECK(network.wait(asked) == "CONNECT slack.example:443 HTTP/1.1\r\nHost: slack.example:443\r\n"
                                 "Proxy-Authorization: Basic dXNlcjpwQHNz\r\n\r\n");
    CHECK(seen.size() > 100);
    CHECK_FALSE(holds(seen, "secret"));
    REQUIRE(echo.asked.size() == 1);
    CHECK(header(echo.asked[0].headers, "host") == "slack.example");
    CHECK(header(echo.asked[0].headers, "proxy-authorization") == "");
}

TEST_CASE("a proxy that refuses, or that is no proxy, means not sent", "[http_client]") {
    for (std::string answer : {"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "hello\r\n\r\n", "",
                               "HTTP/1.1 200 OK\r\n\r\nand more"}) {
        INFO(answer);
        Network network;
        RawServer proxy(network);
        auto outside = trusting();
        outside.proxy = "http://" + proxy.address();
        auto http = make_http_client(network.executor(), outside);
        auto work = network.start(answer_and_close(proxy, {answer}));
        auto end = network.run(http->send(post("https://slack.example/?token=secret", "x")));
        CHECK(end.end == End::not_sent);
        CHECK_THAT(end.reason, ContainsSubstring("slack.example: the proxy"));
        CHECK(holds(end.reason, "407") == holds(answer, "407"));
    }
}

TEST_CASE("a host named in NO_PROXY is reached directly", "[http_client]") {
    Network network;
    Echo echo(network, "localhost");
    auto outside = trusting();
    outside.proxy = "http://127.0.0.1:1"; // nobody there
    auto by_proxy = make_http_client(network.executor(), outside);
    CHECK(network.run(by_proxy->send(post(echo.https("localhost", "/"), "x"))).end == End::not_sent);
    outside.no_proxy = "example.com, localhost";
    auto direct = make_http_client(network.executor(), outside);
    CHECK(network.run(direct->send(post(echo.https("localhost", "/"), "x"))).end == End::answered);
}

} // namespace vera::net
