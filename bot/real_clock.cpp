#include "bot/real_clock.hpp"

#include "bot/suspend.hpp"
#include "core/must.hpp"

#include <boost/asio/steady_timer.hpp>
#include <date/tz.h>

#include <algorithm>
#include <optional>

namespace vera {

namespace {

constexpr Duration longest_sleep = std::chrono::minutes{1};

class RealWaiter : public Waiter {
public:
    explicit RealWaiter(const boost::asio::any_io_executor& executor) : wait_(std::make_shared<Wait>(executor)) {}
    ~RealWaiter() override {
        wait_->timer.cancel();
        // The coroutine that waits holds the Wait, which holds the coroutine.
        std::exchange(wait_->resume, nullptr);
    }
    boost::asio::awaitable<Wake> until(Time time) override { return wait(time); }
    boost::asio::awaitable<Wake> until_woken() override { return wait(std::nullopt); }
    void wake() override {
        wait_->woken = true;
        settle(wait_);
    }
    void stop() override {
        wait_->stopped = true;
        settle(wait_);
    }

private:
    struct Wait {
        explicit Wait(const boost::asio::any_io_executor& executor) : timer(executor) {}
        boost::asio::steady_timer timer;
        bool woken = false, stopped = false;
        std::optional<Time> time;
        Resume<Wake> resume; // of the wait under way
    };
    boost::asio::awaitable<Wake> wait(std::optional<Time>);
    static void settle(const std::shared_ptr<Wait>&);
    static void sleep(const std::shared_ptr<Wait>&);
    std::shared_ptr<Wait> wait_; // shared with the timer's handler, which may come after the waiter is gone
};

boost::asio::awaitable<Wake> RealWaiter::wait(std::optional<Time> time) {
    return suspend<Wake>([wait = wait_, time](Resume<Wake> resume) {
        MUST(!wait->resume);
        wait->resume = std::move(resume);
        wait->time = time;
        settle(wait);
    });
}

void RealWaiter::settle(const std::shared_ptr<Wait>& wait) {
    if (!wait->resume) return;
    auto come = wait->time && *wait->time <= wall_clock();
    if (!wait->stopped && !wait->woken && !come) return sleep(wait);
    wait->timer.cancel();
    auto why = wait->stopped ? Wake::stopped : wait->woken ? Wake::woken : Wake::time;
    wait->woken = false;
    std::exchange(wait->resume, nullptr)(nullptr, why);
}

void RealWaiter::sleep(const std::shared_ptr<Wait>& wait) {
    if (!wait->time) return;
    wait->timer.expires_after(std::min(longest_sleep, *wait->time - wall_clock()));
    wait->timer.async_wait([weak = std::weak_ptr(wait)](const boost::system::error_code& error) {
        auto wait = weak.lock();
        if (!error && wait) settle(wait);
    });
}

} // namespace

Time wall_clock() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

Time RealClock::now() { return wall_clock(); }

std::unique_ptr<Waiter> RealClock::waiter() { return std::make_unique<RealWaiter>(executor_); }

Zone machine_zone() {
    try {
        return find_zone(date::current_zone()->name()).value_or(Zone{});
    } catch (const std::exception&) { // no zone data, or a machine without a local time
        return Zone{};
    }
}

} // namespace vera
