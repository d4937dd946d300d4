#pragma once
// Who talks in the terminal, where and when: from the command line, else from the machine.
#include "bot/chat.hpp"
#include "bot/setting_values.hpp"
#include "core/expected.hpp"

namespace vera {

struct AskedChat { // as typed; empty: not said
    std::string user, now, zone;
};
Expected<Chat::Options> chat_options(const AskedChat&, const Environment&);

} // namespace vera
