// What the server does with requests that are too big, too slow, too many, or two things at once.
#include "bot/http_server.hpp"

#include "bot/suspend.hpp"
#include "tests/net/rig.hpp"
#include "tests/support/catch.hpp"

#include <sys/resource.h>

namespace vera::net {

namespace {

// A server whose handler answers by path.
struct House {
    Network network;
    std::vector<HttpRequest> asked;
    std::vector<std::string> reports;
    Resume<int> held; // goes on with "/held"
    HttpServer server;

    explicit House(ServerLimits limits = {})
        : server(network.executor(), on_loopback(limits), [this](HttpRequest request) { return answer(request); }) {
        server.report = [this](const std::string& sentence) { reports.push_back(sentence); };
    }
    awaitable<HttpAnswer> answer(HttpRequest request) {
        asked.push_back(request);
        if (request.target == "/broken") throw std::runtime_error("out of order");
        if (request.target == "/held") co_await hold();
        co_return HttpAnswer{200, {}, request.target};
    }
    awaitable<int> hold() {
        return suspend<int>([this](Resume<int> resume) { held = std::move(resume); });
    }
    tcp::socket come() { return connect(network, server.port()); }
    // What is answered to these bytes by the time the server closes.
    std::string ask(const std::string& bytes) {
        auto socket = come();
        send(socket, bytes);
        return network.run(read_all(socket));
    }
};

const std::string last = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

ServerLimits with(Duration ServerLimits::*limit, Duration time = soon) {
    ServerLimits limits;
    limits.*limit = time;
    return limits;
}

int status_of(const std::string& answer) { return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3)); }

} // namespace

TEST_CASE("a handler gets the body byte by byte as it was sent", "[http_server]") {
    House house;
    const std::string body("a\r\n\0b\xFF=%20+", 11);
    auto answer =
        house.ask("POST /slack?x=%2F" + last + "X-Slack-Signature:  v0=AbC \r\nContent-Length: 11\r\n\r\n" + body);
    CHECK(status_of(answer) == 200);
    auto in_pieces = house.ask("POST /" + last + "Transfer-Encoding: chunked\r\n\r\n4\r\na\r\n" + body.substr(3, 1) +
                               "\r\n7\r\n" + body.substr(4) + "\r\n0\r\n\r\n");
    CHECK(status_of(in_pieces) == 200);
    REQUIRE(house.asked.size() == 2);
    CHECK(house.asked[0].body == body);
    CHECK(house.asked[1].body == body);
    CHECK(house.asked[0].target == "/slack?x=%2F");
    CHECK(header(house.asked[0].headers, "x-slack-signature") == "v0=AbC");
}

TEST_CASE("a header over the limit is 431, a body over it 413, what is no HTTP 400", "[http_server]") {
    ServerLimits limits;
    limits.body = 100;
    House house(limits);
    CHECK(status_of(house.ask("GET /" + last + "X: " + std::string(limits.header, 'x') + "\r\n\r\n")) == 431);
    CHECK(status_of(house.ask("GET /" + std::string(1'000'000, 'x'))) == 431);
    CHECK(status_of(house.ask("POST /" + last + "Content-Length: 101\r\n\r\n" + std::string(101, 'x'))) == 413);
    CHECK(status_of(house.ask("POST /" + last + "Content-Length: 99999999999\r\n\r\n" + std::string(1'000'000, 'x'))) ==
          413);
    CHECK(status_of(house.ask("POST /" + last + "Transfer-Encoding: chunked\r\n\r\n65\r\n" + std::string(101, 'x') +
                              "\r\n0\r\n\r\n")) == 413);
    CHECK(status_of(house.ask("\x16\x03\x01 hello\r\n\r\n")) == 400);
    CHECK(house.asked.empty());
    CHECK(status_of(house.ask("POST /" + last + "Content-Length: 100\r\n\r\n" + std::string(100, 'x'))) == 200);
}

TEST_CASE("a request whose end two readers could see in two places is refused", "[http_server]") {
    House house;
    for (std::string fields :
         {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 5\r\n",
          "Transfer-Encoding: gzip\r\n", "Transfer-Encoding: xchunked\r\n", "Content-Length: +5\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "Content-Length : 5\r\n",
          "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 5, 5\r\n"}) {
        INFO(fields);
        CHECK(status_of(house.ask("POST /" + last + fields + "\r\n0\r\n\r\n")) == 400);
    }
    CHECK(house.asked.empty());
}

TEST_CASE("a header that drips is dropped and others are answered meanwhile", "[http_server]") {
    House house(with(&ServerLimits::header_time));
    std::vector<tcp::socket> dripping;
    for (int i = 0; i < 100; ++i) {
        dripping.push_back(house.come());
        send(dripping.back(), "GET / HTTP/1.1\r\nX: ");
    }
    CHECK(status_of(house.ask("GET /" + last + "\r\n")) == 200);
    for (auto& socket : dripping) CHECK(house.network.run(read_all(socket)) == "");
    CHECK(house.asked.size() == 1);
}

TEST_CASE("a body that does not come is 408", "[http_server]") {
    House house(with(&ServerLimits::body_time));
    CHECK(status_of(house.ask("POST /" + last + "Content-Length: 5\r\n\r\nabc")) == 408);
    CHECK(house.asked.empty());
}

