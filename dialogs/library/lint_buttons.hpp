#pragma once
// What can be wrong with buttons across script and wording: a label that no platform shows whole, or two
// that nobody can tell apart.
#include "core/expected.hpp"

namespace vera {

struct Library;

void lint_buttons(const Library&, Problems&);

} // namespace vera
