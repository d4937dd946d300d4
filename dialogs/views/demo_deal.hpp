#pragma once
// The sample deal of "demo": an invented company, made in memory and stored nowhere. Its words stand in the
// wording, so that they are translated with the rest.
#include "core/deal.hpp"
#include "dialogs/library/wording.hpp"

namespace vera {

Deal demo_deal(const Wording&, Day today);

} // namespace vera
