#include "bot/slack/workspace.hpp"

namespace vera::slack {

namespace {

constexpr std::size_t max_said = 100;

} // namespace

Workspace::Workspace(std::string url, std::string token, Self self, Clock& clock, Http& http,
                     std::function<void(const std::string&)> report)
    : self(std::move(self)), clock(clock), token_(std::move(token)), api_(http, clock, std::move(url)),
      report_(std::move(report)) {}

boost::asio::awaitable<ApiEnd> Workspace::call(std::string method, std::string arguments, std::string channel) {
    if (!health_.installed) {
        auto now = clock.now();
        if (now < probe_at_) co_return ApiEnd{ApiEnd::End::dead, "parked", "", Duration{0}, ""};
        probe_at_ = now + dead_wait;
    }
    auto end = co_await api_.call(token_, method, std::move(arguments), std::move(channel));
    if (end.end == ApiEnd::End::ok) back();
    if (end.end == ApiEnd::End::dead) gone("Slack answers " + end.error + " to " + method);
    if (!end.needed.empty())
        say_once(end.error + " " + end.needed, "Slack refuses " + method + ": the app lacks the scope " + end.needed);
    co_return end;
}

void Workspace::gone(const std::string& why) {
    probe_at_ = clock.now() + dead_wait;
    if (!health_.installed) return;
    health_ = {false, why};
    say("not installed in workspace " + self.team + " any more: " + why +
        ". Messages wait. Once this token works again they go on by themselves; with a new token (install the app "
        "again, set SLACK_BOT_TOKEN) after a restart");
}

void Workspace::back() {
    if (health_.installed) return;
    health_ = {};
    say("installed in workspace " + self.team + " again: messages go on");
}

void Workspace::say_once(const std::string& code, const std::string& sentence) {
    if (said_.size() < max_said && said_.insert(code).second) say(sentence);
}

void Workspace::say(const std::string& sentence) const {
    if (report_) report_("slack: " + sentence);
}

} // namespace vera::slack
