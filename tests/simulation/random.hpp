#pragma once
// Chance out of a seed (splitmix64): the same seed, the same story, on every machine.
#include <cstddef>
#include <cstdint>
#include <span>

namespace vera::simulation {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 1) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ull;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
        return mixed ^ (mixed >> 31);
    }
    std::int64_t below(std::int64_t limit) {
        return limit > 0 ? static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(limit)) : 0;
    }
    std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List> const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<std::int64_t>(list.size())))];
    }
    void fill(std::span<unsigned char> bytes) {
        for (auto& byte : bytes) byte = static_cast<unsigned char>(next());
    }

private:
    std::uint64_t state_;
};

} // namespace vera::simulation
