#pragma once
// What a person sees in Slack: the messages as they now stand, with their buttons; the open form; the home page.
#include "tests/fake_slack/fake_slack.hpp"

namespace vera::fake_slack {

struct SeenButton {
    std::string label, value, action_id, block_id;
};
struct SeenMessage {
    std::string ts, text; // the text of its blocks, a line each, decoded; without blocks its own text
    bool own = false;     // the person's, not the bot's
    std::vector<SeenButton> buttons;
    std::string metadata; // JSON, or empty
};
std::vector<SeenMessage> visible(FakeSlack&, const std::string& user);

std::string text_of_blocks(const Json& blocks);
std::vector<SeenButton> buttons_of_blocks(const Json& blocks);
const View* open_form(const FakeSlack&, const std::string& user); // nullptr: none

} // namespace vera::fake_slack
