// Calls to the outside: who is spoken to, how a call ended, which connection it took.
#include "bot/http_client.hpp"

#include "tests/net/echo.hpp"
#include "tests/support/catch.hpp"

namespace vera::net {

namespace {

using End = HttpEnd::End;

HttpEnd end_of_call(const std::string& answer, HttpRequest request) {
    Network network;
    RawServer server(network);
    auto http = make_http_client(network.executor(), {});
    auto work = network.start(answer_and_close(server, {answer}));
    request.target = "http://" + server.address() + "/hook?token=secret";
    auto end = network.run(http->send(request));
    CHECK_FALSE(holds(end.reason, "secret"));
    CHECK_FALSE(holds(end.reason, "hook"));
    return end;
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
    CHECK_FALSE(holds(end.reason, "secret"));
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

TEST_CASE("a refused connection was not sent", "[http_client]") {
    Network network;
    auto gone = std::make_unique<RawServer>(network);
    const std::string url = "http://" + gone->address() + "/";
    gone.reset();
    auto http = make_http_client(network.executor(), {});
    auto end = network.run(http->send(get(url)));
    CHECK(end.end == End::not_sent);
    CHECK_THAT(end.reason, ContainsSubstring("refused"));
}

TEST_CASE("a call that gets no answer in time is unsure; one that gets no TLS was not sent", "[http_client]") {
    Network network;
    RawServer silent(network);
    auto http = make_http_client(network.executor(), {});
    auto request = get("http://" + silent.address() + "/?token=secret");
    request.timeout = soon;
    auto plain = network.run(http->send(request));
    CHECK(plain.end == End::unsure);
    CHECK(plain.reason == "127.0.0.1: no answer in time");
    request.target = "https://" + silent.address() + "/?token=secret";
    auto secure = network.run(http->send(request));
    CHECK(secure.end == End::not_sent);
    CHECK(secure.reason == "127.0.0.1: no answer in time");
}

TEST_CASE("plain http leaves this machine neither by name nor by address, and no other scheme is known",
          "[http_client]") {
    Network network;
    auto http = make_http_client(network.executor(), {});
    for (std::string url : {"http://example.com/", "http://10.0.0.1/", "ftp://localhost/", "localhost", "",
                            "https://user:password@localhost/"}) {
        INFO(url);
        auto end = network.run(http->send(get(url)));
        CHECK(end.end == End::not_sent);
    }
}

TEST_CASE("a header with a line break is not sent", "[http_client]") {
    Network network;
    Echo echo(network);
    auto http = make_http_client(network.executor(), {});
    auto request = post(echo.url("/"), "x");
    request.headers = {{"X-Name", "a\r\nEvil: b"}};
    CHECK(network.run(http->send(request)).end == End::not_sent);
    CHECK(echo.asked.empty());
}

TEST_CASE("an answer over the limit is refused", "[http_client]") {
    auto request = get("");
    request.most = 10;
    auto fits = end_of_call("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", request);
    CHECK(fits.end == End::answered);
    for (std::string answer : {"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n01234567890",
                               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n0\r\n\r\n"}) {
        auto end = end_of_call(answer, request);
        CHECK(end.end == End::unsure);
        CHECK(end.reason == "127.0.0.1: the answer is larger than 10 bytes");
    }
}

TEST_CASE("an answer that breaks off, or is none, is unsure", "[http_client]") {
    for (std::string answer : {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01",
                               "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"}) {
        INFO(answer);
        CHECK(end_of_call(answer, get("")).end == End::unsure);
    }
}

TEST_CASE("an answer may be announced, chunked, without a length, or moved; moved is an answer too", "[http_client]") {
    auto early = end_of_call("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", get(""));
    CHECK(early.answer.body == "ok");
    auto chunked =
        end_of_call("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n1\r\n!\r\n0\r\n\r\n", get(""));
    CHECK(chunked.answer.body == "ok!");
    CHECK(end_of_call("HTTP/1.1 200 OK\r\n\r\nto the end", get("")).answer.body == "to the end");
    auto moved = end_of_call("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", get(""));
    CHECK(moved.answer.status == 302);
    auto head = get("");
    head.method = "HEAD";
    auto length = end_of_call("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", head);
    CHECK(length.end == End::answered);
    CHECK(header(length.answer.headers, "content-length") == "5");
}

TEST_CASE("a connection serves the next call to the same host", "[http_client]") {
    Network network;
    RawServer server(network);
    auto http = make_http_client(network.executor(), {});
    auto twice = [](RawServer& server) -> awaitable<int> {
        auto socket = co_await server.accept();
        for (int call = 0; call < 2; ++call) {
            co_await read_until(socket, "\r\n\r\n");
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
        co_return 2;
    };
    auto served = network.start(twice(server)); // accepts one connection only
    CHECK(network.run(http->send(get("http://" + server.address() + "/1"))).end == End::answered);
    CHECK(network.run(http->send(get("http://" + server.address() + "/2"))).end == End::answered);
    CHECK(network.wait(served) == 2);
}

TEST_CASE("a connection the host has closed meanwhile is not used again", "[http_client]") {
    Network network;
    RawServer server(network);
    auto http = make_http_client(network.executor(), {});
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    auto served = network.start(answer_and_close(server, {answer, answer}));
    CHECK(network.run(http->send(get("http://" + server.address() + "/1"))).end == End::answered);
    network.context.poll();
    CHECK(network.run(http->send(get("http://" + server.address() + "/2"))).end == End::answered);
    CHECK(network.wait(served));
}

TEST_CASE("many calls at once get each their own answer", "[http_client]") {
    Network network;
    Echo echo(network, "localhost");
    auto http = make_http_client(network.executor(), trusting());
    std::vector<Network::Later<HttpEnd>> calls;
    for (int i = 0; i < 20; ++i)
        calls.push_back(network.start(http->send(post(echo.https("localhost", "/"), std::to_string(i)))));
    for (int i = 0; i < 20; ++i) CHECK(network.wait(calls[std::size_t(i)]).answer.body == std::to_string(i));
}

TEST_CASE("a client that goes away during a call leaves nothing behind that could hurt", "[http_client]") {
    Network network;
    Echo echo(network);
    auto http = make_http_client(network.executor(), {});
    auto call = network.start(http->send(post(echo.url("/"), "late")));
    http.reset();
    CHECK(network.wait(call).answer.body == "late");
}

TEST_CASE("a CA file or a proxy that cannot be used is said at the start", "[http_client]") {
    Network network;
    Outside no_file, no_proxy;
    no_file.ca_file = "nowhere.pem";
    no_proxy.proxy = "socks5://user:secret@localhost";
    CHECK_THROWS_WITH(make_http_client(network.executor(), no_file), ContainsSubstring("nowhere.pem"));
    CHECK_THROWS_WITH(make_http_client(network.executor(), no_proxy), !ContainsSubstring("secret"));
}

} // namespace vera::net
