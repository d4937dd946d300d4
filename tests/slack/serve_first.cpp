// The first contact with `vera serve`, from the outside: by links and by signed requests.
#include "tests/net/rig.hpp"
#include "tests/slack/program.hpp"
#include "tests/support/catch.hpp"

namespace vera::program {

namespace {

void meets(Desk& desk) {
    open_chat(desk.slack, "LEO");
    CHECK(desk.reads("Your company may be able to read this chat"));
    say(desk.slack, "LEO", "new Nordkai");
    CHECK(desk.reads("Who decides about this at Nordkai?"));
}

HttpRequest event_of(const Desk& desk, const std::string& team) {
    auto body = R"({"type":"event_callback","api_app_id":"A0VERA","event_id":"Ev1","event_time":1,"team_id":")" + team +
                R"(","authorizations":[{"team_id":")" + team +
                R"(","user_id":"U0VERA","is_bot":true}],"event":{"type":"message","channel":"D1","channel_type":"im",)"
                R"("user":"LEO","text":"new Nordkai","ts":"1795000000.000100"}})";
    return signed_request(desk.slack, "/slack/events", "application/json", body);
}

int status_of(Desk& desk, HttpRequest request) {
    request.target = "http://127.0.0.1:" + desk.port_after("HTTP mode: listening on 127.0.0.1:") + request.target;
    return desk.send(std::move(request)).status;
}

} // namespace

TEST_CASE("the first line in Slack is answered, through TLS of the company's own authority", "[serve]") {
    Desk desk(net::certificates().for_host("localhost"), "localhost");
    desk.environment["VERA_CA_FILE"] = net::certificates().authority();
    desk.start();
    meets(desk);
    CHECK(desk.stop() == 0);
}

TEST_CASE("an authority that nobody told Vera about is not believed", "[serve]") {
    Desk desk(net::certificates().for_host("localhost"), "localhost");
    desk.vera = desk.run({"serve"});
    CHECK(desk.until([&] { return desk.log().find("the next try comes in") != std::string::npos; }));
    CHECK_THAT(desk.log(), ContainsSubstring("Slack cannot be reached"));
    CHECK(desk.slack.calls.empty());
    CHECK(desk.stop() == 0);
}

TEST_CASE("the first line by a signed request is answered, and both secrets are good", "[serve]") {
    Desk desk;
    desk.http_mode();
    desk.environment["SLACK_SIGNING_SECRET_OLD"] = desk.slack.options.signing_secret;
    desk.environment["SLACK_SIGNING_SECRET"] = std::string(32, 'b');
    desk.start();
    meets(desk);
    desk.slack.options.signing_secret = std::string(32, 'b');
    say(desk.slack, "LEO", "Ingrid Aas, COO, last word; Petra Lund, with us");
    CHECK(desk.reads("Here is who I have at Nordkai"));
    desk.slack.options.signing_secret = std::string(32, 'c');
    CHECK(status_of(desk, event_of(desk, desk.slack.options.team)) == 401);
    CHECK(desk.stop() == 0);
}

TEST_CASE("another workspace is acknowledged, counted and left alone", "[serve]") {
    Desk desk;
    desk.http_mode();
    desk.start();
    CHECK(status_of(desk, event_of(desk, "T0OTHER")) == 200);
    CHECK_THAT(desk.get("/metrics").body, ContainsSubstring("vera_events_ignored_total{reason=\"other_workspace\"} 1"));
    CHECK(desk.times("") == 0);
    CHECK(desk.stop() == 0);
}

TEST_CASE("every promised figure has its name", "[serve]") {
    Desk desk;
    desk.start();
    say(desk.slack, "LEO", "new Nordkai");
    REQUIRE(desk.reads("Who decides about this at Nordkai?"));
    desk.slack.faults.retry_after = 1;
    desk.slack.faults.order(fake_slack::Fault::api_limited);
    say(desk.slack, "LEO", "Ingrid Aas, COO, last word; Petra Lund, with us");
    REQUIRE(desk.reads("Here is who I have at Nordkai"));
    REQUIRE(desk.idle());
    auto figures = desk.get("/metrics").body;
    for (auto* name : {"vera_turns_total{outcome=\"done\"}", "vera_posts_total{end=\"sent\"}", "vera_ack_seconds_count",
                       "vera_slack_limited_total{method=", "vera_slack_links_open 1", "vera_slack_connections 1",
                       "vera_slack_last_frame_age_seconds", "vera_outbox_waiting 0"})
        CHECK_THAT(figures, ContainsSubstring(name));
    CHECK(desk.get("/healthz").status == 200);
    CHECK(desk.stop() == 0);
}

} // namespace vera::program
