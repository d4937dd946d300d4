#pragma once
// The program itself as a process beside the fake Slack: `vera serve` from the outside, by its environment, its
// listeners, its control socket, its signals, its exit status and what it writes.
#include "bot/real_clock.hpp"
#include "tests/bot/rig.hpp"
#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/hands.hpp"
#include "tests/fake_slack/server.hpp"

#include <boost/asio/io_context.hpp>
#include <sys/types.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vera::program {

inline constexpr Duration patience = std::chrono::seconds{30};

// One process. What it writes goes to files; whoever forgets it ends it.
class Process {
public:
    Process(const std::vector<std::string>& arguments, const std::map<std::string, std::string>& environment,
            const std::string& out_file, const std::string& error_file);
    ~Process();
    Process(const Process&) = delete;
    void signal(int) const;
    std::string id() const { return std::to_string(pid_); }
    std::optional<int> ended();  // its exit status; 128 and more: by a signal
    std::string out() const;     // standard output
    std::string written() const; // standard error

private:
    pid_t pid_ = 0;
    std::string out_file_, error_file_;
    std::optional<int> status_;
};

// A fake Slack with the person LEO, a home for Vera, and Vera in it from start() on.
struct Desk {
    explicit Desk(const std::optional<TlsFiles>& tls = {}, const std::string& host = "127.0.0.1");
    // Runs the fake until it is so, at most as long as anybody would wait.
    bool until(const std::function<bool()>& so);
    std::unique_ptr<Process> run(std::vector<std::string> arguments);
    void start();              // vera serve, in the mode that the environment says, until it is ready
    std::string log();         // of the process that was started last
    std::optional<int> ends(); // waits for its end; nullopt: it goes on
    std::optional<int> stop(); // SIGTERM, and ends()
    int refused();             // starts, waits for the end: its exit status
    std::string port_after(const std::string& words);
    HttpAnswer get(const std::string& path); // of the admin listener
    HttpAnswer send(HttpRequest);
    int times(const std::string& words); // in how many of Vera's messages LEO reads them
    bool reads(const std::string& words);
    bool idle();        // waits until Vera has nothing more to send, and has written that down
    void http_mode();   // before start(): by signed requests instead of links
    void socket_mode(); // before start(), and the state it begins in

    rig::TemporaryFolder folder;
    boost::asio::io_context network;
    RealClock clock{network.get_executor()};
    fake_slack::FakeSlack slack{clock};
    fake_slack::Server fake;
    std::unique_ptr<Http> http = make_http_client(network.get_executor(), {});
    std::map<std::string, std::string> environment;
    std::unique_ptr<Process> vera;

private:
    int runs_ = 0;
};

} // namespace vera::program
