#pragma once
// The doors of a platform into the house: turns, and what the store is asked about people.
#include "bot/house.hpp"
#include "bot/platform.hpp"

namespace vera {

struct DoorParts {        // all of them outlive the platform
    std::string platform; // its name in the store: "slack"
    StoreThread& thread;
    Clock& clock;
    Ids& ids;
};
// `turned` hears how each turn ended. The house may be built after its platforms.
Doors doors_of(DoorParts, std::function<House&()> house, std::function<void(Outcome::End)> turned);

} // namespace vera
