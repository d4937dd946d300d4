#pragma once
// `vera serve`: meets Slack, says in sentences what it found, and runs the server until SIGTERM or SIGINT.
#include "bot/config.hpp"
#include "bot/live_library.hpp"
#include "core/store/store.hpp"

namespace vera {

// Problems: what in the settings, or at Slack, keeps Vera from serving. Throws what must end the process.
Problems serve(const Settings&, store::Store, LiveLibrary);

} // namespace vera
