#pragma once
// Models filled at random, every field of them sooner or later, the same for the same seed.
#include "core/plan.hpp"

#include <cstdint>
#include <random>

namespace vera {

class RandomModel {
public:
    explicit RandomModel(std::uint32_t seed) : random_(seed) {}
    Deal deal();
    Influence influence();
    User user();
    Session session();
    Message message();
    Job job();
    Reply reply();

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool coin() { return below(2) == 0; }
    std::string text();
    std::string unknown_json();
    Time time();
    Day day();
    Zone zone();
    double number();
    Source source();
    Note note();
    Money money();
    Lose lose();
    Influence known_influence();
    CoachTest coach_test();
    FlagChoice choice_of_flag();
    Action action();
    Evidence evidence();
    Measure measure();
    Roles roles();
    Pending pending();
    Line line();
    Choice choice();
    Button button();
    Draft draft();
    Step step();
    template <class Any> Any id() { return coin() ? Any{} : Any{text()}; }
    template <class Enum> Enum one_of(std::size_t count) { return static_cast<Enum>(below(count)); }
    template <class Make> auto list(Make make) {
        std::vector<decltype(make())> made;
        for (std::size_t count = below(3); count > 0; --count) made.push_back(make());
        return made;
    }
    template <class Make> auto maybe(Make make) { return coin() ? std::optional(make()) : std::nullopt; }
    template <class Make> auto told(Make make) {
        return Told<decltype(make())>{one_of<Asked>(5), maybe(make), Private(text()), source()};
    }
    std::mt19937 random_;
};

} // namespace vera
