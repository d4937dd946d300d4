#pragma once
// Slack's Web API: one call, one answer, told apart by what it means for the caller. Waits in line for the
// method's and the channel's budget (token buckets, rate_limit.hpp) and honours 429 exactly; never tries again
// by itself. Source: docs.slack.dev/apis/web-api, rate-limits.
#include "bot/http.hpp"
#include "bot/ports.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>

namespace vera::slack {

struct ApiEnd {
    enum class End {
        ok,
        limited,  // 429, or no budget left: not carried out; try again after `wait`
        refused,  // ok:false for good: see `error`
        dead,     // the installation: token revoked, app removed, wrong token
        not_sent, // never reached Slack
        unsure,   // may have been carried out: time-out, 5xx, internal_error, cut answer
    };
    End end = End::not_sent;
    std::string error;  // Slack's code, or what failed; never content
    std::string needed; // of missing_scope
    Duration wait{0};
    std::string body; // the answer's JSON, for `ok`
};

inline constexpr Duration api_timeout = std::chrono::seconds{5};          // of one request; settle_time() builds on it
inline constexpr Duration longest_in_line = std::chrono::seconds{5};      // a longer wait is the caller's: `limited`
inline constexpr Duration default_retry_after = std::chrono::seconds{30}; // of a 429 that does not say

class WebApi {
public:
    // `url`: "https://slack.com/api/", or that of a fake on loopback.
    WebApi(Http&, Clock&, std::string url);
    ~WebApi();
    // `arguments`: a JSON object; goes as JSON or as form fields, as the method wants it. `channel` names the
    // bucket of one message a second, and is empty for everything else.
    boost::asio::awaitable<ApiEnd> call(std::string token, std::string method, std::string arguments,
                                        std::string channel = "");
    void stop(); // calls that wait in line end as `limited`, and so does every later one

private:
    struct Budget;
    Http& http_;
    Clock& clock_;
    std::string url_;
    std::unique_ptr<Budget> budget_;
};

} // namespace vera::slack
