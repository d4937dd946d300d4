#include "tests/slack_talk/stage.hpp"
#include "tests/support/catch.hpp"

using namespace vera;
using namespace vera::slack_talk;

TEST_CASE("a first talk", "[slack_talk]") {
    Stage stage(*parse_iso_time("2026-11-24T16:05:00+01:00"), 1);
    stage.start();
    fake_slack::open_chat(stage.slack, "LEO");
    stage.settle();
    fake_slack::say(stage.slack, "LEO", "new Nordkai");
    stage.settle();
    for (auto& m : fake_slack::visible(stage.slack, "LEO")) WARN(m.text << " [" << m.buttons.size() << "]" << m.metadata);
    for (auto& r : stage.reports) WARN(r);
    CHECK(false);
}
