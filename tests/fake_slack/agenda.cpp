#include "tests/fake_slack/agenda.hpp"

namespace vera::fake_slack {

void Agenda::at(Time time, std::function<void()> what) {
    plans_.emplace(time, std::move(what));
    waiter_->wake();
}

boost::asio::awaitable<void> Agenda::run() {
    for (auto woken = Wake::woken; woken != Wake::stopped;) {
        run_due();
        if (plans_.empty())
            woken = co_await waiter_->until_woken();
        else
            woken = co_await waiter_->until(plans_.begin()->first);
    }
}

void Agenda::run_due() {
    while (!plans_.empty() && plans_.begin()->first <= clock_.now()) {
        auto plan = plans_.extract(plans_.begin());
        plan.mapped()();
    }
}

} // namespace vera::fake_slack
