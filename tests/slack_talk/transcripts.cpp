// The interviews of tests/transcripts, had in Slack: the same is stored as after the talk in the terminal, and the
// screen shows each message once.
#include "tests/slack_talk/play.hpp"
#include "tests/support/catch.hpp"

using namespace vera;
using namespace vera::slack_talk;

TEST_CASE("every transcript, had in Slack, ends in the same state as in the terminal", "[slack_talk]") {
    int pressed = 0, typed_instead = 0;
    for (const auto& file : transcripts()) {
        const auto script = played_in_terminal(file);
        INFO(script.name);
        Stage stage(script.start, 1);
        const auto played = play(stage, script);
        CHECK(played.differences == std::vector<std::string>{});
        CHECK(heard_from(stage, "LEO") == played.said);
        CHECK(wrong_on_screen(stage) == std::vector<std::string>{});
        CHECK(stage.slack.troubles["LEO"].empty());
        pressed += played.pressed;
        typed_instead += played.typed_instead;
    }
    CHECK(pressed > 100);
    CHECK(typed_instead == 0);
}
