#pragma once
// The oracle: when everything has come to rest, are what is stored and what is seen what was acknowledged
// and planned? It knows no more of the shell than the recorder's list of committed turns.
#include "tests/simulation/process.hpp"

namespace vera::simulation {

struct Facts {
    World& world;
    const Chat& chat;
    const Recorder& recorder;
    const Brain& brain;
    store::Store& store;
    Time calm_since{};
};

void check_everything(const Facts&);

void check_events(const Facts&);   // acknowledged, once, the poisonous put aside
void check_messages(const Facts&); // visible once, in order, explained; none missing
void check_jobs(const Facts&);     // none early, twice, missing, or after it was cancelled
void check_state(const Facts&);    // as after a run of the same turns in which nothing went wrong

} // namespace vera::simulation
