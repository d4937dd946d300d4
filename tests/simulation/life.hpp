#pragma once
// One seed: a story, faults, crashes and reboots, a calm phase in which everything must come to rest, and
// the oracle's verdict.
#include "tests/simulation/process.hpp"

#include <memory>

namespace vera::simulation {

struct Settings {
    std::uint64_t seed = 1;
    bool trace = false;
    std::string scenario; // a named one without faults; empty: a random story with faults
    bool real_brain = false;
    Death death = Death::kill;
    std::uint64_t dies_at = 0; // the moment of the single crash of a scenario; 0: none
};

struct Result {
    std::vector<Violation> violations;
    std::uint64_t hash = 0;
    int crashes = 0;
    std::uint64_t turns = 0, messages = 0, moments = 0;
};

class Life {
public:
    explicit Life(const Settings&);
    Result live();

private:
    void plan_faults();
    void plan_story();
    void end_faults();
    void boot();
    void crash(Death);
    bool must_die();
    void run_until(Time);
    void judge();
    Settings settings_;
    World world_;
    Disk disk_;
    Brain brain_;
    Chat chat_;
    Recorder recorder_;
    std::unique_ptr<Process> process_;
    std::optional<int> handlers_left_; // until a kill between two handlers
    int crashes_ = 0, handlers_ = 0;
    bool calm_ = false, slow_store_ = false;
    Time faults_end_{}, booted_at_{};
};

} // namespace vera::simulation
