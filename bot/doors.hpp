#pragma once
// The doors of a platform into the house: turns, and what the store is asked about people.
#include "bot/engine.hpp"
#include "bot/platform.hpp"
#include "core/store/store.hpp"

namespace vera {

struct DoorParts {        // all of them outlive the platform
    std::string platform; // its name in the store: "slack"
    store::Store& store;
    StoreThread& thread;
    Clock& clock;
    Ids& ids;
};
// `engine` and `turned` are called for each event; an engine may be built after its platforms.
Doors doors_of(DoorParts, std::function<Engine&()> engine, std::function<void(Outcome::End)> turned);

} // namespace vera
