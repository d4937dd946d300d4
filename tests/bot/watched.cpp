// The counting ports change nothing, and count what they should.
#include "bot/watched.hpp"

#include "bot/manual_clock.hpp"
#include "tests/bot/awaited.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

class Answers : public Http {
public:
    boost::asio::awaitable<HttpEnd> send(HttpRequest request) override {
        HttpEnd end{HttpEnd::End::answered, {}, ""};
        end.answer.status = request.body == "too fast" ? 429 : 200;
        co_return end;
    }
};

class Speaks : public Socket {
public:
    boost::asio::awaitable<Frame> read() override {
        if (said_) co_return Frame{};
        said_ = true;
        co_return Frame{Frame::Kind::text, R"({"type":"hello","num_connections": 2})"};
    }
    boost::asio::awaitable<bool> write(std::string) override { co_return true; }
    void ping() override {}
    void close(Duration) override {}
    void drop() override {}

private:
    bool said_ = false;
};

class Opens : public Sockets {
public:
    boost::asio::awaitable<Connected> connect(std::string url, Duration) override {
        Connected connected;
        if (url == "wss://here") connected.socket = std::make_unique<Speaks>();
        co_return connected;
    }
};

} // namespace

TEST_CASE("an answer 429 is counted under its method, without the query", "[metrics]") {
    boost::asio::io_context network;
    Answers answers;
    Metrics metrics;
    WatchedHttp watched(answers, metrics);
    for (auto* body : {"too fast", "fine", "too fast"}) {
        HttpRequest request;
        request.target = "https://slack.com/api/chat.postMessage?x=Canary";
        request.body = body;
        CHECK(rig::awaited(network, watched.send(request)).end == HttpEnd::End::answered);
    }
    auto text = metrics.text({});
    CHECK_THAT(text, ContainsSubstring("{method=\"chat.postMessage\"} 2"));
    CHECK(text.find("Canary") == text.npos);
}

TEST_CASE("the last frame of any link is known, and what Slack counts as our links", "[metrics]") {
    boost::asio::io_context network;
    Opens opens;
    Metrics metrics;
    ManualClock clock(rig::noon);
    WatchedSockets watched(opens, metrics, clock);
    CHECK_FALSE(rig::awaited(network, watched.connect("wss://nowhere", {})).socket);
    auto connected = rig::awaited(network, watched.connect("wss://here", {}));
    REQUIRE(connected.socket);
    CHECK_FALSE(watched.last_frame());
    CHECK(rig::awaited(network, connected.socket->read()).kind == Frame::Kind::text);
    CHECK(watched.last_frame() == rig::noon);
    clock.advance_to(rig::noon + std::chrono::minutes(1));
    CHECK(rig::awaited(network, connected.socket->read()).kind == Frame::Kind::closed);
    CHECK(watched.last_frame() == rig::noon);
    CHECK_THAT(metrics.text({}), ContainsSubstring("vera_slack_connections 2"));
}

TEST_CASE("only a hello tells the number of links", "[metrics]") {
    CHECK(connections_in(R"({"type":"hello","num_connections":12,"x":{}})") == 12);
    CHECK_FALSE(connections_in(R"({"type":"events_api","num_connections":12})"));
    CHECK_FALSE(connections_in(R"({"type":"hello"})"));
    CHECK_FALSE(connections_in(R"({"type":"hello","num_connections":)"));
}

} // namespace vera
