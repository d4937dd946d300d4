#include "bot/slack_check.hpp"

#include "bot/control.hpp"
#include "bot/slack/scopes.hpp"
#include "core/text.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>

namespace vera {

namespace {

CheckedAll check_slack(const Serving&);
void add(const std::string& variable, const slack::Installation&, CheckedAll&);
std::string lacks(const std::string& scope, const std::string& without);

} // namespace

CheckedAll check_outside(const Settings& settings) {
    CheckedAll checked;
    try {
        auto answer = ask_control(control_path(settings.home), {"check", {}});
        if (!answer) return check_slack(settings.serving);
        checked.problems = answer->problems;
        for (auto line : split(answer->text, "\n")) checked.notes.emplace_back(line);
    } catch (const std::runtime_error& error) { // the way out cannot be built, or the server breaks off
        checked.problems.push_back({"check", error.what()});
    }
    return checked;
}

boost::asio::awaitable<CheckedAll> ask_slack(Serving serving, Http& http) {
    CheckedAll checked;
    checked.problems = serving.problems;
    if (!checked.problems.empty()) co_return checked;
    if (serving.bot_token.empty()) {
        checked.notes = {"Slack is not configured: SLACK_BOT_TOKEN is not set"};
        co_return checked;
    }
    auto bot = co_await slack::ask_installation(http, serving.api_url, serving.bot_token);
    add("SLACK_BOT_TOKEN", bot, checked);
    if (bot.end == slack::Installation::End::good) {
        checked.notes.push_back("Slack: the workspace \"" + bot.team_name + "\" (" + bot.self.team + ")");
        if (!bot.scopes_told) checked.notes.push_back("Slack: the scopes could not be seen, and were not checked");
        for (auto& sentence : missing_scopes(bot, serving)) checked.problems.push_back({"SLACK_BOT_TOKEN", sentence});
    }
    if (serving.app_token.empty() || bot.end == slack::Installation::End::unreachable) co_return checked;
    auto app = co_await slack::ask_app_token(http, serving.api_url, serving.app_token);
    add("SLACK_APP_TOKEN", app, checked);
    co_return checked;
}

boost::asio::awaitable<Problems> in_the_way(slack::Installation bot, Serving serving, Http& http) {
    CheckedAll found;
    add("SLACK_BOT_TOKEN", bot, found);
    if (bot.scopes_told)
        for (auto& need : slack::needed_scopes())
            if (need.vital && !bot.scopes.contains(need.scope))
                found.problems.push_back({"SLACK_BOT_TOKEN", lacks(need.scope, need.without)});
    if (found.problems.empty() || serving.app_token.empty()) co_return std::move(found.problems);
    auto app = co_await slack::ask_app_token(http, serving.api_url, serving.app_token);
    if (app.end == slack::Installation::End::wrong) add("SLACK_APP_TOKEN", app, found);
    co_return std::move(found.problems);
}

std::vector<std::string> missing_scopes(const slack::Installation& bot, const Serving& serving) {
    std::vector<std::string> sentences;
    if (!bot.scopes_told) return sentences;
    for (auto& need : slack::needed_scopes())
        if (!bot.scopes.contains(need.scope)) sentences.push_back(lacks(need.scope, need.without));
    auto by_email = std::any_of(serving.allow.begin(), serving.allow.end(),
                                [](const std::string& one) { return one.find('@') != one.npos; });
    if (by_email && !bot.scopes.contains(slack::email_scope))
        sentences.push_back(lacks(slack::email_scope, "SLACK_ALLOW can name member IDs only, no e-mail addresses"));
    return sentences;
}

namespace {

CheckedAll check_slack(const Serving& serving) {
    boost::asio::io_context network;
    auto http = make_http_client(network.get_executor(), serving.outside);
    CheckedAll checked;
    std::exception_ptr failure;
    boost::asio::co_spawn(network, ask_slack(serving, *http), [&](std::exception_ptr error, CheckedAll found) {
        failure = error;
        checked = std::move(found);
        network.stop(); // connections kept open for a next call are not waited for
    });
    network.run();
    if (failure) std::rethrow_exception(failure);
    return checked;
}

void add(const std::string& variable, const slack::Installation& found, CheckedAll& checked) {
    using End = slack::Installation::End;
    if (found.end == End::wrong) checked.problems.push_back({variable, found.trouble});
    if (found.end == End::unreachable) checked.problems.push_back({"Slack", found.trouble});
}

std::string lacks(const std::string& scope, const std::string& without) {
    return "lacks the scope " + scope + ", so " + without +
           "; add it under OAuth & Permissions, then install the app again";
}

} // namespace

} // namespace vera
