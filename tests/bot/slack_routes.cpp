// Slack's requests over HTTP: who is let in, and what each gets back.
#include "bot/slack_routes.hpp"

#include "bot/manual_clock.hpp"
#include "tests/bot/awaited.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <openssl/hmac.h>

namespace vera {

namespace {

const std::string secret(32, 's'), old_secret(32, 'o');

std::string signature_of(const std::string& timestamp, const std::string& body, const std::string& key) {
    auto base = "v0:" + timestamp + ":" + body;
    unsigned char bytes[32];
    unsigned size = 0;
    ::HMAC(::EVP_sha256(), key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(base.data()), base.size(), bytes, &size);
    std::string text = "v0=";
    for (unsigned i = 0; i < size; ++i) {
        text += "0123456789abcdef"[bytes[i] >> 4];
        text += "0123456789abcdef"[bytes[i] & 15];
    }
    return text;
}

struct Slack {
    boost::asio::io_context network;
    ManualClock clock{rig::noon};
    std::vector<slack::Inbound> taken;
    slack::Ack ack;
    SlackRoutes routes{{secret, old_secret}, {"T1", "A1", "UBOT", "BBOT"}, clock, [this](slack::Inbound inbound) {
                           return take(std::move(inbound));
                       }};

    boost::asio::awaitable<slack::Ack> take(slack::Inbound inbound) {
        taken.push_back(std::move(inbound));
        co_return ack;
    }
    HttpRequest request(const std::string& path, const std::string& body, std::int64_t age = 0,
                        const std::string& key = secret) {
        auto timestamp = std::to_string(to_ms(clock.now()) / 1'000 - age);
        HttpRequest made;
        made.target = path;
        made.body = body;
        made.headers = {{"x-slack-request-timestamp", timestamp},
                        {"x-slack-signature", signature_of(timestamp, body, key)}};
        return made;
    }
    HttpAnswer give(HttpRequest request) { return rig::awaited(network, routes.answer(std::move(request))); }
    int status(const std::string& path, const std::string& body) { return give(request(path, body)).status; }
};

const std::string home_opened = R"({"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev1",
"event_time":1795348800,"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}],
"event":{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1795348800.000100"}})";

} // namespace

TEST_CASE("a route is there when it is configured, and takes POST only", "[slack][routes]") {
    Slack slack;
    CHECK(slack.status("/slack/events", home_opened) == 200);
    CHECK(slack.status("/slack/events?x=1", home_opened) == 200);
    CHECK(slack.taken.size() == 2);
    for (auto* other : {"/", "/slack", "/slack/event", "/slack/events/", "/metrics", "/api/messages"})
        CHECK(slack.status(other, home_opened) == 404);
    auto get = slack.request("/slack/events", home_opened);
    get.method = "GET";
    CHECK(slack.give(get).status == 405);
    slack.routes.signing_secrets.clear();
    for (auto* off : {"/slack/events", "/slack/interactions", "/slack/commands"})
        CHECK(slack.status(off, home_opened) == 404);
    CHECK(slack.taken.size() == 2);
}

TEST_CASE("an unsigned, changed or stale request is refused before anything reads it", "[slack][routes]") {
    Slack slack;
    auto changed = slack.request("/slack/events", home_opened);
    changed.body += " ";
    CHECK(slack.give(changed).status == 401);
    auto bare = slack.request("/slack/events", home_opened);
    bare.headers.clear();
    CHECK(slack.give(bare).status == 401);
    CHECK(slack.give(slack.request("/slack/events", home_opened, 301)).status == 401);
    CHECK(slack.give(slack.request("/slack/events", home_opened, -301)).status == 401);
    CHECK(slack.give(slack.request("/slack/events", home_opened, 0, std::string(32, 'x'))).status == 401);
    CHECK(slack.taken.empty());
    CHECK(slack.give(slack.request("/slack/events", home_opened, 299)).status == 200);
    CHECK(slack.give(slack.request("/slack/events", home_opened, 0, old_secret)).status == 200);
}

TEST_CASE("bytes that are no JSON, and JSON too deep, are a bad request", "[slack][routes]") {
    Slack slack;
    CHECK(slack.status("/slack/events", "no json") == 400);
    CHECK(slack.status("/slack/events", "") == 400);
    CHECK(slack.status("/slack/events", std::string(100, '[') + std::string(100, ']')) == 400);
    CHECK(slack.status("/slack/interactions", "payload=%7B") == 400);
    CHECK(slack.taken.empty());
}

TEST_CASE("the address is proven by the challenge, the certificate by an empty answer", "[slack][routes]") {
    Slack slack;
    auto answer = slack.give(slack.request("/slack/events", R"({"type":"url_verification","challenge":"abc"})"));
    CHECK(answer.status == 200);
    CHECK(answer.body == "abc");
    HttpRequest probe;
    probe.target = "/slack/commands";
    probe.body = "token=x&ssl_check=1";
    CHECK(slack.give(probe).status == 200);
    probe.target = "/slack/events";
    CHECK(slack.give(probe).status == 401);
    CHECK(slack.taken.empty());
}

TEST_CASE("what is not committed is a 503, so that Slack sends it again; an answer goes back as JSON",
          "[slack][routes]") {
    Slack slack;
    slack.ack.acknowledge = false;
    CHECK(slack.status("/slack/events", home_opened) == 503);
    slack.ack = {true, R"({"response_action":"errors"})"};
    auto answer = slack.give(slack.request("/slack/events", home_opened));
    CHECK(answer.status == 200);
    CHECK(answer.body == slack.ack.payload);
    CHECK(header(answer.headers, "content-type") == "application/json");
}

TEST_CASE("a command comes in as a form", "[slack][routes]") {
    Slack slack;
    CHECK(slack.status("/slack/commands",
                       "team_id=T1&channel_id=D1&channel_name=directmessage&user_id=U1&command=%2Fvera&text=new+Nordkai"
                       "&api_app_id=A1&trigger_id=1.2.3") == 200);
    REQUIRE(slack.taken.size() == 1);
    auto* speaks = std::get_if<slack::Speaks>(&slack.taken[0].what);
    REQUIRE(speaks);
    auto* said = std::get_if<Said>(&speaks->what);
    REQUIRE(said);
    CHECK(said->text == "new Nordkai");
}

} // namespace vera
