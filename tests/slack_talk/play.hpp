#pragma once
// A script played by hand in the fake Slack, and what must hold afterwards whatever went wrong on the way.
#include "tests/slack_talk/script.hpp"
#include "tests/slack_talk/stage.hpp"

#include <string>
#include <vector>

namespace vera::slack_talk {

struct Played {
    std::string facts;                    // in the end
    bool same = false;                    // as the terminal's, whatever the order of the deals
    std::vector<std::string> differences; // on the way, from the terminal's talk
    int pressed = 0, typed_instead = 0;   // buttons; those that were not to be seen any more
};
Played play(Stage&, const Script&);
std::string facts_of_leo(Stage&);

// What Leo sees against what the turns decided: each message once, in its order, as its last edit left it. One
// sentence for each thing that is wrong.
std::vector<std::string> wrong_on_screen(Stage&);

} // namespace vera::slack_talk
