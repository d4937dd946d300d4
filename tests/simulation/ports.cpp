#include "tests/simulation/ports.hpp"

#include "bot/suspend.hpp"

#include <algorithm>

namespace vera::simulation {

void SlowStore::run(std::function<void()> work, std::function<void(std::exception_ptr)> done) {
    auto begin = std::max(free_at_, world_.now()) + random_duration(world_.random, milliseconds{0}, milliseconds{3});
    auto back = random_duration(world_.random, milliseconds{0}, milliseconds{2});
    if (slow && world_.random.chance(5)) back += random_duration(world_.random, milliseconds{100}, seconds{3});
    free_at_ = begin + back;
    world_.in_process(begin, [this, work = std::move(work), done = std::move(done), end = free_at_] {
        std::exception_ptr error;
        try {
            work();
            with_work_();
        } catch (...) { // whatever it was, `done` decides
            error = std::current_exception();
        }
        if (disk_.dead) return;
        after_work_();
        world_.in_process(end, [done, error] { done(error); });
    });
}

boost::asio::awaitable<Attempt> ChatClient::post(Outbound out) {
    auto request = chat_.arrive(out);
    co_await sleep_until(world_, world_.now() + request.answer_after);
    co_return request.attempt;
}

boost::asio::awaitable<Lookup> ChatClient::find(Outbound out) {
    auto delay = random_duration(world_.random, milliseconds{1}, milliseconds{500});
    co_await sleep_until(world_, world_.now() + delay);
    auto found = chat_.look_up(out);
    co_return found;
}

boost::asio::awaitable<bool> sleep_until(World& world, Time time) {
    return suspend<bool>([&world, time](Resume<bool> resume) {
        world.in_process(time, [resume = std::move(resume)] { resume(nullptr, true); });
    });
}

} // namespace vera::simulation
