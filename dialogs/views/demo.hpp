#pragma once
// "demo": a sample deal in two minutes, screen by screen, drawn by the same code as a real one. Nothing of it
// is stored: the deal lives in a state of its own that nobody saves.
#include "dialogs/desk.hpp"

namespace vera {

int demo_screens();
void show_demo(Desk&, int screen); // 1 to demo_screens()

} // namespace vera
