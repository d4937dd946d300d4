#pragma once
// The chat in a window: lines as they are typed, messages as they come. Ctrl-D, Ctrl-C and a request to end
// let the turn under way finish.
#include "bot/chat.hpp"

namespace vera {

// Returns when the user has gone; throws what must end the process.
void run_interactive(Chat::Options, store::Store, Brain, Ids&);

} // namespace vera
