#include "bot/slack/web_api.hpp"

#include "bot/slack/api_wire.hpp"
#include "bot/slack/waiting_line.hpp"

#include <map>

namespace vera::slack {

namespace {

constexpr Duration sweep_every = std::chrono::minutes{1};
constexpr Rate one_channel{5, std::chrono::seconds{1}};

Rate rate_of(const std::string& method);
Duration patience_of(const std::string& method);
ApiEnd no_budget(Duration wait);

} // namespace

// The lines of the methods and, by "#channel", of the channels.
struct WebApi::Budget {
    explicit Budget(Clock& clock) : clock(clock) {}
    WaitingLine& line(const std::string& name, Rate);
    void forget_idle();
    Clock& clock;
    std::map<std::string, WaitingLine> lines;
    Time sweep_at{};
    bool stopped = false;
};

WebApi::WebApi(Http& http, Clock& clock, std::string url)
    : http_(http), clock_(clock), url_(std::move(url)), budget_(std::make_unique<Budget>(clock)) {
    if (!url_.ends_with('/')) url_ += '/';
}

WebApi::~WebApi() = default;

boost::asio::awaitable<ApiEnd> WebApi::call(std::string token, std::string method, std::string arguments,
                                            std::string channel) {
    budget_->forget_idle();
    if (!channel.empty()) {
        auto& line = budget_->line("#" + channel, one_channel);
        auto wait = co_await line.pass(longest_in_line);
        if (wait > Duration{0}) co_return no_budget(wait);
    }
    auto& line = budget_->line(method, rate_of(method));
    auto wait = co_await line.pass(patience_of(method));
    if (wait > Duration{0}) co_return no_budget(wait);
    auto request = api_request(url_, token, method, arguments);
    auto answer = co_await http_.send(std::move(request));
    auto end = read_answer(std::move(answer));
    if (end.end == ApiEnd::End::limited) budget_->line(method, rate_of(method)).close_until(clock_.now() + end.wait);
    co_return end;
}

void WebApi::stop() {
    budget_->stopped = true;
    for (auto& [name, line] : budget_->lines) line.stop();
}

WaitingLine& WebApi::Budget::line(const std::string& name, Rate rate) {
    auto& line = lines.try_emplace(name, rate, clock).first->second;
    if (stopped) line.stop();
    return line;
}

void WebApi::Budget::forget_idle() {
    auto now = clock.now();
    if (now < sweep_at) return;
    std::erase_if(lines, [now](const auto& entry) { return entry.second.idle(now); });
    sweep_at = now + sweep_every;
}

namespace {

// docs.slack.dev/apis/web-api/rate-limits: so many a minute, of which half may come at once.
Rate tier(int a_minute) { return {a_minute / 2, Duration{std::chrono::minutes{1}} / a_minute}; }

Rate rate_of(const std::string& method) {
    static const std::map<std::string, Rate> special = {
        {"auth.test", tier(600)},
        {"chat.postEphemeral", tier(100)},
        {"chat.postMessage", {1, Duration{0}}}, // by channel; over the workspace only a 429 says "too many"
        {"users.info", tier(100)},
        {"views.open", tier(100)},
        {"views.publish", tier(100)},
    };
    auto found = special.find(method);
    return found == special.end() ? tier(50) : found->second;
}

// An edit comes with every answer, and its caller keeps a place that a new message may need.
Duration patience_of(const std::string& method) { return method == "chat.update" ? Duration{0} : longest_in_line; }

ApiEnd no_budget(Duration wait) { return {ApiEnd::End::limited, "no_budget", "", wait, ""}; }

} // namespace

} // namespace vera::slack
