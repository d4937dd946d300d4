#include "bot/slack/scopes.hpp"

namespace vera::slack {

const std::vector<ScopeUse>& needed_scopes() {
    static const std::vector<ScopeUse> scopes = {
        {"chat:write", "Vera cannot say anything", true},
        {"im:history", "Vera hears nothing that is typed in her chat, and cannot look up whether a message arrived",
         true},
        {"im:write", "Vera cannot open her chat with somebody, so no reminder reaches them"},
        {"app_mentions:read", "a mention in a channel stays without an answer"},
        {"commands", "/vera and the shortcuts are gone"},
        {"users:read", "Vera cannot tell a colleague from a guest, and talks to nobody", true},
        {"channels:read",
         "Vera does not learn that a public channel was shared with another company (she posts to none yet)"},
        {"groups:read",
         "Vera does not learn that a private channel was shared with another company (she posts to none yet)"},
    };
    return scopes;
}

} // namespace vera::slack
