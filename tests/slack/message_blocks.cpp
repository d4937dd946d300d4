// Whatever a message holds, Slack takes it and nothing in it comes alive.
#include "bot/slack/blocks.hpp"
#include "core/text.hpp"
#include "tests/slack/limits.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace vera::slack {

using nlohmann::json;

namespace {

struct Dice { // the same throws on every machine
    unsigned long long state;
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state >> 33) % n;
    }
};
std::string any_text(Dice&, std::size_t most_parts);
Message any_message(Dice&);
Message saying(std::vector<Line> lines);
json blocks_of(const Message&);

} // namespace

TEST_CASE("any message at all keeps every limit of Slack's", "[slack]") {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        Dice dice{seed};
        const auto message = any_message(dice);
        const auto drawn = draw(message);
        const json arguments = {{"text", drawn.text}, {"blocks", json::parse(drawn.blocks)}};
        INFO("seed " << seed);
        REQUIRE(refused_message(arguments) == std::vector<std::string>{});
        REQUIRE(arguments["blocks"][0]["type"] == "rich_text");
        REQUIRE(refused_view(json::parse(draw_home(message))) == std::vector<std::string>{});
    }
}

TEST_CASE("a line of a hundred thousand characters is cut, and so are thousands of lines", "[slack]") {
    const auto long_line = saying({{std::string(100'000, '<'), LineStyle::quote}});
    CHECK(refused_blocks(blocks_of(long_line), BlocksOf::message) == std::vector<std::string>{});
    auto many = saying(std::vector<Line>(20'000, {"heading", LineStyle::heading}));
    many.buttons.assign(1'000, {std::string(1'000, '&'), {}});
    CHECK(refused_blocks(blocks_of(many), BlocksOf::message) == std::vector<std::string>{});
}

TEST_CASE("a message of the greatest size that Vera makes is shown whole", "[slack]") {
    std::string all;
    for (std::size_t i = 0; i < max_message_characters / 10; ++i) all += "abcdefghi ";
    all.pop_back();
    CHECK_THAT(blocks_of(saying({{all, LineStyle::plain}})).dump(), ContainsSubstring(all));
}

TEST_CASE("lines of a kind share a section, a list or a quote", "[slack]") {
    const auto blocks = blocks_of(saying({{"Deal", LineStyle::heading},
                                          {"Who?", LineStyle::plain},
                                          {"one", LineStyle::item},
                                          {"two", LineStyle::item},
                                          {"she said", LineStyle::quote},
                                          {"it", LineStyle::quote},
                                          {"aside", LineStyle::context}}));
    REQUIRE(blocks.size() == 1);
    const auto& parts = blocks[0]["elements"];
    REQUIRE(parts.size() == 4);
    CHECK(parts[0]["elements"][0] == json{{"type", "text"}, {"text", "Deal"}, {"style", {{"bold", true}}}});
    CHECK(parts[0]["elements"][1]["text"] == "\n");
    CHECK(parts[0]["elements"][2]["text"] == "Who?");
    CHECK(parts[1]["type"] == "rich_text_list");
    CHECK(parts[1]["elements"].size() == 2);
    CHECK(parts[2]["type"] == "rich_text_quote");
    CHECK(parts[2]["elements"].size() == 3);
    CHECK(parts[3]["elements"][0]["style"] == json{{"italic", true}});
}

TEST_CASE("a heading, and a question below an aside or a list, have an empty line above them", "[slack]") {
    const auto parts = blocks_of(saying({{"Noted.", LineStyle::plain},
                                         {"an aside", LineStyle::context},
                                         {"What next?", LineStyle::plain},
                                         {"one", LineStyle::item},
                                         {"Flags", LineStyle::heading}}))[0]["elements"];
    CHECK(parts[0]["elements"][1]["text"] == "\n");
    CHECK(parts[0]["elements"][3]["text"] == "\n\n");
    CHECK(parts[2]["elements"][0]["text"] == "\n");
    CHECK(parts[2]["elements"][1]["text"] == "Flags");
}

TEST_CASE("a lock screen gets the notice and never a line of the message", "[slack]") {
    auto message = saying({{"Ingrid wants to be on the board", LineStyle::plain}});
    message.notice = "Nordkai & Sons: one point is due";
    CHECK(draw(message).text == "Nordkai &amp; Sons: one point is due");
    message.notice.clear();
    CHECK(draw(message).text == "Vera");
}

TEST_CASE("a button carries its choice, is numbered, and is left out where its choice does not fit", "[slack]") {
    auto message = saying({{"Who?", LineStyle::plain}});
    Choice first, huge;
    first.value = "ingrid";
    huge.value = std::string(3'000, 'x');
    message.buttons = {{"Huge", huge}, {"Ingrid & Co", first}};
    const auto blocks = blocks_of(message);
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[1]["type"] == "actions");
    REQUIRE(blocks[1]["elements"].size() == 1);
    const auto& button = blocks[1]["elements"][0];
    CHECK(button["action_id"] == "b1");
    CHECK(button["text"]["text"] == "Ingrid &amp; Co");
    CHECK(button["value"] == value_of(first));
}

TEST_CASE("a message without words is still one that Slack takes", "[slack]") {
    CHECK(refused_blocks(blocks_of(Message{}), BlocksOf::message) == std::vector<std::string>{});
    CHECK(refused_blocks(blocks_of(saying({{"\u200b \n", LineStyle::item}})), BlocksOf::message) ==
          std::vector<std::string>{});
}

namespace {

std::string any_text(Dice& dice, std::size_t most_parts) {
    constexpr std::array<std::string_view, 14> parts = {"a",      "&", "<!channel>", "é",    "😀",  "\n", "\xff\xfe",
                                                        "\u202e", " ", "*b*",        "\x01", "東", "\t", "word "};
    std::string text;
    const auto count = dice.below(most_parts + 1);
    for (std::size_t i = 0; i < count; ++i) text += parts[dice.below(parts.size())];
    return text;
}

Message any_message(Dice& dice) {
    Message message;
    const std::size_t longest = dice.below(10) == 0 ? 6'000 : 40;
    const auto lines = dice.below(dice.below(8) == 0 ? 600 : 12);
    for (std::size_t i = 0; i < lines; ++i)
        message.lines.push_back({any_text(dice, i % 50 == 0 ? longest : 40), static_cast<LineStyle>(dice.below(5))});
    const auto buttons = dice.below(40);
    for (std::size_t i = 0; i < buttons; ++i) {
        Choice choice;
        choice.value = any_text(dice, 30);
        message.buttons.push_back({any_text(dice, 60), choice});
    }
    message.notice = any_text(dice, longest);
    return message;
}

Message saying(std::vector<Line> lines) {
    Message message;
    message.lines = std::move(lines);
    return message;
}

json blocks_of(const Message& message) { return json::parse(draw(message).blocks); }

} // namespace

} // namespace vera::slack
