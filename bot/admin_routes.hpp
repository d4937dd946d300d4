#pragma once
// The admin listener: /healthz (the process is alive), /readyz (it can do its work, or one sentence why not),
// /metrics. Nothing of it holds content or names people.
#include "bot/http.hpp"

#include <functional>
#include <string>

namespace vera {

struct AdminRoutes {
    std::function<boost::asio::awaitable<std::string>()> trouble; // a sentence; empty: ready. May throw: not ready
    std::function<boost::asio::awaitable<std::string>()> metrics;

    boost::asio::awaitable<HttpAnswer> answer(HttpRequest) const; // outlived by this
};

} // namespace vera
