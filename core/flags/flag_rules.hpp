#pragma once
// Reads the Red Flag rules that editors may change (config/red_flags.toml). A file lists every rule the
// program has, exactly once, so that nothing is hidden from whoever edits it.
#include "core/expected.hpp"
#include "core/flags/red_flags.hpp"
#include "core/toml.hpp"

namespace vera {

FlagRules read_flag_rules(const toml::Tree&, Problems& problems);

} // namespace vera
