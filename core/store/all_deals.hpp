#pragma once
// Every deal of a user, closed ones too: for import and export, which no turn waits for. A turn sees the open
// ones (State::heads).
#include "core/store/store.hpp"

namespace vera::store {

std::vector<DealHead> all_heads(Store&, const Who&); // newest touched first

} // namespace vera::store
