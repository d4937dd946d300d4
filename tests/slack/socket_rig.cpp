#include "tests/slack/socket_rig.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera::slack {

namespace {

constexpr Time start_time = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};

boost::asio::awaitable<ApiEnd> next_url(SocketRig& rig) {
    ++rig.urls;
    ApiEnd end;
    end.end = ApiEnd::End::ok;
    end.body = R"({"ok":true,"url":"wss://link.example/?ticket=)" + std::to_string(rig.urls) + "\"}";
    if (!rig.url_answers.empty()) {
        end = std::move(rig.url_answers.front());
        rig.url_answers.pop_front();
    }
    co_return end;
}

boost::asio::awaitable<Ack> take(SocketRig& rig, Door door, std::string payload) {
    rig.doors.push_back(door);
    rig.taken.push_back(std::move(payload));
    Ack ack = rig.next_ack.value_or(Ack{});
    if (rig.slow_turns) ack = co_await suspend<Ack>([&rig](Resume<Ack> turn) { rig.turns.push_back(std::move(turn)); });
    co_return ack;
}

SocketMode::Parts parts(SocketRig& rig) {
    return {[&rig] { return next_url(rig); },
            rig.sockets,
            rig.clock,
            [&rig](Door door, std::string payload) { return take(rig, door, std::move(payload)); },
            [&rig](Time since) { rig.gaps.push_back(since); },
            [&rig](const std::string& sentence) { rig.reports.push_back(sentence); }};
}

} // namespace

boost::asio::awaitable<Connected> ScriptedSockets::connect(std::string url, Duration) {
    Connected made;
    made.reason = "refused";
    if (fail > 0) {
        --fail;
        co_return made;
    }
    auto wire = std::make_shared<Wire>();
    wire->url = std::move(url);
    wire->on_write = [this, number = wires.size()](const std::string& text) {
        written[number].push_back(text);
        return true;
    };
    wire->on_ping = [this, &wire = *wire] {
        if (pongs) wire.deliver({Frame::Kind::pong, ""});
    };
    wire->on_close = [](Duration) {};
    wire->on_drop = [] {};
    wires.push_back(wire);
    written.emplace_back();
    made.socket = std::make_unique<WireSocket>(wire);
    co_return made;
}

SocketRig::SocketRig() : clock(start_time), mode(network.get_executor(), parts(*this)) {}

// What still waits goes before the network it waits on.
SocketRig::~SocketRig() {
    turns.clear();
    for (auto& wire : sockets.wires) wire->let_go();
}

void SocketRig::start() {
    boost::asio::co_spawn(network, mode.run(), [this](std::exception_ptr failure) {
        over = true;
        try {
            if (failure) std::rethrow_exception(failure);
        } catch (const std::exception& what) {
            error = what.what();
        }
    });
    settle();
}

void SocketRig::settle() {
    do {
        network.restart();
    } while (network.poll() > 0);
}

void SocketRig::pass(Duration time) {
    settle();
    for (auto end = clock.now() + time; clock.now() < end;) {
        clock.advance_to(std::min(clock.next().value_or(end), end));
        settle();
    }
}

void SocketRig::hello(std::size_t wire, int connections) {
    sockets.wires.at(wire)->say(R"({"type":"hello","num_connections":)" + std::to_string(connections) + "}");
    settle();
}

void SocketRig::goodbye(std::size_t wire, const std::string& reason) {
    sockets.wires.at(wire)->say(R"({"type":"disconnect","reason":")" + reason + "\"}");
    settle();
}

void SocketRig::envelope(std::size_t wire, const std::string& id, const std::string& payload, const std::string& type) {
    sockets.wires.at(wire)->say(R"({"envelope_id":")" + id + R"(","type":")" + type + R"(","payload":)" + payload +
                                "}");
    settle();
}

void SocketRig::finish_turn(std::size_t turn, Ack ack, std::exception_ptr failure) {
    std::exchange(turns.at(turn), nullptr)(failure, std::move(ack));
    settle();
}

std::string ack(const std::string& id) { return R"({"envelope_id":")" + id + "\"}"; }

} // namespace vera::slack
