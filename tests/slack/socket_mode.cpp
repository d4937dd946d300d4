// The loop that carries out the policy: which frames go where, and when it ends.
#include "bot/slack/socket_mode.hpp"

#include "core/must.hpp"
#include "tests/slack/socket_rig.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

namespace vera::slack {

namespace {

using Lines = std::vector<std::string>;

struct Ready : SocketRig { // one link is up
    Ready() {
        start();
        hello(0);
    }
};

} // namespace

TEST_CASE("every connection gets a URL of its own", "[socket_mode]") {
    SocketRig rig;
    rig.sockets.fail = 2;
    rig.start();
    rig.pass(seconds{10});
    REQUIRE(rig.sockets.wires.size() == 1);
    CHECK(rig.urls == 3);
    CHECK(rig.sockets.wires[0]->url == "wss://link.example/?ticket=3");
    CHECK_FALSE(rig.mode.ready());
    rig.hello(0);
    CHECK(rig.mode.ready());
    CHECK(rig.mode.links() == 1);
}

TEST_CASE("no line of the log holds a ticket", "[socket_mode]") {
    SocketRig rig;
    rig.sockets.fail = 1;
    rig.start();
    rig.pass(seconds{5});
    rig.goodbye(0);
    for (const auto& report : rig.reports) CHECK(report.find("ticket") == std::string::npos);
    CHECK_FALSE(rig.reports.empty());
}

TEST_CASE("an envelope is handed on and acknowledged on its link", "[socket_mode]") {
    Ready rig;
    rig.envelope(0, "e1", R"({"type":"event_callback"})");
    rig.envelope(0, "e2", R"({"a":1})", "interactive");
    rig.next_ack = Ack{true, R"({"text":"hello"})"};
    rig.envelope(0, "e3", R"({"b":2})", "slash_commands");
    CHECK(rig.taken == Lines{R"({"type":"event_callback"})", R"({"a":1})", R"({"b":2})"});
    CHECK(rig.doors == std::vector{Door::events, Door::interactions, Door::commands});
    CHECK(rig.sent(0) == Lines{ack("e1"), ack("e2"), R"({"envelope_id":"e3","payload":{"text":"hello"}})"});
}

TEST_CASE("a slow turn does not hold up the next one", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.envelope(0, "slow");
    rig.envelope(0, "fast");
    rig.finish_turn(1);
    CHECK(rig.sent(0) == Lines{ack("fast")});
    rig.finish_turn(0);
    CHECK(rig.sent(0) == Lines{ack("fast"), ack("slow")});
}

TEST_CASE("what was not committed, or too late, is not acknowledged", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    for (const auto* id : {"not committed", "in time", "late"}) rig.envelope(0, id);
    rig.finish_turn(0, Ack{false, ""});
    rig.pass(ack_within);
    rig.finish_turn(1);
    rig.pass(Duration{1});
    rig.finish_turn(2);
    CHECK(rig.sent(0) == Lines{ack("in time")});
}

TEST_CASE("an answer that is too big for an ack is left out, and the operator is told", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    const auto frame_around = ack("e1").size() + std::string(R"(,"payload":"")").size();
    const auto bytes = GENERATE(max_ack - 1, max_ack);
    rig.envelope(0, "e1");
    rig.reports.clear();
    rig.finish_turn(0, Ack{true, "\"" + std::string(bytes - frame_around, 'x') + "\""});
    REQUIRE(rig.sent(0).size() == 1);
    CHECK((rig.sent(0)[0].size() == bytes) == (bytes < max_ack));
    CHECK((rig.sent(0)[0] == ack("e1")) == (bytes == max_ack));
    CHECK(rig.reports.size() == (bytes < max_ack ? 0 : 1));
}

TEST_CASE("an ack whose link is gone goes out once on the newest one", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.envelope(0, "e1");
    rig.envelope(0, "e2");
    rig.goodbye(0);
    rig.pass(seconds{1});
    rig.hello(1, 2);
    rig.finish_turn(0);
    CHECK(rig.sent(0) == Lines{ack("e1")}); // the old link still stands
    rig.sockets.wires[0]->end();
    rig.settle();
    rig.finish_turn(1);
    CHECK(rig.sent(0).size() == 1);
    CHECK(rig.sent(1) == Lines{ack("e2")});
}

TEST_CASE("only what has an envelope id and is no greeting is acknowledged", "[socket_mode]") {
    Ready rig;
    auto& wire = *rig.sockets.wires[0];
    for (const auto* text :
         {R"({"type":"hello","envelope_id":"x"})", R"({"type":"events_api","payload":{}})", "not json", "[]", "",
          R"({"type":"events_api","envelope_id":7,"payload":{}})", R"({"type":"events_api","envelope_id":""})"})
        wire.say(text);
    rig.settle();
    CHECK(rig.taken.empty());
    CHECK(rig.sent(0).empty());
    wire.say(R"({"type":"something_new","envelope_id":"e1","payload":{}})");
    wire.say(R"({"type":"events_api","envelope_id":"e2"})");
    wire.say(R"({"type":"events_api","envelope_id":"e3","payload":)" + std::string(90, '[') + std::string(90, ']') +
             "}");
    rig.settle();
    CHECK(rig.sent(0) == Lines{ack("e1"), ack("e2"), ack("e3")});
    CHECK(rig.taken == Lines{"", ""}); // for the translation to refuse
}

TEST_CASE("more than 256 envelopes at once are left for Slack to send again", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.reports.clear();
    for (int n = 0; n < max_envelopes + 10; ++n) rig.envelope(0, "e" + std::to_string(n));
    CHECK(rig.turns.size() == max_envelopes);
    CHECK(rig.reports.size() == 1);
    rig.finish_turn(0);
    rig.envelope(0, "again");
    CHECK(rig.turns.size() == max_envelopes + 1);
}

TEST_CASE("a refresh leaves no time without a link, and a loss is caught up on", "[socket_mode]") {
    Ready rig;
    rig.pass(minutes{5});
    rig.goodbye(0, "refresh_requested");
    rig.pass(seconds{3});
    CHECK(rig.mode.ready());
    rig.hello(1, 2);
    rig.sockets.wires[0]->end();
    rig.pass(minutes{5});
    CHECK(rig.gaps.empty());
    rig.sockets.pongs = false; // silent from here on
    rig.pass(seconds{9});
    const auto last_heard = rig.clock.now() - seconds{9};
    rig.pass(seconds{31});
    CHECK_FALSE(rig.mode.ready());
    CHECK_FALSE(rig.open(1));
    rig.hello(2);
    REQUIRE(rig.gaps.size() == 1);
    CHECK(rig.gaps[0] <= last_heard);
    CHECK(rig.gaps[0] >= last_heard - seconds{10});
}

TEST_CASE("a wrong token ends the loop with a sentence that names the setting", "[socket_mode]") {
    SocketRig rig;
    ApiEnd dead;
    dead.end = ApiEnd::End::dead;
    dead.error = "invalid_auth";
    rig.url_answers = {dead};
    rig.start();
    CHECK(rig.over);
    CHECK(rig.error.find("invalid_auth") != std::string::npos);
    CHECK(rig.error.find("SLACK_APP_TOKEN") != std::string::npos);
}

TEST_CASE("429 is waited out and an answer without a URL is a failure that passes", "[socket_mode]") {
    SocketRig rig;
    ApiEnd limited;
    limited.end = ApiEnd::End::limited;
    limited.wait = seconds{90};
    ApiEnd empty;
    empty.end = ApiEnd::End::ok;
    empty.body = R"({"ok":true})";
    rig.url_answers = {limited, empty};
    rig.start();
    rig.pass(seconds{89});
    CHECK(rig.urls == 1);
    rig.pass(seconds{1});
    CHECK(rig.urls == 2);
    rig.pass(seconds{5});
    CHECK(rig.urls == 3);
    CHECK(rig.sockets.wires.size() == 1);
}

TEST_CASE("a turn that breaks over our own bug costs its ack; a lost database ends the loop", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.envelope(0, "e1");
    rig.envelope(0, "e2");
    rig.finish_turn(0, {}, std::make_exception_ptr(Bug("on order")));
    CHECK_FALSE(rig.over);
    rig.finish_turn(1, {}, std::make_exception_ptr(std::runtime_error("the disk is gone")));
    CHECK(rig.over);
    CHECK(rig.error == "the disk is gone");
    CHECK(rig.sent(0).empty());
    CHECK_FALSE(rig.open(0));
}

TEST_CASE("a stop answers what came, takes nothing new and closes", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.envelope(0, "before");
    Duration asked{0};
    rig.sockets.wires[0]->on_close = [&](Duration deadline) { asked = deadline; };
    rig.mode.stop();
    rig.settle();
    rig.envelope(0, "after");
    CHECK(asked == Duration{0});
    rig.finish_turn(0);
    CHECK(rig.sent(0) == Lines{ack("before")});
    CHECK(rig.taken.size() == 1);
    CHECK(asked > Duration{0});
    CHECK_FALSE(rig.over);
    rig.sockets.wires[0]->end();
    rig.settle();
    CHECK(rig.over);
    CHECK(rig.error.empty());
}

TEST_CASE("a stop ends in bounded time, whatever hangs", "[socket_mode]") {
    Ready rig;
    rig.slow_turns = true;
    rig.sockets.pongs = false;
    rig.envelope(0, "never answered");
    rig.mode.stop();
    rig.pass(ack_within + LinkLimits{}.close_within);
    CHECK(rig.over);
    CHECK_FALSE(rig.open(0));
    CHECK(rig.urls == 1);
}

} // namespace vera::slack
