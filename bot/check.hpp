#pragma once
// What `vera check` looks at: the library, the master key, and whether every open question of the database can
// still be answered. It makes no file and changes nothing.
#include "bot/config.hpp"

#include <string>
#include <vector>

namespace vera {

struct Checked {
    Problems problems;
    std::vector<std::string> notes; // what was left out, and why; no mistake of anybody
};
Checked check_all(const Settings&);

} // namespace vera
