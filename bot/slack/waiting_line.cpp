#include "bot/slack/waiting_line.hpp"

#include <algorithm>

namespace vera::slack {

namespace {

constexpr Duration long_line = std::chrono::seconds{1}; // for those who waited in vain behind others

} // namespace

WaitingLine::WaitingLine(Rate rate, Clock& clock) : bucket_(rate), clock_(clock) {}

boost::asio::awaitable<Duration> WaitingLine::pass(Duration longest) {
    auto now = clock_.now();
    if (stopped_) co_return long_line;
    if (waiting_.empty() && bucket_.try_take(now)) co_return Duration{0};
    auto wait = bucket_.wait(now);
    if (wait > longest || waiting_.size() >= max_in_line) co_return std::max(wait, long_line);
    auto place = waiting_.insert(waiting_.end(), clock_.waiter());
    auto passed = co_await stand(place, now + longest);
    leave(place);
    if (passed) co_return Duration{0};
    co_return std::max(bucket_.wait(clock_.now()), long_line);
}

void WaitingLine::stop() {
    stopped_ = true;
    for (auto& waiter : waiting_) waiter->stop();
}

boost::asio::awaitable<bool> WaitingLine::stand(Place place, Time deadline) {
    for (auto why = Wake::woken; why != Wake::stopped;) {
        auto now = clock_.now();
        auto first = place == waiting_.begin();
        if (first && bucket_.try_take(now)) co_return true;
        if (now >= deadline) co_return false;
        auto until = first ? std::min(deadline, now + bucket_.wait(now)) : deadline;
        why = co_await (*place)->until(until);
    }
    co_return false;
}

void WaitingLine::leave(Place place) {
    waiting_.erase(place);
    if (!waiting_.empty()) waiting_.front()->wake();
}

} // namespace vera::slack
