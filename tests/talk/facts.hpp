#pragma once
// What is stored, read back from the database and written so that a salesperson can check it. What was never
// asked is not printed, but for the six of the first pass.
#include "core/flags/red_flags.hpp"
#include "core/store/store.hpp"

#include <string>

namespace vera {

// Every deal of the user, with its people, facts and next steps.
std::string facts_of(store::Store&, const store::Who&, const ConversationId&, Time now);

// The Red Flags of every deal, in their order, by id and first name.
std::string flags_in(store::Store&, const store::Who&, const ConversationId&, Time now, const FlagRules&);

} // namespace vera
