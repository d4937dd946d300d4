#include "bot/scheduler.hpp"

#include "bot/suspend.hpp"
#include "bot/transaction.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera {

Scheduler::Scheduler(boost::asio::any_io_executor executor, store::Store& store, StoreThread& thread, Clock& clock,
                     Engine& engine)
    : executor_(std::move(executor)), store_(store), thread_(thread), clock_(clock), engine_(engine),
      waiter_(clock.waiter()) {}

boost::asio::awaitable<void> Scheduler::run() {
    while (!stopped_) {
        std::string trouble;
        try {
            co_await work();
        } catch (const store::DatabaseError& error) {
            if (is_fatal(error)) throw;
            trouble = error.what();
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        if (!trouble.empty()) hold_off(trouble);
        auto until = held_off_ ? *held_off_ : std::min(next_.value_or(house_due_), house_due_);
        co_await waiter_->until(until);
    }
}

void Scheduler::wake() { waiter_->wake(); }

void Scheduler::stop() {
    stopped_ = true;
    waiter_->stop();
}

// Fires what is due, and again until nothing is, then keeps the house when it is time.
boost::asio::awaitable<void> Scheduler::work() {
    if (held_off_ && *held_off_ > clock_.now()) co_return;
    held_off_.reset();
    for (bool more = true; more && !held_off_ && !stopped_;) {
        auto seen = co_await look();
        next_ = seen.next;
        more = !seen.events.empty();
        co_await fire(std::move(seen.events));
    }
    if (held_off_ || house_due_ > clock_.now()) co_return;
    co_await keep_house();
    house_due_ = clock_.now() + house_every;
}

boost::asio::awaitable<Scheduler::Seen> Scheduler::look() {
    auto work = [&store = store_, now = clock_.now()] {
        return committed(store, [&] { return Seen{store::due(store, now, max_due), store::next_due(store)}; });
    };
    auto seen = co_await on_store(thread_, std::move(work));
    co_return seen;
}

// All at the same time, so that they share a commit.
boost::asio::awaitable<void> Scheduler::fire(std::vector<Event> events) {
    firing_ = events.size();
    for (auto& event : events) {
        auto turn = engine_.process(std::move(event));
        boost::asio::co_spawn(executor_, std::move(turn),
                              [this](std::exception_ptr error, const Outcome& outcome) { ended(error, outcome); });
    }
    while (firing_ > 0 && !stopped_) co_await waiter_->until_woken();
    if (failed_) std::rethrow_exception(std::exchange(failed_, nullptr));
}

void Scheduler::ended(std::exception_ptr error, const Outcome& outcome) {
    --firing_;
    if (error) failed_ = error;
    if (!error && outcome.end == Outcome::End::failed) hold_off("a due turn could not be saved");
    waiter_->wake();
}

boost::asio::awaitable<void> Scheduler::keep_house() {
    for (bool more = true; more && !stopped_;) {
        auto slice = [&store = store_, now = clock_.now()] {
            return committed(store, [&] { return store::keep_house(store, now, house_slice); });
        };
        more = co_await on_store(thread_, std::move(slice));
    }
}

void Scheduler::hold_off(const std::string& why) {
    held_off_ = clock_.now() + trouble_wait;
    if (report) report("scheduler: " + why);
}

} // namespace vera
