#pragma once
// Faults of a seed: which ones there are, and how often each comes.
#include "tests/fake_slack/faults.hpp"

#include <map>
#include <string>
#include <vector>

namespace vera::slack_talk {

void set_weather(fake_slack::Faults&, std::uint64_t seed);

// How often each fault happened, over all talks.
struct Weathered {
    std::map<std::string, int> times;
    void count(const fake_slack::Faults&);
    std::vector<std::string> never() const; // what did not happen at all
};

} // namespace vera::slack_talk
