#pragma once
// A transcript of tests/transcripts, played in the terminal to learn what each line was there (something said, or
// a button pressed) and what was stored in the end. Slack must come to the same.
#include "bot/talk.hpp"
#include "core/time.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vera::slack_talk {

struct Step {
    enum class Kind { say, press, move, restart, facts };
    Kind kind = Kind::say;
    std::string text;     // what is said; the button's label; the facts at this point
    Time to{};            // of `move`
    std::string answered; // what Vera said to it, her messages' lines, one a line
};

struct Script {
    std::string name;
    Time start{};
    Zone zone;
    std::vector<Step> steps;
    std::string facts; // in the end
};

std::vector<std::filesystem::path> transcripts();
Script played_in_terminal(const std::filesystem::path&);
std::string lines_of(const std::vector<Message>&);

} // namespace vera::slack_talk
