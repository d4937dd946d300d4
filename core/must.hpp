#pragma once
// MUST(condition): what has to hold if our own code is right. Always on; a failure throws Bug, which
// costs this one turn and nothing else (the engine rolls it back, counts it, quarantines a repeater).
#include <stdexcept>

namespace vera {

struct Bug : std::logic_error {
    using std::logic_error::logic_error;
};

} // namespace vera

#define VERA_TEXT_(x) #x
#define VERA_TEXT(x) VERA_TEXT_(x)
#define MUST(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) throw ::vera::Bug(__FILE__ ":" VERA_TEXT(__LINE__) ": " #condition);                         \
    } while (false)
