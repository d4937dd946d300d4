#pragma once
// The event under which a command of the program (import, export) changes the store and is recorded.
#include "core/event.hpp"
#include "core/store/store.hpp"

#include <string>

namespace vera {

Event event_of_command(const std::string& command, const store::Who&, const std::string& fresh, Time now);

} // namespace vera
