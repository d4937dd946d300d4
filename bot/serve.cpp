#include "bot/serve.hpp"

#include "bot/log.hpp"
#include "bot/server.hpp"
#include "bot/slack_check.hpp"
#include "dialogs/doorstep.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/signal_set.hpp>

#include <algorithm>
#include <csignal>
#include <functional>
#include <optional>

namespace vera {

namespace {

using boost::asio::awaitable;

constexpr Duration first_wait = std::chrono::seconds{5}, longest_wait = std::chrono::minutes{1};

// SIGINT and SIGTERM, heard from the first look at Slack to the end; none falls between two.
struct Signals {
    explicit Signals(boost::asio::io_context&);
    boost::asio::signal_set set;
    bool told = false;
    std::function<void()> stop; // what goes on now
};
struct Met {
    slack::Installation installation;
    Problems problems; // what no waiting can mend
};

std::unique_ptr<Http> way_out(boost::asio::io_context&, const Outside&, Problems&);
std::optional<Met> meet(boost::asio::io_context&, Signals&, const Serving&, Http&);
awaitable<Met> ask_until_told(Serving serving, Http& http, Clock& clock, Waiter& waiter);
slack::FixedWords fixed_words(const LiveLibrary&);
void introduce(const Settings&, const slack::Installation&, const Server&);
std::string at_port(const std::string& address, unsigned short port);
Problems run(boost::asio::io_context&, Signals&, Server&);

} // namespace

Problems serve(const Settings& settings, store::Store store, LiveLibrary library) {
    boost::asio::io_context network;
    Signals signals(network);
    Problems problems;
    auto http = way_out(network, settings.serving.outside, problems);
    if (!http) return problems;
    auto met = meet(network, signals, settings.serving, *http);
    if (!met) return {};
    if (!met->problems.empty()) return met->problems;
    auto& installation = met->installation;
    auto words = fixed_words(library);
    Server server(network, {settings, installation, std::move(store), brain_of(std::move(library)), words, *http});
    introduce(settings, installation, server);
    return run(network, signals, server);
}

namespace {

Signals::Signals(boost::asio::io_context& network) : set(network, SIGINT, SIGTERM) {
    set.async_wait([this](const boost::system::error_code& error, int) {
        if (error) return;
        told = true;
        if (stop) stop();
    });
}

std::unique_ptr<Http> way_out(boost::asio::io_context& network, const Outside& outside, Problems& problems) {
    try {
        return make_http_client(network.get_executor(), outside);
    } catch (const std::runtime_error& error) {
        problems.push_back({"HTTPS_PROXY, VERA_CA_FILE", error.what()});
        return nullptr;
    }
}

// Slack may be out of reach for a while after a machine has started. nullopt: told to stop meanwhile; what was
// under way ends with the network.
std::optional<Met> meet(boost::asio::io_context& network, Signals& signals, const Serving& serving, Http& http) {
    RealClock clock(network.get_executor());
    auto waiter = clock.waiter();
    signals.stop = [&network] { network.stop(); };
    Met met;
    std::exception_ptr failure;
    auto asking = ask_until_told(serving, http, clock, *waiter);
    boost::asio::co_spawn(network, std::move(asking), [&](std::exception_ptr error, Met found) {
        failure = error;
        met = std::move(found);
        network.stop();
    });
    network.run();
    network.restart();
    if (failure) std::rethrow_exception(failure);
    if (!signals.told) return met;
    log_line("stopped before the first answer of Slack");
    return std::nullopt;
}

awaitable<Met> ask_until_told(Serving serving, Http& http, Clock& clock, Waiter& waiter) {
    Met met;
    for (auto wait = first_wait;; wait = std::min(2 * wait, longest_wait)) {
        met.installation = co_await slack::ask_installation(http, serving.api_url, serving.bot_token);
        if (met.installation.end != slack::Installation::End::unreachable) break;
        log_line(met.installation.trouble + "; the next try comes in " +
                 std::to_string(wait / std::chrono::seconds(1)) + " seconds");
        auto next = clock.now() + wait;
        co_await waiter.until(next);
    }
    met.problems = co_await in_the_way(met.installation, serving, http);
    co_return met;
}

slack::FixedWords fixed_words(const LiveLibrary& library) {
    auto said = doorstep(library.current()->wording);
    return {said.refused, said.try_again, said.let_us_talk, said.busy};
}

void introduce(const Settings& settings, const slack::Installation& installation, const Server& server) {
    auto& serving = settings.serving;
    log_line("Slack: the workspace \"" + installation.team_name + "\" (" + installation.self.team + "), as the user " +
             installation.self.user);
    for (auto& sentence : missing_scopes(installation, serving)) log_line("SLACK_BOT_TOKEN: " + sentence);
    if (!serving.app_token.empty()) log_line("Socket Mode: opening a link to Slack");
    if (!serving.signing_secrets.empty()) {
        auto from = serving.public_url.empty() ? "VERA_PUBLIC_URL (not set)" : serving.public_url;
        log_line("HTTP mode: listening on " + at_port(serving.listen, server.platform_port()) +
                 "; Slack's request URLs begin with " + from + "/slack/");
    }
    log_line(is_postgres(settings.database) ? "database: PostgreSQL" : "database: " + settings.database);
    log_line(serving.strict ? "privacy: strict, what moves a buyer goes through forms only"
                            : "privacy: open, what moves a buyer may stand in the chat");
    log_line("health and figures: http://" + at_port(serving.admin_listen, server.admin_port()) + "/readyz, /metrics");
}

std::string at_port(const std::string& address, unsigned short port) {
    return address.substr(0, address.rfind(':') + 1) + std::to_string(port);
}

Problems run(boost::asio::io_context& network, Signals& signals, Server& server) {
    signals.stop = [&server] { server.stop(); };
    if (signals.told) server.stop();
    network.run();
    if (server.failure()) std::rethrow_exception(server.failure());
    auto refusal = server.refusal();
    return refusal ? Problems{*refusal} : Problems{};
}

} // namespace

} // namespace vera
