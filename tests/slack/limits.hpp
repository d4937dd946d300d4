#pragma once
// Why Slack would refuse blocks or a view: its published limits (docs.slack.dev/reference/block-kit), checked by a
// reader of its own, for the renderer's tests and the fake Slack. It knows the blocks that Vera may send; another
// is refused as unknown.
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace vera::slack {

enum class BlocksOf { message, modal, home };

// One sentence for each reason, with the place: "blocks/2/elements/0/text: longer than 75". Empty: Slack takes it.
std::vector<std::string> refused_blocks(const nlohmann::json& blocks, BlocksOf);
std::vector<std::string> refused_view(const nlohmann::json& view); // a modal or a home
// Of chat.postMessage and chat.update: `text` and `blocks`, the blocks as an array.
std::vector<std::string> refused_message(const nlohmann::json& arguments);

} // namespace vera::slack
