#pragma once
// A file in a test's folder, with the folders above it.
#include "tests/bot/rig.hpp"

#include <string>

namespace vera::rig {

std::string written(const TemporaryFolder&, const std::string& name, const std::string& text); // its path

} // namespace vera::rig
