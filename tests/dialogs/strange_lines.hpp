#pragma once
// Lines nobody would type, made of pieces that mean something and of pieces that mean nothing.
#include <random>
#include <string>

namespace vera {

using Chance = std::mt19937;
std::string strange_line(Chance&);

} // namespace vera
