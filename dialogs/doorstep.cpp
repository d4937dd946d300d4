#include "dialogs/doorstep.hpp"

namespace vera {

Doorstep doorstep(const Wording& wording) {
    return {wording.say("doorstep.refused", {}), wording.say("doorstep.try_again", {}),
            wording.say("doorstep.let_us_talk", {}), wording.say("doorstep.busy", {})};
}

} // namespace vera
