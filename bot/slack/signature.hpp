#pragma once
// Whether a request comes from Slack: HMAC-SHA256 over "v0:timestamp:raw body", compared in constant time, and
// a timestamp within five minutes either way. Source: docs.slack.dev, "Verifying requests from Slack".
#include "core/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera::slack {

// Any of the secrets will do: the old one stays valid while a new one is brought in.
bool is_signed(const std::vector<std::string>& secrets, std::string_view timestamp, std::string_view signature,
               std::string_view raw_body, Time now);

} // namespace vera::slack
