#include "tests/simulation/life.hpp"

#include "core/must.hpp"
#include "dialogs/library/library.hpp"
#include "dialogs/turn.hpp"
#include "tests/simulation/brain.hpp"
#include "tests/simulation/check_talk.hpp"
#include "tests/simulation/oracle.hpp"
#include "tests/simulation/scenarios.hpp"
#include "tests/simulation/sellers.hpp"

#include <algorithm>

namespace vera::simulation {

namespace {
// Longer than the simple brain's longest reminder; all in all less than the week that claims are kept.
constexpr Duration calm_phase = hours{60};
constexpr int many_boots = 50;
constexpr int restless = 50'000; // handlers; a story takes some thousands
ChatFaults random_faults(Random&);
Brain brain_for(const Settings&, World&);
const Library& library();
} // namespace

Life::Life(const Settings& settings)
    : settings_(settings), world_(settings.seed, settings.trace), brain_(brain_for(settings, world_)),
      chat_(world_, {}), recorder_(world_, chat_) {}

Result Life::live() {
    plan_story();
    if (settings_.scenario.empty()) plan_faults();
    disk_.random = Random(world_.random.next());
    disk_.dies_at = settings_.dies_at;
    boot();
    run_until(faults_end_);
    end_faults();
    run_until(faults_end_ + calm_phase);
    if (process_ && handlers_ <= restless) judge();
    auto moments = disk_.moments;
    process_.reset();
    return {world_.violations(), world_.hash(), crashes_, recorder_.turns, chat_.shown().size(), moments};
}

void Life::plan_story() {
    if (!settings_.scenario.empty()) {
        faults_end_ = world_.now() + plan_scenario(settings_.scenario, world_, chat_);
        return;
    }
    auto length =
        world_.random.chance(50) ? Duration{minutes{10}} : random_duration(world_.random, minutes{10}, hours{30});
    faults_end_ = world_.now() + length + minutes{1};
    settings_.real_brain ? plan_sellers(world_, chat_, length) : plan_simple_story(world_, chat_, length);
    if (world_.random.chance(90)) disk_ = copy_of(ground().disk); // the others see the schema being made
}

void Life::plan_faults() {
    chat_.faults = random_faults(world_.random);
    slow_store_ = world_.random.chance(30);
    auto some_time = [&] {
        return world_.now() + random_duration(world_.random, milliseconds{0}, faults_end_ - world_.now());
    };
    auto crashes = world_.random.below(6);
    for (int n = 0; n < crashes; ++n)
        world_.at(some_time(),
                  [this] { disk_.dies_at = disk_.moments + 1 + static_cast<std::uint64_t>(world_.random.below(120)); });
    if (world_.random.chance(50))
        world_.at(some_time(), [this] { handlers_left_ = static_cast<int>(world_.random.below(40)); });
    if (world_.random.chance(20))
        world_.at(some_time(), [this] { disk_.full_for = static_cast<int>(world_.random.between(1, 40)); });
    if (world_.random.chance(20))
        world_.at(some_time(),
                  [this] { disk_.fails_at = disk_.moments + 1 + static_cast<std::uint64_t>(world_.random.below(60)); });
}

void Life::end_faults() {
    world_.tell("calm");
    calm_ = true;
    handlers_left_.reset();
    disk_.dies_at = disk_.fails_at = 0;
    disk_.full_for = 0;
    chat_.faults = {.find_cannot = chat_.faults.find_cannot, .history_lag = chat_.faults.history_lag};
    if (process_) process_->thread().slow = false;
    slow_store_ = false;
}

void Life::boot() {
    if (process_) return;
    if (!calm_ && settings_.scenario.empty() && world_.random.chance(15))
        disk_.dies_at = disk_.moments + 1 + static_cast<std::uint64_t>(world_.random.below(40));
    try {
        world_.tell("boot");
        process_ = std::make_unique<Process>(world_, disk_, chat_, recorder_, brain_);
        process_->thread().slow = slow_store_;
        booted_at_ = world_.now();
    } catch (const std::exception& error) {
        if (!disk_.dead && !disk_.failed && disk_.full_for == 0)
            world_.violate(std::string("the process cannot boot: ") + error.what());
        if (crashes_ < many_boots) crash(settings_.death);
    }
}

void Life::crash(Death death) {
    ++crashes_;
    world_.tell("crash", death == Death::kill ? "kill" : "power");
    process_.reset();
    disk_.after_crash(death);
    handlers_left_.reset();
    auto down = random_duration(world_.random, milliseconds{0}, seconds{30});
    if (world_.random.chance(15)) down = random_duration(world_.random, seconds{30}, hours{3});
    if (!settings_.scenario.empty()) down = seconds{5};
    world_.at(world_.now() + down, [this] { boot(); });
}

bool Life::must_die() {
    if (disk_.dead || process_->over()) return true;
    return handlers_left_ && (*handlers_left_)-- <= 0;
}

void Life::run_until(Time end) {
    for (;;) {
        while (process_) {
            if (must_die()) {
                crash(settings_.scenario.empty() && world_.random.chance(50) ? Death::power : settings_.death);
                break;
            }
            if (!process_->step()) break;
            if (++handlers_ > restless) return world_.violate("the process never comes to rest");
        }
        auto next = world_.next();
        auto waited_for = process_ ? process_->next() : std::nullopt;
        if (waited_for && (!next || *waited_for < *next)) next = waited_for;
        if (!next || *next > end) break;
        world_.move_to(*next);
        if (process_) process_->advance();
        world_.happen();
    }
    world_.move_to(end);
    if (process_) process_->advance();
}

void Life::judge() {
    try {
        check_everything({world_, chat_, recorder_, brain_, process_->store(), std::max(faults_end_, booted_at_)});
    } catch (const std::exception& error) {
        world_.violate(std::string("what is stored cannot be read at the end: ") + error.what());
    }
}

namespace {

ChatFaults random_faults(Random& random) {
    auto rate = [&](std::int64_t most) { return random.chance(50) ? static_cast<int>(random.below(most + 1)) : 0; };
    ChatFaults faults;
    faults.repeats = rate(50);
    faults.late = rate(50);
    faults.very_late = rate(10);
    faults.refused_for_now = rate(30);
    faults.fails_before = rate(30);
    faults.fails_after = rate(30);
    faults.arrives_late = rate(30);
    faults.slow = rate(30);
    faults.gone = rate(3);
    faults.find_cannot = random.chance(10);
    faults.history_lag = random.chance(50) ? random_duration(random, seconds{0}, seconds{20}) : Duration{0};
    return faults;
}

Brain brain_for(const Settings& settings, World& world) {
    if (!settings.real_brain) return {think_simply, simple_apology, true};
    return {[&world](const State& state, const Event& event, Time now) {
                auto plan = take_turn(library(), state, event, now);
                check_talk(world, library(), state, event, now, plan);
                return plan;
            },
            [](const Event& event) { return apology(library(), event); }, false};
}

const Library& library() {
    static const Library read = [] {
        auto made = read_library(compiled_in_files());
        MUST(made);
        return std::move(*made);
    }();
    return read;
}

} // namespace

} // namespace vera::simulation