TEST_CASE("a handler that does not answer in time is 503, one that throws is 500 without words", "[http_server]") {
    House house(with(&ServerLimits::answer_time));
    CHECK(status_of(house.ask("GET /held" + last + "\r\n")) == 503);
    house.held(nullptr, 0); // its late answer goes nowhere
    auto broken = house.ask("GET /broken" + last + "\r\n");
    CHECK(status_of(broken) == 500);
    CHECK_FALSE(holds(broken, "order"));
    CHECK(house.reports ==
          std::vector<std::string>{"no answer in time to GET /held", "no answer to GET /broken: out of order"});
}

TEST_CASE("a connection without a request is closed after a while", "[http_server]") {
    House house(with(&ServerLimits::idle_time));
    auto socket = house.come();
    CHECK(house.network.run(read_all(socket)) == "");
    auto second = house.come();
    send(second, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(status_of(house.network.run(read_all(second))) == 200); // and closed after it
}

TEST_CASE("more connections than allowed wait to be accepted", "[http_server]") {
    auto limits = with(&ServerLimits::idle_time);
    limits.connections = 2;
    House house(limits);
    auto first = house.come(), second = house.come();
    house.network.context.poll();
    auto third = house.come();
    send(third, "GET /third" + last + "\r\n");
    house.network.context.poll();
    CHECK(house.asked.empty());
    CHECK(status_of(house.network.run(read_all(third))) == 200);
}

TEST_CASE("without a free file descriptor the server rests and goes on", "[http_server]") {
    House house;
    auto socket = house.come();
    send(socket, "GET /" + last + "\r\n");
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit none{3, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    house.network.drive([&] { return !house.reports.empty(); });
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK_THAT(house.reports[0], ContainsSubstring("no connection could be accepted"));
    CHECK(status_of(house.network.run(read_all(socket))) == 200);
}

TEST_CASE("requests sent at once are answered in their order", "[http_server]") {
    House house;
    auto socket = house.come();
    send(socket, "GET /held HTTP/1.1\r\n\r\nPOST /b HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcGET /c" + last + "\r\n");
    auto answers = house.network.start(read_all(socket));
    house.network.drive([&] { return bool(house.held); });
    house.held(nullptr, 0);
    const auto all = house.network.wait(answers);
    REQUIRE(house.asked.size() == 3);
    CHECK(house.asked[1].body == "abc");
    CHECK(all.find("/held") < all.find("/b"));
    CHECK(all.find("/b") < all.find("/c"));
    CHECK(all.find("/c") != all.npos);
}

TEST_CASE("HEAD gets the length and no body", "[http_server]") {
    House house;
    auto answer = house.ask("HEAD /abc" + last + "\r\n");
    CHECK(status_of(answer) == 200);
    CHECK(holds(answer, "content-length: 4\r\n"));
    CHECK(answer.ends_with("\r\n\r\n"));
}

TEST_CASE("a client that waits for leave to send its body gets it", "[http_server]") {
    House house;
    auto socket = house.come();
    send(socket, "POST /" + last + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    CHECK(house.network.run(read_until(socket, "\r\n\r\n")) == "HTTP/1.1 100 Continue\r\n\r\n");
    send(socket, "ok");
    CHECK(status_of(house.network.run(read_all(socket))) == 200);
    CHECK(house.asked[0].body == "ok");
}

TEST_CASE("a server without WebSockets answers a request for one with 404", "[http_server]") {
    House house;
    CHECK(status_of(house.ask("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\n\r\n")) == 404);
    CHECK(house.asked.empty());
}

TEST_CASE("stop answers what is under way and closes the rest", "[http_server]") {
    House house;
    auto idle = house.come(), busy = house.come();
    send(busy, "GET /held HTTP/1.1\r\n\r\n");
    house.network.drive([&] { return bool(house.held); });
    const auto port = house.server.port();
    house.server.stop();
    CHECK(house.network.run(read_all(idle)) == "");
    CHECK_THROWS(connect(house.network, port));
    auto answer = house.network.start(read_all(busy));
    house.held(nullptr, 0);
    const auto all = house.network.wait(answer);
    CHECK(status_of(all) == 200);
    CHECK(holds(all, "connection: close"));
}

TEST_CASE("a server that goes away drops its connections and asks its handler nothing more", "[http_server]") {
    Network network;
    int asked = 0;
    auto server =
        std::make_unique<HttpServer>(network.executor(), on_loopback(), [&](HttpRequest) -> awaitable<HttpAnswer> {
            ++asked;
            co_return HttpAnswer{};
        });
    auto socket = connect(network, server->port());
    send(socket, "GET / HTTP/1.1\r\n");
    network.context.poll();
    send(socket, "\r\n");
    server.reset();
    CHECK(network.run(read_all(socket)) == "");
    CHECK(asked == 0);
}

TEST_CASE("an address that is taken is said in a sentence", "[http_server]") {
    House house;
    auto options = on_loopback();
    options.address = "127.0.0.1:" + std::to_string(house.server.port());
    auto nobody = [](HttpRequest) -> awaitable<HttpAnswer> { co_return HttpAnswer{}; };
    CHECK_THROWS_WITH(HttpServer(house.network.executor(), options, nobody),
                      "cannot listen on " + options.address + ": Address already in use");
}

} // namespace vera::net
