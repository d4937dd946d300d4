// Calls to the outside: who is spoken to, how a call ended, which connection it took.
#include "bot/http_client.hpp"

#include "tests/net/rig.hpp"
#include "tests/support/catch.hpp"

namespace vera::net {

namespace {

using End = HttpEnd::End;

// A server that remembers what it was asked, and answers with the body.
struct Echo {
    std::vector<HttpRequest> asked;
    HttpServer server;
    explicit Echo(Network& network, std::string certificate_name = {})
        : server(network.executor(), options(certificate_name),
                 [this](HttpRequest request) { return answer(request); }) {}
    awaitable<HttpAnswer> answer(HttpRequest request) {
        asked.push_back(request);
        co_return HttpAnswer{200, {{"X-Path", request.target}}, request.body};
    }
    static ServerOptions options(const std::string& name) {
        auto result = on_loopback();
        if (!name.empty()) result.tls = certificates().for_host(name);
        return result;
    }
    std::string url(const std::string& rest) const {
        return "http://127.0.0.1:" + std::to_string(server.port()) + rest;
    }
    std::string https(const std::string& host, const std::string& rest) const {
        return "https://" + host + ":" + std::to_string(server.port()) + rest;
    }
};

Outside trusting() {
    Outside outside;
    outside.ca_file = certificates().authority();
    return outside;
}

} // namespace

TEST_CASE("a request and its answer come through whole", "[http_client]") {
    Network network;
    Echo echo(network);
    auto http = make_http_client(network.executor(), {});
    auto request = post(echo.url("/api/chat?x=1"), std::string(100'000, 'x') + "\r\n\0end");
    request.headers = {{"Authorization", "Bearer t"}};
    auto end = network.run(http->send(request));
    REQUIRE(end.end == End::answered);
    CHECK(end.answer.status == 200);
    CHECK(end.answer.body == request.body);
    CHECK(header(end.answer.headers, "x-path") == "/api/chat?x=1");
    REQUIRE(echo.asked.size() == 1);
    CHECK(echo.asked[0].method == "POST");
    CHECK(header(echo.asked[0].headers, "authorization") == "Bearer t");
    CHECK(header(echo.asked[0].headers, "host") == "127.0.0.1:" + std::to_string(echo.server.port()));
}

TEST_CASE("a server whose certificate fits is spoken to over TLS", "[http_client]") {
    Network network;
    Echo echo(network, "localhost");
    auto http = make_http_client(network.executor(), trusting());
    auto end = network.run(http->send(post(echo.https("localhost", "/"), "hello")));
    CHECK(end.reason == "");
    REQUIRE(end.end == End::answered);
    CHECK(end.answer.body == "hello");
}

TEST_CASE("a server with the wrong name is refused before a byte of the request is sent", "[http_client]") {
    Network network;
    Echo echo(network, "elsewhere.example");
    auto http = make_http_client(network.executor(), trusting());
    auto end = network.run(http->send(post(echo.https("localhost", "/?token=secret"), "hello")));
    CHECK(end.end == End::not_sent);
    CHECK_THAT(end.reason, ContainsSubstring("certificate"));
    CHECK(end.reason.find("secret") == std::string::npos);
    CHECK(echo.asked.empty());
}

TEST_CASE("an unknown authority is refused", "[http_client]") {
    Network network;
    Echo echo(network, "localhost");
    auto http = make_http_client(network.executor(), {});
    auto end = network.run(http->send(post(echo.https("localhost", "/"), "hello")));
    CHECK(end.end == End::not_sent);
    CHECK_THAT(end.reason, ContainsSubstring("certificate"));
    CHECK(echo.asked.empty());
}

} // namespace vera::net
