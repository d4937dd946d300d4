#pragma once
// Where a bot token belongs and what it may do: one call of auth.test, read to the end. Needs the answer's headers,
// so it goes past WebApi.
#include "bot/http.hpp"
#include "bot/slack/inbound.hpp"

#include <set>
#include <string>

namespace vera::slack {

struct Installation {
    enum class End {
        good,
        wrong,       // the token, or how the app was installed: `trouble` says what to do about it
        unreachable, // no answer that says anything: later it may be one
    };
    End end = End::unreachable;
    std::string trouble; // one sentence, without the token
    Self self;
    std::string team_name;
    bool scopes_told = false; // whether Slack named them
    std::set<std::string> scopes;
};
Installation read_installation(const HttpEnd&); // pure
boost::asio::awaitable<Installation> ask_installation(Http& http, std::string api_url, std::string bot_token);

// Whether the app-level token opens Socket Mode: apps.connections.open; its URL is thrown away.
boost::asio::awaitable<Installation> ask_app_token(Http& http, std::string api_url, std::string app_token);

} // namespace vera::slack
