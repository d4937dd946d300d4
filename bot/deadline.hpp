#pragma once
// Deadlines of the three Beast files: the end of a call, and an alarm for what a peer takes too long to do.
// Everything else waits by a Waiter of bot/ports.hpp.
#include "bot/suspend.hpp"
#include "core/time.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <utility>

namespace vera {

// Runs `work` and gives its result; after `limit` what `late` says instead, at once. The work then goes on
// unseen: `late` should take from it what it waits for.
template <class T> boost::asio::awaitable<T> within(boost::asio::any_io_executor executor, Duration limit,
                                                    boost::asio::awaitable<T> work, std::function<T()> late) {
    struct Race {
        boost::asio::steady_timer timer;
        Resume<T> resume;
    };
    return suspend<T>([executor, limit, work = std::move(work), late = std::move(late)](Resume<T> resume) mutable {
        auto race = std::make_shared<Race>(Race{boost::asio::steady_timer(executor), std::move(resume)});
        race->timer.expires_after(limit);
        race->timer.async_wait([race, late = std::move(late)](const boost::system::error_code& error) {
            if (error || !race->resume) return;
            std::exchange(race->resume, nullptr)(nullptr, late());
        });
        boost::asio::co_spawn(executor, std::move(work), [race](std::exception_ptr error, T result) {
            if (!race->resume) return;
            race->timer.cancel();
            std::exchange(race->resume, nullptr)(std::move(error), std::move(result));
        });
    });
}

// Rings once, unless it is set again or switched off before. Gone, it does not ring.
class Alarm {
public:
    Alarm(boost::asio::any_io_executor executor, std::function<void()> ring)
        : state_(std::make_shared<State>(State{boost::asio::steady_timer(std::move(executor)), std::move(ring)})) {}
    ~Alarm() { off(); }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    void set(Duration after) {
        state_->rang = false;
        auto round = ++state_->round;
        state_->timer.expires_after(after);
        state_->timer.async_wait([state = state_, round](const boost::system::error_code& error) {
            if (error || round != state->round) return;
            state->rang = true;
            state->ring();
        });
    }
    void off() {
        ++state_->round;
        state_->timer.cancel();
    }
    bool rang() const { return state_->rang; }

private:
    struct State {
        boost::asio::steady_timer timer;
        std::function<void()> ring;
        bool rang = false;
        unsigned round = 0; // a handler that was on its way when the alarm was set again belongs to none
    };
    std::shared_ptr<State> state_; // shared with the timer's handler, which may come after the alarm is gone
};

} // namespace vera
