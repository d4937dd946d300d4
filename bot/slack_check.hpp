#pragma once
// What `vera check` and `vera serve` ask Slack before they trust the settings: kinds of tokens, scopes, the way to
// Slack, how the app was installed. In words, every problem at once.
#include "bot/check.hpp"
#include "bot/slack/installation.hpp"

#include <optional>

namespace vera {

// By the running server, if there is one, else by calls of its own; waits for them. Without a token: one note.
CheckedAll check_outside(const Settings&);
boost::asio::awaitable<CheckedAll> ask_slack(Serving serving, Http& http);

// What keeps Vera from serving at all: a wrong token (then of both), a scope without which she is deaf or dumb.
boost::asio::awaitable<Problems> in_the_way(slack::Installation bot, Serving serving, Http& http);

// Scopes that the token lacks, as sentences; the e-mail scope counts only when the list needs it.
std::vector<std::string> missing_scopes(const slack::Installation&, const Serving&);

} // namespace vera
