#include "bot/server.hpp"

#include "bot/doors.hpp"
#include "bot/log.hpp"
#include "bot/slack_check.hpp"
#include "bot/transaction.hpp"
#include "core/store/outbox_size.hpp"

#include <boost/asio/co_spawn.hpp>
#include <unistd.h>

#include <algorithm>

namespace vera {

namespace {

using boost::asio::awaitable;

slack::SlackSettings slack_settings(const Serving&);
awaitable<slack::ApiEnd> open_link(slack::WebApi&, std::string app_token);

} // namespace

Server::Server(boost::asio::io_context& network, Parts parts)
    : network_(network), settings_(parts.settings), self_(parts.installation.self), clock_(network.get_executor()),
      waiter_(clock_.waiter()), thread_(std::in_place, network.get_executor()), http_(parts.http, metrics_),
      outside_(make_sockets(network.get_executor(), settings_.serving.outside)), sockets_(*outside_, metrics_, clock_),
      api_(http_, clock_, settings_.serving.api_url),
      slack_(slack_settings(settings_.serving), self_, std::move(parts.words),
             doors_of(
                 {"slack", *thread_, clock_, ids_}, [this]() -> House& { return house_; },
                 [this](Outcome::End end) { metrics_.turn(end); }),
             http_, clock_),
      platform_(slack_, metrics_), house_(network.get_executor(), std::move(parts.store), std::move(parts.brain),
                                          *thread_, clock_, Platforms{{"slack", &platform_}}),
      links_(socket_mode()), routes_{settings_.serving.signing_secrets, self_, clock_,
                                     [this](slack::Inbound in) { return take(std::move(in)); }},
      admin_{[this] { return trouble(); }, [this] { return figures(); }}, desk_{house_.store, *thread_, clock_,
                                                                                full_name(settings_.database),
                                                                                [this] { return look(); }} {
    listen();
    start();
}

// Nothing may come back from the store's thread to what is taken down here.
Server::~Server() { thread_.reset(); }

std::unique_ptr<slack::SocketMode> Server::socket_mode() {
    auto token = settings_.serving.app_token;
    if (token.empty()) return nullptr;
    slack::SocketMode::Parts parts{
        [this, token] { return open_link(api_, token); }, sockets_, clock_, {}, {}, log_line};
    parts.take = [this](slack::Door door, std::string payload) { return read_and_take(door, std::move(payload)); };
    parts.gap = [this](Time since) { catch_up(since); };
    parts.seed = std::hash<std::string>{}(ids_.fresh());
    return std::make_unique<slack::SocketMode>(network_.get_executor(), std::move(parts));
}

void Server::listen() {
    auto& serving = settings_.serving;
    auto executor = network_.get_executor();
    auto platform = [this](HttpRequest request) { return routes_.answer(std::move(request)); };
    auto admin = [this](HttpRequest request) { return admin_.answer(std::move(request)); };
    auto control = [this](ControlRequest request) { return desk_.carry_out(std::move(request)); };
    if (!serving.signing_secrets.empty())
        platform_listener_.emplace(executor, ServerOptions{serving.listen, {}, {}}, platform).report = log_line;
    admin_listener_.emplace(executor, ServerOptions{serving.admin_listen, {}, {}}, admin).report = log_line;
    control_.emplace(executor, control_path(settings_.home), clock_, control);
}

void Server::start() {
    house_.start([this](std::exception_ptr error) {
        --loops_;
        if (error) fail(error);
    });
    if (links_) {
        linked_ = true;
        boost::asio::co_spawn(network_, links_->run(), [this](std::exception_ptr error) {
            linked_ = false;
            if (error) refuse(error);
        });
    }
    catch_up(clock_.now() - first_look_back);
}

awaitable<slack::Ack> Server::read_and_take(slack::Door door, std::string payload) {
    auto inbound = slack::read_payload(door, payload, self_, clock_.now());
    auto ack = co_await take(std::move(inbound));
    co_return ack;
}

// Both modes end here.
awaitable<slack::Ack> Server::take(slack::Inbound inbound) {
    auto began = clock_.now();
    slack::Ack ack;
    ack.acknowledge = false; // Slack sends it again
    ++turns_;
    try {
        ack = co_await slack_.take(std::move(inbound));
    } catch (...) { // none of them may end the way in before the house does
        note(std::current_exception());
    }
    --turns_;
    if (ack.acknowledge) metrics_.acked(clock_.now() - began);
    co_return ack;
}

void Server::catch_up(Time since) {
    boost::asio::co_spawn(network_, slack_.catch_up(since), [this](std::exception_ptr error) {
        if (error) note(error);
    });
}

awaitable<std::int64_t> Server::waiting_messages() {
    auto work = [&store = house_.store] { return committed(store, [&] { return store::waiting_messages(store); }); };
    auto count = co_await on_store(*thread_, std::move(work));
    co_return count;
}

awaitable<std::string> Server::trouble() {
    co_await waiting_messages(); // shows that the database answers
    co_await slack_.look_again();
    auto health = slack_.health();
    std::string sentence;
    if (stopping_)
        sentence = "Vera is stopping";
    else if (!health.installed)
        sentence = "Slack: " + health.trouble;
    else if (links_ && !links_->ready())
        sentence = "no link to Slack is ready";
    co_return sentence;
}

awaitable<std::string> Server::figures() {
    Metrics::Gauges gauges;
    auto waiting = co_await waiting_messages();
    gauges.outbox_waiting = waiting;
    gauges.ignored = slack_.ignored();
    if (links_) gauges.links = links_->links();
    if (auto last = sockets_.last_frame()) gauges.last_frame_age = clock_.now() - *last;
    co_return metrics_.text(gauges);
}

awaitable<CheckedAll> Server::look() {
    auto serving = settings_.serving;
    serving.app_token.clear(); // its links say more than a call
    auto checked = co_await ask_slack(std::move(serving), http_);
    auto process = "Vera is running as process " + std::to_string(::getpid());
    checked.notes.insert(checked.notes.begin(), process);
    if (links_ && links_->ready()) checked.notes.push_back("Socket Mode: a link to Slack is ready");
    if (links_ && !links_->ready()) checked.problems.push_back({"Socket Mode", "no link to Slack is ready"});
    if (platform_listener_) checked.notes.push_back("HTTP: listening on " + settings_.serving.listen);
    auto health = slack_.health();
    if (!health.installed) checked.problems.push_back({"Slack", health.trouble});
    co_return checked;
}

void Server::stop() {
    if (std::exchange(stopping_, true)) return;
    boost::asio::co_spawn(network_, leave(), [this](std::exception_ptr error) {
        if (error) fail(error);
    });
}

awaitable<void> Server::leave() {
    log_line("stopping: nothing new is taken, what came in is finished");
    auto began = clock_.now();
    control_.reset();
    if (platform_listener_) platform_listener_->stop();
    if (links_) links_->stop();
    auto answered = [this] { return turns_ == 0; };
    auto sent = [this] { return loops_ == 0; };
    auto closed = [this] { return loops_ == 0 && !linked_; };
    co_await wait_for(answered, began + last_turns);
    house_.finish();
    co_await wait_for(sent, began + last_posts);
    slack_.stop();
    co_await wait_for(closed, began + last_goodbyes);
    if (sent())
        log_line("stopped");
    else
        log_line("stopped; what could not be sent yet waits for the next start");
    network_.stop();
}

awaitable<void> Server::wait_for(std::function<bool()> done, Time end) {
    while (!done() && clock_.now() < end) {
        auto next = std::min(end, clock_.now() + std::chrono::milliseconds(20));
        co_await waiter_->until(next);
    }
}

// What ended Socket Mode: Slack, for good, unless it is the house itself.
void Server::refuse(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const slack::Refused& sentence) {
        refusal_ = Problem{"SLACK_APP_TOKEN", sentence.what()};
        network_.stop();
    } catch (...) {
        fail(error);
    }
}

// Something that failed by itself: told, and the next one may do better, unless the process must end with it.
void Server::note(std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const store::DatabaseError& trouble) {
        if (is_fatal(trouble)) return fail(error);
        log_line(std::string("database: ") + trouble.what());
    } catch (const Bug& bug) {
        log_line(std::string("bug: ") + bug.what());
    } catch (...) { // its text might quote what a person wrote
        log_line("something from Slack could not be taken: an exception");
    }
}

void Server::fail(std::exception_ptr error) {
    if (!failure_) failure_ = error;
    network_.stop();
}

namespace {

slack::SlackSettings slack_settings(const Serving& serving) {
    slack::SlackSettings settings;
    settings.bot_token = serving.bot_token;
    settings.app_token = serving.app_token;
    settings.signing_secrets = serving.signing_secrets;
    settings.api_url = serving.api_url;
    settings.allow = serving.allow;
    return settings;
}

awaitable<slack::ApiEnd> open_link(slack::WebApi& api, std::string app_token) {
    return api.call(std::move(app_token), "apps.connections.open", "{}");
}

} // namespace

} // namespace vera
