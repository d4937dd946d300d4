#pragma once
// What the fake will do later: retries, closing sockets, late answers. Runs on the clock that it is given,
// so that nobody sleeps under a virtual one.
#include "bot/ports.hpp"

#include <functional>
#include <map>
#include <memory>

namespace vera::fake_slack {

class Agenda {
public:
    explicit Agenda(Clock& clock) : clock_(clock), waiter_(clock.waiter()) {}
    void at(Time, std::function<void()>);
    void after(Duration wait, std::function<void()> what) { at(clock_.now() + wait, std::move(what)); }
    boost::asio::awaitable<void> run(); // until stop()
    void stop() { waiter_->stop(); }

private:
    void run_due();
    Clock& clock_;
    std::unique_ptr<Waiter> waiter_;
    std::multimap<Time, std::function<void()>> plans_;
};

} // namespace vera::fake_slack
