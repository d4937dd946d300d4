#include "tests/simulation/world.hpp"

#include <algorithm>
#include <cstdio>

namespace vera::simulation {

namespace {
constexpr Time first_morning = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + hours{7};
} // namespace

World::World(std::uint64_t seed, bool trace) : random(seed), now_(first_morning), trace_(trace) {}

void World::at(Time time, Happening happening) { plan(time, {false, std::move(happening)}); }

void World::in_process(Time time, Happening happening) { plan(time, {true, std::move(happening)}); }

void World::drop_process() {
    std::erase_if(to_come_, [](const auto& entry) { return entry.second.dies_with_process; });
}

std::optional<Time> World::next() const {
    if (to_come_.empty()) return std::nullopt;
    return to_come_.begin()->first.first;
}

void World::happen() {
    if (to_come_.empty() || to_come_.begin()->first.first > now_) return;
    auto happening = std::move(to_come_.begin()->second.happening);
    to_come_.erase(to_come_.begin());
    happening();
}

void World::tell(const std::string& kind, const std::string& detail) {
    for (const auto* text : {&kind, &detail})
        for (unsigned char letter : *text) hash_ = (hash_ ^ letter) * 1099511628211ull;
    hash_ = (hash_ ^ static_cast<std::uint64_t>(to_ms(now_))) * 1099511628211ull;
    if (trace_)
        std::printf("%s.%03d  %s %s\n", iso_time(now_).c_str(), static_cast<int>(to_ms(now_) % 1000), kind.c_str(),
                    detail.c_str());
}

void World::violate(const std::string& what) {
    tell("VIOLATION", what);
    violations_.push_back({now_, what});
}

void World::plan(Time time, Planned planned) {
    to_come_.emplace(std::pair{std::max(time, now_), ++planned_}, std::move(planned));
}

Duration random_duration(Random& random, Duration low, Duration high) {
    return Duration{random.between(low.count(), high.count())};
}

} // namespace vera::simulation
