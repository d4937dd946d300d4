#pragma once
// The recorder stands between the engine and the brain and writes down every turn: what was thought about,
// when, what was planned. It asks the store which of these turns are committed. The oracle compares this
// with what is stored and what is seen.
#include "bot/engine.hpp"
#include "tests/simulation/chat.hpp"
#include "tests/simulation/world.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace vera::store {
struct Store;
}

namespace vera::simulation {

struct Turn {
    std::uint64_t order = 0; // of thinking, which is the order of committing
    Event event;
    Time now{};
    Plan plan;
    std::string failure; // what the brain threw
};

inline constexpr const char* struck = "struck by the simulation"; // a turn that fails on order

struct Apologised {
    Message message;
    std::string key; // of the event it is for
};

struct Recorder {
    Recorder(World& world, Chat& chat) : world(world), chat(chat) {}
    World& world;
    Chat& chat;
    std::uint64_t turns = 0, ids = 0;
    std::map<std::string, Turn> thought; // by the event's first key: not known to be committed
    std::map<std::string, Turn> committed;
    std::map<MessageId, Apologised> apologies;

    Think around(Think);
    Apology around(Apology);
};

// After work on the store and after a boot: which turns are on disk now.
void note_commits(Recorder&, store::Store&);
// After a boot: nothing that was acknowledged or seen may be gone.
void note_losses(Recorder&, store::Store&);

std::vector<const Turn*> in_order(const Recorder&);

} // namespace vera::simulation
