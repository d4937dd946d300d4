// The interviews again while the fake drops, repeats, delays, reorders, limits and shuts: the same is stored, no
// line is lost or taken twice, nothing is visible twice. VERA_FAULT_SEEDS: so many seeds for each transcript.
#include "tests/slack_talk/play.hpp"
#include "tests/slack_talk/weather.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace vera;
using namespace vera::slack_talk;

namespace {

const std::vector<std::string> nothing;

std::uint64_t seeds_each() {
    const char* given = std::getenv("VERA_FAULT_SEEDS");
    return given ? std::strtoull(given, nullptr, 10) : 1;
}

void endure(const slack_talk::Script& script, std::uint64_t seed, Weathered& weathered, int& pressed_again) {
    INFO(script.name + ", seed " + std::to_string(seed));
    const auto& users = seed % 2 == 0 ? leo_and_mia : leo;
    Stage stage(script.start, seed);
    set_weather(stage.slack.faults, seed);
    const auto played = play(stage, script, users);
    CHECK(played.differences == nothing);
    for (const auto& user : users) {
        INFO(user);
        CHECK(heard_from(stage, user) == played.said);
        CHECK(wrong_on_screen(stage, user, Edits::may_lack) == nothing);
    }
    CHECK(played.typed_instead == 0);
    pressed_again += played.pressed_again;
    weathered.count(stage.slack.faults);
}

} // namespace

TEST_CASE("every transcript ends in the same state while Slack drops, repeats, delays, limits and shuts",
          "[slack_talk]") {
    Weathered weathered;
    int pressed_again = 0;
    std::uint64_t seed = 1;
    for (const auto& file : transcripts()) {
        const auto script = played_in_terminal(file);
        for (std::uint64_t n = 0; n < seeds_each(); ++n) endure(script, seed++, weathered, pressed_again);
    }
    CHECK(weathered.never() == nothing);
    CHECK(pressed_again > 0);
}
