#include "bot/manual_clock.hpp"

#include "bot/suspend.hpp"
#include "core/must.hpp"

namespace vera {

class ManualWaiter : public Waiter {
public:
    explicit ManualWaiter(ManualClock& clock) : clock_(clock) {}
    ~ManualWaiter() override { leave(); }
    boost::asio::awaitable<Wake> until(Time time) override { return wait(time); }
    boost::asio::awaitable<Wake> until_woken() override { return wait(std::nullopt); }
    void wake() override {
        woken_ = true;
        settle();
    }
    void stop() override {
        stopped_ = true;
        settle();
    }
    void come() { // its time has come
        place_.reset();
        settle();
    }

private:
    boost::asio::awaitable<Wake> wait(std::optional<Time> time);
    void settle();
    void leave();
    ManualClock& clock_;
    bool woken_ = false, stopped_ = false;
    std::optional<Time> time_;
    std::optional<std::pair<Time, std::uint64_t>> place_; // in the clock's list
    Resume<Wake> resume_;                                 // of the wait under way
};

boost::asio::awaitable<Wake> ManualWaiter::wait(std::optional<Time> time) {
    return suspend<Wake>([this, time](Resume<Wake> resume) {
        MUST(!resume_);
        resume_ = std::move(resume);
        time_ = time;
        if (time && *time > clock_.now_) {
            place_ = std::pair(*time, ++clock_.waits_);
            clock_.due_.emplace(*place_, this);
        }
        settle();
    });
}

void ManualWaiter::settle() {
    auto come = time_ && *time_ <= clock_.now_;
    if (!resume_ || !(stopped_ || woken_ || come)) return;
    leave();
    auto why = stopped_ ? Wake::stopped : woken_ ? Wake::woken : Wake::time;
    woken_ = false;
    std::exchange(resume_, nullptr)(nullptr, why);
}

void ManualWaiter::leave() {
    if (place_) clock_.due_.erase(*place_);
    place_.reset();
}

std::unique_ptr<Waiter> ManualClock::waiter() { return std::make_unique<ManualWaiter>(*this); }

void ManualClock::advance_to(Time time) {
    MUST(time >= now_);
    now_ = time;
    while (!due_.empty() && due_.begin()->first.first <= now_) {
        auto* waiter = due_.begin()->second;
        due_.erase(due_.begin());
        waiter->come();
    }
}

std::optional<Time> ManualClock::next() const {
    if (due_.empty()) return std::nullopt;
    return due_.begin()->first.first;
}

} // namespace vera
