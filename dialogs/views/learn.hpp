#pragma once
// "learn": one small lesson at a time. Where somebody stands is remembered per user.
#include "dialogs/desk.hpp"

namespace vera {

void show_lesson(Desk&, std::string_view topic = {}); // empty: of all topics, in their order

} // namespace vera
