#pragma once
// Whether a database has ever run on the real clock: such a one is never run under a clock moved by hand.
#include "core/store/store.hpp"

namespace vera::store {

// False: `real` is not set, and the database has run on the real clock before. Inside a transaction.
bool mark_clock(Store&, bool real);

} // namespace vera::store
