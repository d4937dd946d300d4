#pragma once
// Slack over HTTP: /slack/events, /slack/interactions (options too) and /slack/commands. The signature over the
// raw body comes before anything else is looked at. Source: docs.slack.dev, "HTTP request URLs".
#include "bot/http.hpp"
#include "bot/ports.hpp"
#include "bot/slack/slack.hpp"

#include <functional>
#include <string>
#include <vector>

namespace vera {

struct SlackRoutes {
    std::vector<std::string> signing_secrets; // none: HTTP mode is off, and every route a 404
    slack::Self self;
    Clock& clock;
    std::function<boost::asio::awaitable<slack::Ack>(slack::Inbound)> take;

    boost::asio::awaitable<HttpAnswer> answer(HttpRequest) const; // outlived by this
};

} // namespace vera
