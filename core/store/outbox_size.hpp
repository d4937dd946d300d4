#pragma once
// How much waits to be sent: a figure for the operator, and a question that shows the database answers.
#include "core/store/store.hpp"

namespace vera::store {

std::int64_t waiting_messages(Store&);

} // namespace vera::store
