#pragma once
// The house of `vera serve`, built by hand from the ground up: store, turns, Slack in one or both modes, the admin
// listener and the control socket. One per process; its network runs until it has stopped.
#include "bot/admin_routes.hpp"
#include "bot/control.hpp"
#include "bot/control_commands.hpp"
#include "bot/house.hpp"
#include "bot/http_server.hpp"
#include "bot/ids.hpp"
#include "bot/metrics.hpp"
#include "bot/real_clock.hpp"
#include "bot/slack/installation.hpp"
#include "bot/slack/slack.hpp"
#include "bot/slack/socket_mode.hpp"
#include "bot/slack_routes.hpp"
#include "bot/store_thread.hpp"
#include "bot/watched.hpp"
#include "bot/websocket.hpp"

#include <boost/asio/io_context.hpp>

#include <optional>

namespace vera {

inline constexpr Duration stop_within = std::chrono::seconds{10};
inline constexpr Duration last_turns = std::chrono::seconds{3}; // of that, for what came in
inline constexpr Duration last_posts = std::chrono::seconds{8}; // of that, until here for what can still be sent
inline constexpr Duration last_goodbyes = std::chrono::milliseconds{9'500}; // the rest is for taking the house down
inline constexpr Duration first_look_back = std::chrono::hours{24};         // for what was said while nobody listened

class Server {
public:
    struct Parts {
        const Settings& settings;
        slack::Installation installation;
        store::Store store;
        Brain brain;
        slack::FixedWords words;
        Http& http;
    };
    // Throws std::runtime_error with a sentence: an address in use, another server in this home.
    Server(boost::asio::io_context&, Parts);
    ~Server();
    Server(const Server&) = delete;
    void stop();                                                // the network ends within stop_within
    std::exception_ptr failure() const { return failure_; }     // what ended it, if not stop()
    std::optional<Problem> refusal() const { return refusal_; } // Slack's, which no new try can mend
    unsigned short platform_port() const { return platform_listener_ ? platform_listener_->port() : 0; }
    unsigned short admin_port() const { return admin_listener_->port(); }

private:
    std::unique_ptr<slack::SocketMode> socket_mode();
    void listen();
    void start();
    boost::asio::awaitable<slack::Ack> read_and_take(slack::Door, std::string payload);
    boost::asio::awaitable<slack::Ack> take(slack::Inbound);
    void catch_up(Time since);
    boost::asio::awaitable<std::int64_t> waiting_messages();
    boost::asio::awaitable<std::string> trouble();
    boost::asio::awaitable<std::string> figures();
    boost::asio::awaitable<CheckedAll> look();
    boost::asio::awaitable<void> leave();
    boost::asio::awaitable<void> wait_for(std::function<bool()> done, Time end);
    void refuse(std::exception_ptr);
    void note(std::exception_ptr);
    void fail(std::exception_ptr);

    boost::asio::io_context& network_;
    const Settings& settings_;
    slack::Self self_;
    RealClock clock_;
    std::unique_ptr<Waiter> waiter_;
    RandomIds ids_;
    std::optional<ThreadedStore> thread_;
    Metrics metrics_;
    WatchedHttp http_;
    std::unique_ptr<Sockets> outside_;
    WatchedSockets sockets_;
    slack::WebApi api_; // of the app-level token, which has budgets of its own
    slack::Slack slack_;
    WatchedPlatform platform_;
    House house_;
    std::unique_ptr<slack::SocketMode> links_; // none: HTTP mode alone
    SlackRoutes routes_;
    AdminRoutes admin_;
    ControlDesk desk_;
    std::optional<HttpServer> platform_listener_, admin_listener_;
    std::optional<ControlServer> control_;
    int turns_ = 0, loops_ = House::loops; // under way
    bool linked_ = false, stopping_ = false;
    std::exception_ptr failure_;
    std::optional<Problem> refusal_;
};

} // namespace vera
