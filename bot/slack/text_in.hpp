#pragma once
// Text as Slack sends it, back to what was typed: once, and in this order: <tokens>, then the entities &lt; &gt;
// &amp;, then made safe (core/text.hpp). Source: docs.slack.dev/messaging/formatting-message-text.
#include <string>
#include <string_view>

namespace vera::slack {

// A mention of `own_user` is dropped: "@Vera status" says "status".
std::string text_in(std::string_view sent, std::string_view own_user = "");

// Labels of buttons and what was typed into a form: entities only, for tokens are not made there.
std::string label_in(std::string_view sent);

inline constexpr std::size_t max_text_bytes = 160'000; // 40,000 characters are the most Slack takes

} // namespace vera::slack
