#pragma once
// Small files that an operator has to do with: read whole, with a plain sentence when that fails.
#include "core/expected.hpp"

#include <string>

namespace vera {

inline constexpr std::size_t max_file = 1'000'000;

Expected<std::string> read_file(const std::string& path, std::size_t most = max_file);

} // namespace vera
