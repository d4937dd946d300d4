#include "bot/slack/block_kit.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

using nlohmann::json;

namespace {

constexpr auto nothing = "…";
constexpr std::size_t max_heading_blocks = 20; // later headings stay in the block they come in

json empty_block();
void add_line(json& parts, LineStyle, const Literal&);
void add_item(json& parts, const Literal&);
void add_to(json& parts, const char* type, json text);
json text_element(const Literal&, LineStyle);

} // namespace

json plain_text(const Escaped& words) {
    // Without "emoji" a name between two colons would become a picture.
    return {{"type", "plain_text"}, {"text", words.text().empty() ? nothing : words.text()}, {"emoji", false}};
}

// A heading opens a block of its own, so that there is air above it.
json rich_text(const std::vector<Line>& lines) {
    json blocks = json::array();
    std::size_t in_all = 0, in_block = 0, drawn = 0;
    for (const auto& line : lines) {
        if (in_all >= max_text_characters || drawn >= max_drawn_lines) break;
        const Literal words(line.text, std::min(max_line_characters, max_text_characters - in_all));
        if (words.text().empty()) continue;
        const auto size = length(words.text()) + 1;
        const bool apart = line.style == LineStyle::heading && blocks.size() < max_heading_blocks;
        if (blocks.empty() || apart || in_block + size > max_line_characters) {
            blocks.push_back(empty_block());
            in_block = 0;
        }
        add_line(blocks.back()["elements"], line.style, words);
        in_all += size, in_block += size, ++drawn;
    }
    if (!blocks.empty()) return blocks;
    blocks.push_back(empty_block());
    add_line(blocks.back()["elements"], LineStyle::plain, Literal{nothing});
    return blocks;
}

std::string to_text(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

namespace {

json empty_block() { return {{"type", "rich_text"}, {"elements", json::array()}}; }

void add_line(json& parts, LineStyle style, const Literal& words) {
    if (style == LineStyle::item) return add_item(parts, words);
    add_to(parts, style == LineStyle::quote ? "rich_text_quote" : "rich_text_section", text_element(words, style));
}

void add_item(json& parts, const Literal& words) {
    if (parts.empty() || parts.back()["type"] != "rich_text_list")
        parts.push_back({{"type", "rich_text_list"}, {"style", "bullet"}, {"elements", json::array()}});
    json item = {{"type", "rich_text_section"}, {"elements", json::array({text_element(words, LineStyle::item)})}};
    parts.back()["elements"].push_back(std::move(item));
}

void add_to(json& parts, const char* type, json text) {
    if (parts.empty() || parts.back()["type"] != type)
        parts.push_back({{"type", type}, {"elements", json::array()}});
    else
        parts.back()["elements"].push_back({{"type", "text"}, {"text", "\n"}});
    parts.back()["elements"].push_back(std::move(text));
}

json text_element(const Literal& words, LineStyle style) {
    json element = {{"type", "text"}, {"text", words.text()}};
    if (style == LineStyle::heading) element["style"] = {{"bold", true}};
    if (style == LineStyle::context) element["style"] = {{"italic", true}};
    return element;
}

} // namespace

} // namespace vera::slack
