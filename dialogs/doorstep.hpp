#pragma once
// What is said without a turn, to whom Vera does not talk or not here: fixed sentences, the same for everybody.
#include "dialogs/library/wording.hpp"

namespace vera {

struct Doorstep {
    std::string refused;     // guests, strangers, bots, who is not on the list
    std::string try_again;   // nobody could be asked who they are
    std::string let_us_talk; // in a channel
    std::string busy;        // too many lines at once
};
Doorstep doorstep(const Wording&);

} // namespace vera
