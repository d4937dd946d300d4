// WebSockets: who is spoken to, what goes over the wire, and how a connection ends.
#include "bot/websocket.hpp"

#include "tests/net/rig.hpp"
#include "tests/support/catch.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

namespace vera::net {

namespace {

using Kind = Frame::Kind;
constexpr Duration long_enough = std::chrono::seconds{8};

awaitable<HttpAnswer> nothing_here(HttpRequest) { co_return HttpAnswer{404, {}, ""}; }

// A server whose sockets the test holds.
struct Peers {
    std::vector<std::unique_ptr<Socket>> sockets;
    HttpServer server;
    explicit Peers(Network& network, const std::string& certificate_name = {})
        : server(network.executor(), options(certificate_name), nothing_here,
                 [this](HttpRequest, std::unique_ptr<Socket> socket) { return take(std::move(socket)); }) {}
    awaitable<void> take(std::unique_ptr<Socket> socket) {
        sockets.push_back(std::move(socket));
        co_return;
    }
    static ServerOptions options(const std::string& name) {
        auto result = on_loopback();
        if (!name.empty()) result.tls = certificates().for_host(name);
        return result;
    }
    std::string url() const { return "ws://127.0.0.1:" + std::to_string(server.port()) + "/link?ticket=secret"; }
};

// Both ends of one connection.
struct Pair {
    Network network;
    Peers peers{network};
    std::unique_ptr<Socket> ours, theirs;
    Pair() {
        auto sockets = make_sockets(network.executor(), {});
        auto connected = network.run(sockets->connect(peers.url(), long_enough));
        REQUIRE(connected.reason == "");
        ours = std::move(connected.socket);
        network.drive([&] { return !peers.sockets.empty(); });
        theirs = std::move(peers.sockets[0]);
    }
};

std::string accept_key(const std::string& request) {
    const std::string name = "Sec-WebSocket-Key: ";
    const auto at = request.find(name) + name.size();
    const auto text = request.substr(at, request.find("\r\n", at) - at) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    unsigned char digest[SHA_DIGEST_LENGTH], coded[64];
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest);
    const int size = EVP_EncodeBlock(coded, digest, SHA_DIGEST_LENGTH);
    return {coded, coded + size};
}

awaitable<bool> upgrade(RawServer& server, tcp::socket& socket) {
    socket = co_await server.accept();
    auto request = co_await read_until(socket, "\r\n\r\n");
    send(socket, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Accept: " +
                     accept_key(request) + "\r\n\r\n");
    co_return true;
}

// Our end, and the bytes of the other.
struct Wiretap {
    Network network;
    RawServer server{network};
    std::unique_ptr<Socket> ours;
    tcp::socket theirs{network.executor()};
    explicit Wiretap(Duration silence = max_silence) {
        auto sockets = make_sockets(network.executor(), {}, silence);
        auto come = network.start(upgrade(server, theirs));
        auto connected = network.run(sockets->connect("ws://" + server.address() + "/", long_enough));
        REQUIRE(connected.reason == "");
        ours = std::move(connected.socket);
        network.wait(come);
    }
};

Connected connect_to(Network& network, const std::string& url, const Outside& outside) {
    auto sockets = make_sockets(network.executor(), outside);
    auto connected = network.run(sockets->connect(url, long_enough));
    CHECK_FALSE(holds(connected.reason, "secret"));
    return connected;
}

} // namespace

TEST_CASE("words go both ways", "[websocket]") {
    Pair pair;
    CHECK(pair.network.run(pair.ours->write("hello \xC3\xA4")));
    auto heard = pair.network.run(pair.theirs->read());
    CHECK(heard.kind == Kind::text);
    CHECK(heard.text == "hello \xC3\xA4");
    CHECK(pair.network.run(pair.theirs->write("yes")));
    CHECK(pair.network.run(pair.ours->read()).text == "yes");
}

