// How `vera serve` ends and begins again: on a signal, in the middle of everything, with nothing lost.
#include "tests/slack/program.hpp"
#include "tests/support/catch.hpp"

#include <csignal>
#include <filesystem>

namespace vera::program {

namespace {

using fake_slack::Fault;

constexpr Duration at_most = std::chrono::seconds{10};
constexpr int often = 50;
const std::string people = "Ingrid Aas, COO, last word; Petra Lund, with us";

void begin_interview(Desk& desk) {
    desk.start();
    say(desk.slack, "LEO", "new Nordkai");
    REQUIRE(desk.reads("Who decides about this at Nordkai?"));
    REQUIRE(desk.idle());
}

void ends_in_time(Desk& desk, int number = SIGTERM) {
    auto began = wall_clock();
    desk.vera->signal(number);
    CHECK(desk.ends() == 0);
    CHECK(wall_clock() - began < at_most);
}

bool says(Desk& desk, const std::string& words) {
    return desk.until([&] { return desk.log().find(words) != std::string::npos; });
}

// The same message once more, as Slack sends it again.
void deliver_again(Desk& desk, const std::string& ts, const std::string& text) {
    deliver_event(desk.slack, {{"type", "message"},
                               {"channel", desk.slack.workspace.dm("LEO").id},
                               {"channel_type", "im"},
                               {"user", "LEO"},
                               {"text", text},
                               {"ts", ts},
                               {"event_ts", ts},
                               {"client_msg_id", "client-" + ts},
                               {"team", desk.slack.options.team}});
}

} // namespace

TEST_CASE("a signal ends the server at once, its links with a goodbye, its home left clean", "[serve]") {
    for (auto number : {SIGTERM, SIGINT}) {
        Desk desk;
        begin_interview(desk);
        ends_in_time(desk, number);
        CHECK(desk.until([&] { return desk.slack.links.empty(); }));
        CHECK(desk.slack.goodbyes == 1);
        CHECK_THAT(desk.log(), ContainsSubstring("Z stopped\n"));
        CHECK_FALSE(std::filesystem::exists(desk.folder.file("vera.sock")));
    }
}

TEST_CASE("a post that hangs does not keep the server, and is not shown twice", "[serve]") {
    Desk desk;
    begin_interview(desk);
    desk.slack.faults.order(Fault::api_slow, often);
    say(desk.slack, "LEO", people);
    REQUIRE(desk.until([&] { return desk.slack.faults.happened(Fault::api_slow) > 0; }));
    ends_in_time(desk);
    CHECK(desk.until([&] { return desk.slack.links.empty(); }));
    CHECK(desk.slack.goodbyes == 1);
    desk.slack.faults.none();
    desk.start();
    CHECK(desk.reads("Here is who I have at Nordkai"));
    CHECK(desk.times("Here is who I have at Nordkai") == 1);
    ends_in_time(desk);
}

TEST_CASE("what could not be sent before the end is sent at the next start, once", "[serve]") {
    Desk desk;
    begin_interview(desk);
    desk.slack.faults.retry_after = 60;
    desk.slack.faults.order(Fault::api_limited, often);
    say(desk.slack, "LEO", people);
    REQUIRE(desk.until([&] { return desk.slack.faults.happened(Fault::api_limited) > 0; }));
    REQUIRE(desk.until([&] { return desk.slack.waiting.empty(); }));
    ends_in_time(desk);
    CHECK(desk.times("Here is who I have at Nordkai") == 0);
    desk.slack.faults.none();
    desk.start();
    CHECK(desk.reads("Here is who I have at Nordkai"));
    CHECK(desk.times("Here is who I have at Nordkai") == 1);
    ends_in_time(desk);
}

TEST_CASE("after a kill in the middle of an interview the open question is answered", "[serve]") {
    Desk desk;
    begin_interview(desk);
    desk.vera->signal(SIGKILL);
    CHECK(desk.ends() == 128 + SIGKILL);
    desk.start();
    say(desk.slack, "LEO", people);
    CHECK(desk.reads("Here is who I have at Nordkai"));
    CHECK(desk.times("Who decides about this at Nordkai?") == 1);
    ends_in_time(desk);
}

TEST_CASE("what was said while no server ran is read and answered once, though Slack brings it too", "[serve]") {
    Desk desk;
    begin_interview(desk);
    ends_in_time(desk);
    desk.slack.socket_mode = false; // nothing comes by itself
    auto ts = say(desk.slack, "LEO", people);
    desk.slack.socket_mode = true;
    desk.start();
    REQUIRE(desk.reads("Here is who I have at Nordkai"));
    deliver_again(desk, ts, people);
    REQUIRE(desk.until([&] { return desk.slack.waiting.empty() && desk.slack.deliveries == 0; }));
    // The profile, and the line once.
    CHECK_THAT(desk.get("/metrics").body, ContainsSubstring("vera_turns_total{outcome=\"done\"} 2\n"));
    CHECK(desk.idle());
    CHECK(desk.times("Here is who I have at Nordkai") == 1);
    ends_in_time(desk);
}

TEST_CASE("a signal ends the server that waits for Slack, or for its first answer", "[serve]") {
    Desk nobody;
    nobody.environment["SLACK_API_URL"] = "http://127.0.0.1:1/api/";
    nobody.vera = nobody.run({"serve"});
    REQUIRE(says(nobody, "the next try comes in 5 seconds"));
    ends_in_time(nobody);
    CHECK_THAT(nobody.log(), ContainsSubstring("stopped before the first answer of Slack"));
    Desk slow;
    slow.slack.faults.order(Fault::api_slow);
    slow.vera = slow.run({"serve"});
    REQUIRE(slow.until([&] { return !slow.slack.calls.empty(); }));
    ends_in_time(slow);
}

} // namespace vera::program
