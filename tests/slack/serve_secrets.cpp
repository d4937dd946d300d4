// The log of `vera serve` and what it shows to the operator: whatever happens, nothing of what people wrote, no
// name of theirs and no token.
#include "tests/slack/program.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace vera::program {

namespace {

using fake_slack::Fault;

const std::string mark = "canary"; // in every answer, name and token

std::string folded(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return text;
}

void mark_everything(Desk& desk) {
    auto& options = desk.slack.options;
    desk.environment["SLACK_BOT_TOKEN"] = options.bot_token = "xoxb-canary-1";
    desk.environment["SLACK_SIGNING_SECRET"] = options.signing_secret = "canary0canary0canary0canary0cana";
    desk.environment.erase("SLACK_APP_TOKEN");
    desk.slack.socket_mode = false;
    desk.slack.workspace.people["LEO"].name = "Canary Leo";
    desk.slack.workspace.people["GUEST"] = {"GUEST", "Canary Guest", fake_slack::Person::Kind::guest, "", ""};
}

int post(Desk& desk, const std::string& path, const std::string& type, const std::string& body) {
    auto request = signed_request(desk.slack, path, type, body);
    request.target = "http://127.0.0.1:" + desk.port_after("HTTP mode: listening on 127.0.0.1:") + path;
    return desk.send(std::move(request)).status;
}

// Everything that a door can be given, with what is not what it should be.
void send_bad_payloads(Desk& desk) {
    auto form = "application/x-www-form-urlencoded";
    CHECK(post(desk, "/slack/events", "application/json", "canary") == 400);
    CHECK(post(desk, "/slack/events", "application/json", R"({"canary":)" + std::string(100, '[')) == 400);
    CHECK(post(desk, "/slack/events", "application/json", R"({"type":"canary","token":"canary"})") == 200);
    CHECK(post(desk, "/slack/events", "application/json", "{\"text\":\"canary\xff\"}") < 500);
    CHECK(post(desk, "/slack/interactions", form, "payload=canary") == 400);
    CHECK(post(desk, "/slack/interactions", form, "payload=%7B%22type%22%3A%22canary%22%7D") == 200);
    CHECK(post(desk, "/slack/interactions", form, "canary=%zz") < 500);
    CHECK(post(desk, "/slack/commands", form, "command=canary&text=canary") < 500);
    desk.slack.options.signing_secret = std::string(32, 'c');
    CHECK(post(desk, "/slack/events", "application/json", R"({"text":"canary"})") == 401);
    desk.slack.options.signing_secret = desk.environment["SLACK_SIGNING_SECRET"];
}

void send_bad_events(Desk& desk) {
    auto dm = desk.slack.workspace.dm("LEO").id;
    for (auto& event : {fake_slack::Json{{"type", "message"}, {"channel", dm}, {"user", "canary"}, {"ts", "canary"}},
                        fake_slack::Json{{"type", "message"}, {"channel", 7}, {"text", {{"canary", 1}}}},
                        fake_slack::Json{{"type", "message"}, {"subtype", "canary"}, {"channel", dm}},
                        fake_slack::Json{{"type", "user_change"}, {"user", "canary"}},
                        fake_slack::Json{{"type", "app_mention"}, {"user", "LEO"}, {"text", "canary"}}})
        deliver_event(desk.slack, event);
}

} // namespace

TEST_CASE("a talk with every kind of trouble leaves no word of it in the log", "[serve]") {
    Desk desk;
    mark_everything(desk);
    desk.start();
    say(desk.slack, "GUEST", "canary, let me in");
    say(desk.slack, "LEO", "new Canary Works");
    REQUIRE(desk.reads("Who decides about this at Canary Works?"));
    REQUIRE(desk.idle());
    send_bad_payloads(desk);
    send_bad_events(desk);
    mention(desk.slack, "LEO", "C0GENERAL", "canary, are you there?");
    command(desk.slack, "LEO", "canary");
    desk.slack.faults.refusal = "msg_blocks_too_long";
    desk.slack.faults.order(Fault::api_refused);
    say(desk.slack, "LEO", "Ingrid Canary, COO, last word; Petra Canary, with us");
    REQUIRE(desk.reads("Here is who I have at Canary Works"));
    desk.slack.faults.order(Fault::api_stored_then_cut, 2);
    say(desk.slack, "LEO", "status of canary");
    REQUIRE(desk.until([&] { return desk.slack.waiting.empty() && desk.slack.deliveries == 0; }));
    revoke(desk.slack);
    say(desk.slack, "LEO", "deals of canary");
    REQUIRE(desk.until([&] { return desk.slack.waiting.empty() && desk.slack.deliveries == 0; }));
    auto figures = desk.get("/metrics").body + desk.get("/readyz").body;
    CHECK(desk.stop() == 0);
    auto log = desk.log();
    CAPTURE(log);
    CHECK(folded(log).find(mark) == std::string::npos);
    CHECK(folded(desk.vera->out()).find(mark) == std::string::npos);
    CHECK(folded(figures).find(mark) == std::string::npos);
    CHECK_THAT(log, ContainsSubstring("msg_blocks_too_long")); // it is the log of all that
}

} // namespace vera::program
