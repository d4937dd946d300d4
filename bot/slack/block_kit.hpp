#pragma once
// The few Block Kit objects that messages and forms are made of.
#include "bot/slack/escape.hpp"
#include "core/message.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace vera::slack {

inline constexpr std::size_t max_text_characters = 9'000; // of a message's lines; Slack takes about 13,000 over all
inline constexpr std::size_t max_line_characters = 2'990; // the longest message of Vera's is 2,900
inline constexpr std::size_t max_block_characters = 3'000;
inline constexpr std::size_t max_drawn_lines = 300;

nlohmann::json plain_text(const Escaped&);          // "…" for nothing: Slack refuses an empty text
nlohmann::json rich_text(const std::vector<Line>&); // an array of 1 to 9 blocks
std::string to_text(const nlohmann::json&);

} // namespace vera::slack
