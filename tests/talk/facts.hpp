#pragma once
// What is stored, read back from the database and written so that a salesperson can check it.
#include "core/store/store.hpp"

#include <string>

namespace vera {

// Every deal of the user, with its people, facts and next steps.
std::string facts_of(store::Store&, const store::Who&, const ConversationId&, Time now);

} // namespace vera
