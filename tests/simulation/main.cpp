// simulation [links] --seeds N [--first K] [--trace] [--until-violation] | simulation exhaustive
#include "tests/simulation/life.hpp"
#include "tests/simulation/links/link_story.hpp"
#include "tests/simulation/scenarios.hpp"

#include <malloc.h>

#include <cstdio>
#include <cstdlib>

namespace vera::simulation {

namespace {

constexpr std::uint64_t every_nth_twice = 100;
constexpr int many_disconnects = 5'000;

struct Command {
    std::uint64_t seeds = 1, first = 1;
    bool trace = false, until_violation = false, exhaustive = false, links = false, help = false;
};

Command read_command(int count, char** words);
int run_seeds(const Command&);
int run_links(const Command&);
int run_exhaustively();
std::uint64_t crash_everywhere(const std::string& scenario, Death);
Result live(const Settings&);
void print(const Settings&, const Result&);

} // namespace

int run(int count, char** words) {
    auto command = read_command(count, words);
    if (command.help) {
        std::fprintf(
            stderr, "simulation [links] --seeds N [--first K] [--trace] [--until-violation] | simulation exhaustive\n");
        return 2;
    }
    if (command.links) return run_links(command);
    return command.exhaustive ? run_exhaustively() : run_seeds(command);
}

namespace {

Command read_command(int count, char** words) {
    Command command;
    for (int n = 1; n < count; ++n) {
        std::string word = words[n];
        auto number = [&] { return n + 1 < count ? std::strtoull(words[++n], nullptr, 10) : 0; };
        if (word == "--seeds")
            command.seeds = number();
        else if (word == "--first")
            command.first = number();
        else if (word == "--trace")
            command.trace = true;
        else if (word == "--until-violation")
            command.until_violation = true;
        else if (word == "exhaustive")
            command.exhaustive = true;
        else if (word == "links")
            command.links = true;
        else
            command.help = true;
    }
    return command;
}

int run_seeds(const Command& command) {
    std::uint64_t seeds = 0, violations = 0, crashes = 0, turns = 0, messages = 0;
    for (auto seed = command.first; seed < command.first + command.seeds; ++seed) {
        Settings settings;
        settings.seed = seed;
        settings.trace = command.trace;
        settings.real_brain = seed % 2 == 0;
        auto result = live(settings);
        if (seed % every_nth_twice == 0 && live(settings).hash != result.hash)
            result.violations.push_back({{}, "the same seed told two stories"});
        print(settings, result);
        ++seeds;
        violations += result.violations.size();
        crashes += static_cast<std::uint64_t>(result.crashes);
        turns += result.turns;
        messages += result.messages;
        if (violations > 0 && command.until_violation) break;
    }
    std::printf("%llu turns, %llu messages, %llu crashes\n", static_cast<unsigned long long>(turns),
                static_cast<unsigned long long>(messages), static_cast<unsigned long long>(crashes));
    std::printf("%llu seeds, %llu violations\n", static_cast<unsigned long long>(seeds),
                static_cast<unsigned long long>(violations));
    return violations > 0 ? 1 : 0;
}

// The links of a seed; first, if it begins at the first seed, one story of many disconnects.
int run_links(const Command& command) {
    std::uint64_t seeds = 0, violations = 0, connections = 0, envelopes = 0, printed = 0;
    for (auto seed = command.first; seed < command.first + command.seeds; ++seed) {
        auto disconnects = seed == 1 ? many_disconnects : 0;
        auto result = LinkStory(seed, command.trace, disconnects).live();
        if (seed % every_nth_twice == 0 && LinkStory(seed, false).live().hash != result.hash)
            result.violations.push_back({{}, "the same seed told two stories"});
        for (const auto& violation : result.violations)
            if (++printed <= 20)
                std::printf("links of seed %llu: %s (at %s)\n", static_cast<unsigned long long>(seed),
                            violation.what.c_str(), iso_time(violation.at).c_str());
        ++seeds;
        violations += result.violations.size();
        connections += static_cast<std::uint64_t>(result.connections);
        envelopes += result.envelopes;
        if (violations > 0 && command.until_violation) break;
    }
    std::printf("%llu connections, %llu envelopes\n", static_cast<unsigned long long>(connections),
                static_cast<unsigned long long>(envelopes));
    std::printf("%llu seeds, %llu violations\n", static_cast<unsigned long long>(seeds),
                static_cast<unsigned long long>(violations));
    return violations > 0 ? 1 : 0;
}

int run_exhaustively() {
    std::uint64_t violations = 0;
    for (const auto& scenario : scenario_names())
        for (auto death : {Death::kill, Death::power}) violations += crash_everywhere(scenario, death);
    std::printf("exhaustive: %llu violations\n", static_cast<unsigned long long>(violations));
    return violations > 0 ? 1 : 0;
}

// At the first moment, the second ... until the story is over before it comes.
std::uint64_t crash_everywhere(const std::string& scenario, Death death) {
    std::uint64_t violations = 0;
    Settings settings;
    settings.scenario = scenario;
    settings.real_brain = scenario.starts_with("real-");
    settings.death = death;
    for (settings.dies_at = 1;; ++settings.dies_at) {
        auto result = live(settings);
        print(settings, result);
        violations += result.violations.size();
        if (result.crashes == 0) break;
    }
    std::printf("%s, %s: %llu moments, %llu violations\n", scenario.c_str(), death == Death::kill ? "kill" : "power",
                static_cast<unsigned long long>(settings.dies_at - 1), static_cast<unsigned long long>(violations));
    return violations;
}

Result live(const Settings& settings) {
    Life life(settings);
    return life.live();
}

void print(const Settings& settings, const Result& result) {
    for (const auto& violation : result.violations) {
        auto where = settings.scenario.empty()
                         ? "seed " + std::to_string(settings.seed)
                         : settings.scenario + ", crash at moment " + std::to_string(settings.dies_at);
        std::printf("%s: %s (at %s)\n", where.c_str(), violation.what.c_str(), iso_time(violation.at).c_str());
    }
    if (!result.violations.empty() && settings.scenario.empty() && !settings.trace)
        std::printf("  again: tests/simulate --seeds 1 --first %llu --trace\n",
                    static_cast<unsigned long long>(settings.seed));
}

} // namespace

} // namespace vera::simulation

int main(int count, char** words) {
    mallopt(M_TRIM_THRESHOLD, 1 << 30); // a disk a seed: giving the memory back each time costs an eighth of the run
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    return vera::simulation::run(count, words);
}
