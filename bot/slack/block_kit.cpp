#include "bot/slack/block_kit.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

using nlohmann::json;

namespace {

constexpr auto nothing = "…";

json empty_block();
bool has_air_above(LineStyle line, LineStyle above);
void add_line(json& parts, LineStyle, bool air, const Literal&);
void add_item(json& parts, const Literal&);
void add_line_ends(json& texts, std::size_t count);
json text_element(const Literal&, LineStyle);

} // namespace

json plain_text(const Escaped& words) {
    // Without "emoji" a name between two colons would become a picture.
    return {{"type", "plain_text"}, {"text", words.text().empty() ? nothing : words.text()}, {"emoji", false}};
}

json rich_text(const std::vector<Line>& lines) {
    json blocks = json::array();
    std::size_t in_all = 0, in_block = 0, drawn = 0;
    auto above = LineStyle::plain;
    for (const auto& line : lines) {
        if (in_all >= max_text_characters || drawn >= max_drawn_lines) break;
        const Literal words(line.text, std::min(max_line_characters, max_text_characters - in_all));
        if (words.text().empty()) continue;
        const auto size = length(words.text()) + 2; // with its line ends
        const bool opens = blocks.empty() || in_block + size > max_block_characters;
        if (opens) {
            blocks.push_back(empty_block());
            in_block = 0;
        }
        add_line(blocks.back()["elements"], line.style, !opens && has_air_above(line.style, above), words);
        in_all += size, in_block += size, ++drawn;
        above = line.style;
    }
    if (!blocks.empty()) return blocks;
    blocks.push_back(empty_block());
    add_line(blocks.back()["elements"], LineStyle::plain, false, Literal{nothing});
    return blocks;
}

std::string to_text(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

namespace {

json empty_block() { return {{"type", "rich_text"}, {"elements", json::array()}}; }

// Headings, and the question below an aside or a list, stand apart on a small screen.
bool has_air_above(LineStyle line, LineStyle above) {
    if (line == LineStyle::heading) return true;
    return line == LineStyle::plain && above != LineStyle::plain && above != LineStyle::heading;
}

// Lines of one kind share a section or a quote, parted by line ends, as Slack's own editor writes them.
void add_line(json& parts, LineStyle style, bool air, const Literal& words) {
    if (style == LineStyle::item) return add_item(parts, words);
    const auto* type = style == LineStyle::quote ? "rich_text_quote" : "rich_text_section";
    const bool opens = parts.empty() || parts.back()["type"] != type;
    if (opens) parts.push_back({{"type", type}, {"elements", json::array()}});
    json& texts = parts.back()["elements"];
    add_line_ends(texts, (opens ? 0 : 1) + (air ? 1 : 0));
    texts.push_back(text_element(words, style));
}

void add_item(json& parts, const Literal& words) {
    if (parts.empty() || parts.back()["type"] != "rich_text_list")
        parts.push_back({{"type", "rich_text_list"}, {"style", "bullet"}, {"elements", json::array()}});
    json item = {{"type", "rich_text_section"}, {"elements", json::array({text_element(words, LineStyle::item)})}};
    parts.back()["elements"].push_back(std::move(item));
}

void add_line_ends(json& texts, std::size_t count) {
    if (count > 0) texts.push_back({{"type", "text"}, {"text", std::string(count, '\n')}});
}

json text_element(const Literal& words, LineStyle style) {
    json element = {{"type", "text"}, {"text", words.text()}};
    if (style == LineStyle::heading) element["style"] = {{"bold", true}};
    if (style == LineStyle::context) element["style"] = {{"italic", true}};
    return element;
}

} // namespace

} // namespace vera::slack
