#include "bot/slack/block_kit.hpp"
#include "bot/slack/blocks.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

using nlohmann::json;

namespace {

constexpr std::size_t max_notice_characters = 3'900; // chat.update refuses more than 4,000
constexpr std::size_t max_label_characters = 75;
constexpr std::size_t max_value_characters = 2'000;
constexpr std::size_t max_drawn_buttons = 2 * max_buttons; // Slack takes 25 in a row
constexpr auto name = "Vera";

json blocks_of(const Message&);
json row_of(const std::vector<Button>&);
json button_of(const Button&, std::size_t number);

} // namespace

Drawn draw(const Message& message) {
    const Escaped notice(message.notice, max_notice_characters);
    return Drawn{notice.text().empty() ? name : notice.text(), to_text(blocks_of(message))};
}

std::string draw_home(const Message& message) { return to_text({{"type", "home"}, {"blocks", blocks_of(message)}}); }

namespace {

json blocks_of(const Message& message) {
    json blocks = rich_text(message.lines);
    json buttons = row_of(message.buttons);
    if (!buttons.empty()) blocks.push_back({{"type", "actions"}, {"elements", std::move(buttons)}});
    return blocks;
}

// A button whose meaning does not fit is left out: its label, typed, does the same.
json row_of(const std::vector<Button>& buttons) {
    json row = json::array();
    for (const auto& button : buttons) {
        if (row.size() == max_drawn_buttons) break;
        if (value_of(button.choice).size() > max_value_characters) continue;
        row.push_back(button_of(button, row.size() + 1));
    }
    return row;
}

json button_of(const Button& button, std::size_t number) {
    return {{"type", "button"},
            {"action_id", "b" + std::to_string(number)},
            {"text", plain_text(Escaped{button.label, max_label_characters})},
            {"value", value_of(button.choice)}};
}

} // namespace

} // namespace vera::slack
