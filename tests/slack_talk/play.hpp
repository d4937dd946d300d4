#pragma once
// A script played by hand in the fake Slack, and what must hold afterwards whatever went wrong on the way.
#include "tests/slack_talk/script.hpp"
#include "tests/slack_talk/stage.hpp"

#include <string>
#include <vector>

namespace vera::slack_talk {

using Users = std::vector<std::string>;
inline const Users leo{"LEO"}, leo_and_mia{"LEO", "MIA"};

struct Played {
    std::vector<std::string> differences; // from the terminal's talk, in what is stored; whatever the order of deals
    std::vector<std::string> said;        // by each of the users
    int pressed = 0, typed_instead = 0;   // buttons; those that were not to be seen any more
    int pressed_again = 0;                // because Slack said that it did not work
};
// All users play the script, each for themselves and all at the same time; each waits for the answer.
Played play(Stage&, const Script&, const Users& = leo);

enum class Edits { arrive, may_lack }; // an edit that cannot be made soon is not made

// What a user sees against what the turns decided: each message once, in its order, as its last edit left it. One
// sentence for each thing that is wrong.
std::vector<std::string> wrong_on_screen(Stage&, const std::string& user = "LEO", Edits = Edits::arrive);
// The lines that turns took from the user, in their order.
std::vector<std::string> heard_from(Stage&, const std::string& user);

} // namespace vera::slack_talk
