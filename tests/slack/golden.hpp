#pragma once
// Golden files: what we send to Slack, as somebody can read it in tests/slack/golden/*.json. The second opinion
// (check_types) and the screenshots read the same files.
#include "bot/slack/blocks.hpp"

#include <string>

namespace vera::slack {

// The file must hold exactly this, and Slack must take it. VERA_UPDATE_GOLDEN=1 rewrites it; review reads the
// difference.
void check_golden_message(const std::string& name, const Drawn&);
void check_golden_view(const std::string& name, const std::string& view);

} // namespace vera::slack
