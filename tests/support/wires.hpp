#pragma once
// Sockets whose other end is in the hands of a test or of the simulation: what comes in is delivered, and what
// goes out calls back. A wire lives as long as somebody holds either end.
#include "bot/sockets.hpp"
#include "bot/suspend.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace vera {

struct Wire {
    std::string url;
    bool open = true;         // on our side: neither dropped nor closed to the end
    std::deque<Frame> frames; // delivered and not yet read
    Resume<Frame> reading;
    std::function<bool(const std::string&)> on_write; // false: it is gone
    std::function<void()> on_ping, on_drop;
    std::function<void(Duration)> on_close;

    void deliver(Frame frame) {
        if (!open) return;
        open = frame.kind != Frame::Kind::closed;
        frames.push_back(std::move(frame));
        pump();
    }
    void say(std::string text) { deliver({Frame::Kind::text, std::move(text)}); }
    void end() { deliver({Frame::Kind::closed, "closed by the other side"}); }
    void let_go() { auto reader = std::exchange(reading, nullptr); } // it holds, by way of the loop, this wire
    void pump() {
        if (!reading || frames.empty()) return;
        auto frame = std::move(frames.front());
        frames.pop_front();
        std::exchange(reading, nullptr)(nullptr, std::move(frame));
    }
};

class WireSocket : public Socket {
public:
    explicit WireSocket(std::shared_ptr<Wire> wire) : wire_(std::move(wire)) {}
    ~WireSocket() override { WireSocket::drop(); }
    boost::asio::awaitable<Frame> read() override {
        return suspend<Frame>([wire = wire_](Resume<Frame> resume) {
            wire->reading = std::move(resume);
            wire->pump();
        });
    }
    boost::asio::awaitable<bool> write(std::string text) override {
        auto written = wire_->open && wire_->on_write(text);
        co_return written;
    }
    void ping() override { wire_->on_ping(); }
    void close(Duration deadline) override { wire_->on_close(deadline); }
    void drop() override {
        if (!wire_->open) return;
        wire_->on_drop();
        wire_->deliver({Frame::Kind::closed, "dropped"});
    }

private:
    std::shared_ptr<Wire> wire_; // the other end holds it too
};

} // namespace vera
