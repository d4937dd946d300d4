#pragma once
// The one workspace that installed us: its token, its Web API, who we are there, and whether we still are. A
// dead token is reported once and tried again once a minute, by whichever call comes, until it works.
#include "bot/slack/slack.hpp"

#include <set>
#include <string>

namespace vera::slack {

inline constexpr Duration dead_wait = std::chrono::minutes{1};

class Workspace {
public:
    Workspace(std::string url, std::string token, Self, Clock&, Http&, std::function<void(const std::string&)> report);
    boost::asio::awaitable<ApiEnd> call(std::string method, std::string arguments, std::string channel = "");
    void gone(const std::string& why); // until a call works
    // What the operator has to mend; once for each code in the life of the process.
    void say_once(const std::string& code, const std::string& sentence);
    void say(const std::string& sentence) const;
    void stop() { api_.stop(); }
    const Slack::Health& health() const { return health_; }

    const Self self;
    Clock& clock;

private:
    void back();
    std::string token_;
    WebApi api_;
    std::function<void(const std::string&)> report_;
    Slack::Health health_;
    Time probe_at_{};
    std::set<std::string> said_;
};

} // namespace vera::slack