TEST_CASE("an ack leaves in one frame", "[websocket]") {
    Wiretap tap;
    auto written = tap.network.start(tap.ours->write(std::string(60'000, 'x')));
    const auto head = tap.network.run(read_bytes(tap.theirs, 4));
    CHECK(head == "\x81\xFE\xEA\x60"); // final, text, not compressed; masked; 60,000 bytes
    CHECK(tap.network.run(read_bytes(tap.theirs, 4 + 60'000)).size() == 60'004);
    CHECK(tap.network.wait(written));
    tap.ours->drop();
    CHECK(tap.network.run(read_all(tap.theirs)) == ""); // and nothing after it
}

TEST_CASE("acks written at once leave one after the other", "[websocket]") {
    Pair pair;
    std::vector<Network::Later<bool>> written;
    for (int i = 0; i < 20; ++i) written.push_back(pair.network.start(pair.ours->write(std::to_string(i))));
    for (int i = 0; i < 20; ++i) CHECK(pair.network.run(pair.theirs->read()).text == std::to_string(i));
    for (auto& each : written) CHECK(pair.network.wait(each));
}

TEST_CASE("a frame of a megabyte comes whole; one more byte closes", "[websocket]") {
    Pair pair;
    auto fits = pair.network.start(pair.theirs->write(std::string(max_frame, 'x')));
    CHECK(pair.network.run(pair.ours->read()).text.size() == max_frame);
    CHECK(pair.network.wait(fits));
    auto too_long = pair.network.start(pair.theirs->write(std::string(max_frame + 1, 'x')));
    auto end = pair.network.run(pair.ours->read());
    CHECK(end.kind == Kind::closed);
    CHECK_THAT(end.text, ContainsSubstring("limit"));
    CHECK(pair.network.run(pair.ours->read()).kind == Kind::closed);
}

TEST_CASE("a message in pieces comes whole, a binary one closes", "[websocket]") {
    Wiretap tap;
    send(tap.theirs, std::string("\x01\x02he\x80\x03llo", 9));
    CHECK(tap.network.run(tap.ours->read()).text == "hello");
    send(tap.theirs, std::string("\x82\x01x", 3));
    auto end = tap.network.run(tap.ours->read());
    CHECK(end.kind == Kind::closed);
    CHECK(end.text == "a binary frame");
}

TEST_CASE("what is no text closes", "[websocket]") {
    Wiretap tap;
    send(tap.theirs, "\x81\x02\xC3\x28"); // not UTF-8
    CHECK(tap.network.run(tap.ours->read()).kind == Kind::closed);
}

TEST_CASE("ping and pong come out of read", "[websocket]") {
    Pair pair;
    auto theirs = pair.network.start(pair.theirs->read());
    auto ours = pair.network.start(pair.ours->read());
    pair.ours->ping();
    CHECK(pair.network.wait(theirs).kind == Kind::ping);
    CHECK(pair.network.wait(ours).kind == Kind::pong);
    auto next = pair.network.start(pair.ours->read());
    CHECK(pair.network.run(pair.theirs->write("still there")));
    CHECK(pair.network.wait(next).text == "still there");
}

TEST_CASE("pings that nobody reads do not pile up", "[websocket]") {
    Wiretap tap;
    auto first = tap.network.start(tap.ours->read());
    std::string pings;
    for (int i = 0; i < 1000; ++i) pings += std::string("\x89\x00", 2);
    send(tap.theirs, pings + std::string("\x81\x02ok", 4));
    CHECK(tap.network.wait(first).kind == Kind::ping);
    CHECK(tap.network.run(read_bytes(tap.theirs, 1000 * 6)).size() == 6000); // each has its pong
    int read = 1;
    while (tap.network.run(tap.ours->read()).kind == Kind::ping) ++read;
    CHECK(read < 100);
}

TEST_CASE("a goodbye reaches the other side, after what was still to be written", "[websocket]") {
    Pair pair;
    auto first = pair.network.start(pair.ours->write("one")), second = pair.network.start(pair.ours->write("two"));
    pair.network.context.poll_one();
    pair.network.context.poll_one();
    pair.ours->close(long_enough);
    auto ours = pair.network.start(pair.ours->read());
    CHECK(pair.network.run(pair.theirs->read()).text == "one");
    CHECK(pair.network.run(pair.theirs->read()).text == "two");
    auto end = pair.network.run(pair.theirs->read());
    CHECK(end.kind == Kind::closed);
    CHECK(end.text == "the other side closed, code 1000");
    CHECK(pair.network.wait(ours).text == "closed");
    CHECK(pair.network.wait(first));
    CHECK(pair.network.wait(second));
    CHECK_FALSE(pair.network.run(pair.ours->write("too late")));
    CHECK_FALSE(pair.network.run(pair.theirs->write("too late")));
}

TEST_CASE("close gives up at its deadline", "[websocket]") {
    Wiretap tap;
    tap.ours->close(soon);
    auto end = tap.network.run(tap.ours->read());
    CHECK(end.kind == Kind::closed);
    CHECK(end.text == "no goodbye in time");
    CHECK(tap.network.run(read_all(tap.theirs)).size() == 8); // the close frame alone
}

TEST_CASE("a half-open link ends", "[websocket]") {
    Wiretap tap(soon);
    CHECK(tap.network.run(tap.ours->read()).kind == Kind::closed);
    CHECK_FALSE(tap.network.run(tap.ours->write("x")));
}

TEST_CASE("a link that breaks ends for reader and writer", "[websocket]") {
    Wiretap tap;
    auto read = tap.network.start(tap.ours->read());
    tap.theirs.close();
    CHECK(tap.network.wait(read).kind == Kind::closed);
    CHECK_FALSE(tap.network.run(tap.ours->write("x")));
}

TEST_CASE("a dropped socket ends whoever reads or writes", "[websocket]") {
    for (bool destroyed : {false, true}) {
        Wiretap tap;
        auto read = tap.network.start(tap.ours->read());
        auto written = tap.network.start(tap.ours->write(std::string(20'000'000, 'x'))); // more than fits anywhere
        tap.network.context.poll();
        tap.ours->ping();
        destroyed ? tap.ours.reset() : tap.ours->drop();
        CHECK(tap.network.wait(read).text == "dropped");
        CHECK_FALSE(tap.network.wait(written));
        tap.network.context.poll();
    }
}

TEST_CASE("a WebSocket goes over TLS, to the right host only", "[websocket]") {
    Network network;
    Peers right(network, "localhost"), wrong(network, "elsewhere.example");
    const auto url = [](const Peers& peers) {
        return "wss://localhost:" + std::to_string(peers.server.port()) + "/?t=secret";
    };
    auto connected = connect_to(network, url(right), trusting());
    REQUIRE(connected.socket);
    network.drive([&] { return !right.sockets.empty(); });
    auto written = network.start(connected.socket->write(std::string(200'000, 'x')));
    CHECK(network.run(right.sockets[0]->read()).text == std::string(200'000, 'x'));
    CHECK(network.wait(written));
    CHECK_THAT(connect_to(network, url(wrong), trusting()).reason, ContainsSubstring("certificate"));
    CHECK_THAT(connect_to(network, url(right), {}).reason, ContainsSubstring("certificate"));
}

TEST_CASE("a WebSocket goes through the proxy", "[websocket]") {
    Network network;
    Peers peers(network, "wss-primary.example");
    RawServer proxy(network);
    auto outside = trusting();
    outside.proxy = "http://" + proxy.address();
    std::string seen;
    auto asked = network.start(tunnel(proxy, peers.server.port(), seen));
    auto connected = connect_to(network, "wss://wss-primary.example/link?ticket=secret", outside);
    CHECK(connected.reason == "");
    CHECK_THAT(network.wait(asked), ContainsSubstring("CONNECT wss-primary.example:443 "));
    CHECK_FALSE(holds(seen, "secret"));
}

TEST_CASE("a connection that cannot be had says why", "[websocket]") {
    Network network;
    HttpServer refusing(network.executor(), on_loopback(), nothing_here);
    RawServer silent(network);
    auto sockets = make_sockets(network.executor(), {});
    const auto at = [](unsigned short port) { return "127.0.0.1:" + std::to_string(port) + "/?ticket=secret"; };
    auto refused = connect_to(network, "ws://" + at(refusing.port()), {});
    CHECK(refused.reason == "127.0.0.1: answered 404 instead of a WebSocket");
    auto late = network.run(sockets->connect("ws://" + at(silent.port()), soon));
    CHECK(late.reason == "127.0.0.1: no connection in time");
    CHECK_FALSE(late.socket);
    auto elsewhere = connect_to(network, "ws://slack.com/?ticket=secret", {});
    CHECK(elsewhere.reason == "not a wss address, nor ws to this machine");
}

} // namespace vera::net
