#pragma once
// The scopes that Vera's bot token needs, each with its reason; the manifests in deploy/slack ask for exactly these.
#include <string>
#include <vector>

namespace vera::slack {

struct ScopeUse {
    std::string scope;
    std::string without; // what is lost when the token lacks it, as the end of a sentence
    bool vital = false;  // she cannot serve without it
};
const std::vector<ScopeUse>& needed_scopes();
inline constexpr auto email_scope = "users:read.email"; // only when the allow-list names e-mail addresses

} // namespace vera::slack
