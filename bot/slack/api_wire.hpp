#pragma once
// One call of the Web API as an HTTP request, and what its HTTP answer means. Pure.
// Source: docs.slack.dev/apis/web-api, "Evaluating responses"; the error lists of the methods.
#include "bot/slack/web_api.hpp"

namespace vera::slack {

// `arguments`: a JSON object.
HttpRequest api_request(const std::string& url, const std::string& token, const std::string& method,
                        const std::string& arguments);
ApiEnd read_answer(HttpEnd);

} // namespace vera::slack
