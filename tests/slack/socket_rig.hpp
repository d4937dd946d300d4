#pragma once
// The loop of the links over scripted ports: URLs, connections, frames and turns as a test wants them, under a
// clock that is moved by hand.
#include "bot/manual_clock.hpp"
#include "bot/slack/socket_mode.hpp"
#include "tests/support/wires.hpp"

#include <boost/asio/io_context.hpp>

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace vera::slack {

using std::chrono::minutes;
using std::chrono::seconds;

class ScriptedSockets : public Sockets {
public:
    boost::asio::awaitable<Connected> connect(std::string url, Duration timeout) override;
    std::vector<std::shared_ptr<Wire>> wires; // in the order of the connections
    std::vector<std::vector<std::string>> written;
    int fail = 0; // so many of the next connections
    bool pongs = true;
};

// A wire has a number, from 0 on, in the order of the connections.
struct SocketRig {
    SocketRig();
    ~SocketRig();
    void start();
    void settle();
    void pass(Duration);
    void hello(std::size_t wire, int connections = 1);
    void goodbye(std::size_t wire, const std::string& reason = "warning");
    void envelope(std::size_t wire, const std::string& id, const std::string& payload = "{}",
                  const std::string& type = "events_api");
    void finish_turn(std::size_t turn, Ack ack = {}, std::exception_ptr error = nullptr);
    std::vector<std::string> sent(std::size_t wire) const { return sockets.written.at(wire); }
    bool open(std::size_t wire) const { return sockets.wires.at(wire)->open; }

    ManualClock clock;
    ScriptedSockets sockets;
    boost::asio::io_context network;
    std::deque<ApiEnd> url_answers; // used up: good ones
    int urls = 0;
    bool slow_turns = false; // they end by finish_turn()
    std::optional<Ack> next_ack;
    std::vector<std::string> taken; // payloads
    std::vector<Door> doors;
    std::vector<Resume<Ack>> turns;
    std::vector<Time> gaps;
    std::vector<std::string> reports;
    SocketMode mode;
    bool over = false;
    std::string error; // what run() ended with
};

std::string ack(const std::string& id); // the plain one

} // namespace vera::slack
