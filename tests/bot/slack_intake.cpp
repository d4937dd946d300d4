// What both modes hand on, and what they leave alone.
#include "bot/slack_intake.hpp"

#include "bot/manual_clock.hpp"
#include "tests/bot/awaited.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

struct Door {
    boost::asio::io_context network;
    Metrics metrics;
    ManualClock clock{rig::noon};
    int taken = 0;
    SlackIntake intake{"T1", [this](slack::Inbound inbound) { return take(std::move(inbound)); }, metrics, clock};

    boost::asio::awaitable<slack::Ack> take(slack::Inbound inbound) {
        ++taken;
        if (inbound.user == "U_BROKEN") throw std::runtime_error("disk");
        slack::Ack ack{inbound.user != "U_LATER", "answer"};
        co_return ack;
    }
    slack::Ack give(const std::string& team, const std::string& user, bool ignored = false) {
        slack::Inbound inbound;
        inbound.team = team;
        inbound.user = user;
        inbound.what = slack::Speaks{Said{"x"}};
        if (ignored) inbound.what = slack::Ignored{"own_message"};
        return rig::awaited(network, intake.take(std::move(inbound)));
    }
};

} // namespace

TEST_CASE("another workspace is acknowledged, counted and goes no further", "[slack]") {
    Door door;
    auto ack = door.give("T2", "U1");
    CHECK(ack.acknowledge);
    CHECK(ack.payload.empty());
    CHECK(door.taken == 0);
    CHECK(door.give("T1", "U1").payload == "answer");
    CHECK(door.give("", "U1", true).acknowledge);
    CHECK(door.taken == 2);
    auto text = door.metrics.text({});
    CHECK_THAT(text, ContainsSubstring("{reason=\"unknown_workspace\"} 1"));
    CHECK_THAT(text, ContainsSubstring("{reason=\"own_message\"} 1"));
    CHECK_THAT(text, ContainsSubstring("vera_ack_seconds_count 2"));
}

TEST_CASE("what was not committed is not acknowledged and not counted as such", "[slack]") {
    Door door;
    CHECK_FALSE(door.give("T1", "U_LATER").acknowledge);
    CHECK_THROWS(door.give("T1", "U_BROKEN"));
    CHECK(door.intake.under_way() == 0);
    CHECK(door.metrics.text({}).find("vera_ack_seconds_count 0") != std::string::npos);
}

TEST_CASE("after the stop nothing is taken, so that it comes again", "[slack]") {
    Door door;
    door.intake.stop();
    CHECK_FALSE(door.give("T1", "U1").acknowledge);
    CHECK(door.taken == 0);
}

} // namespace vera
