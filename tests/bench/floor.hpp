#pragma once
// The floor: a program that does nothing but commit one row a turn, with Vera's own SQLite settings. Nothing
// durable can be faster, so it is what turns are compared with.
#include "tests/bench/bench.hpp"

namespace bench {

Cost floor_turns(const std::string& path, std::size_t turns, std::size_t at_once);

} // namespace bench
