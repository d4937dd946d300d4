// The fake Slack as a program, for Slack's own clients and for trying by hand. Prints its address as one line of
// JSON, then obeys lines from standard input: "say LEO hello", "click LEO Yes", "submit LEO {"field":"text"}",
// "home LEO", "chat LEO", "command LEO new Nordkai", "disconnect warning", "reset", "see LEO", "calls", "waiting",
// "links", "fault api_limited" (the next call).
#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/links.hpp"
#include "tests/fake_slack/server.hpp"

#include "bot/real_clock.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <unistd.h>

#include <iostream>

using namespace vera;
using namespace vera::fake_slack;

namespace {

Json obey(FakeSlack&, const std::string& line);
bool order_fault(FakeSlack&, const std::string& name);
Json seen_by(FakeSlack&, const std::string& user);
boost::asio::awaitable<void> read_orders(boost::asio::posix::stream_descriptor&, FakeSlack&);

} // namespace

int main() {
    boost::asio::io_context network;
    RealClock clock(network.get_executor());
    FakeSlack slack(clock);
    slack.workspace.people["LEO"] = {"LEO", "Leo", Person::Kind::full, "Europe/Berlin", ""};
    slack.workspace.people["GUEST"] = {"GUEST", "Gus", Person::Kind::guest, "Europe/Berlin", ""};
    slack.workspace.rooms["C0GENERAL"] = {"C0GENERAL", "", {"LEO", "GUEST", slack.options.bot_user}, false, {}};
    Server server(network.get_executor(), slack);
    std::cout << Json{{"api_url", server.api_url()},
                      {"bot_token", slack.options.bot_token},
                      {"app_token", slack.options.app_token},
                      {"dm", slack.workspace.dm("LEO").id}}
                     .dump()
              << '\n'
              << std::flush;
    boost::asio::posix::stream_descriptor input(network, ::dup(STDIN_FILENO));
    boost::asio::co_spawn(network, read_orders(input, slack), [&](std::exception_ptr) { network.stop(); });
    network.run();
}

namespace {

boost::asio::awaitable<void> read_orders(boost::asio::posix::stream_descriptor& input, FakeSlack& slack) {
    std::string text;
    boost::system::error_code error;
    while (!error) {
        auto token = boost::asio::redirect_error(boost::asio::use_awaitable, error);
        auto buffer = boost::asio::dynamic_buffer(text);
        auto size = co_await boost::asio::async_read_until(input, buffer, '\n', token);
        if (error) continue;
        std::cout << obey(slack, text.substr(0, size - 1)).dump() << '\n' << std::flush;
        text.erase(0, size);
    }
}

Json obey(FakeSlack& slack, const std::string& line) {
    const auto first = line.find(' '), second = first == line.npos ? line.npos : line.find(' ', first + 1);
    const auto order = line.substr(0, first);
    const auto whom = first == line.npos ? "" : line.substr(first + 1, second - first - 1);
    const auto what = second == line.npos ? "" : line.substr(second + 1);
    if (order == "say") return {{"ts", say(slack, whom, what)}};
    if (order == "click") return {{"clicked", click(slack, whom, what) || click_home(slack, whom, what)}};
    if (order == "submit") return {{"sent", submit(slack, whom, Json::parse(what).get<Fields>())}};
    if (order == "home") return open_home(slack, whom), Json{{"ok", true}};
    if (order == "chat") return open_chat(slack, whom), Json{{"ok", true}};
    if (order == "command") return command(slack, whom, what), Json{{"ok", true}};
    if (order == "see") return seen_by(slack, whom);
    if (order == "calls") return slack.calls.size();
    if (order == "waiting") return slack.waiting.size();
    if (order == "links") return slack.links.size();
    if (order == "reset") return reset_all(slack), Json{{"ok", true}};
    if (order == "fault") return {{"ordered", order_fault(slack, whom)}};
    if (order != "disconnect") return {{"error", "no such order"}};
    for (const auto& [number, link] : std::map(slack.links)) disconnect(slack, number, whom);
    return {{"ok", true}};
}

// Those that a client can be asked about from outside.
bool order_fault(FakeSlack& slack, const std::string& name) {
    static const std::map<std::string, Fault> faults = {
        {"api_limited", Fault::api_limited},
        {"api_html", Fault::api_html},
        {"api_internal_error", Fault::api_internal_error},
    };
    auto found = faults.find(name);
    if (found != faults.end()) slack.faults.order(found->second);
    return found != faults.end();
}

Json seen_by(FakeSlack& slack, const std::string& user) {
    Json seen = {{"messages", Json::array()}, {"form", nullptr}, {"home", nullptr}, {"troubles", slack.troubles[user]}};
    for (const auto& message : visible(slack, user)) {
        Json buttons = Json::array();
        for (const auto& button : message.buttons) buttons.push_back(button.label);
        seen["messages"].push_back({{"own", message.own}, {"text", message.text}, {"buttons", buttons}});
    }
    if (const auto* form = open_form(slack, user)) seen["form"] = form->content;
    if (slack.workspace.homes.contains(user)) seen["home"] = slack.workspace.homes.at(user).content;
    return seen;
}

} // namespace
