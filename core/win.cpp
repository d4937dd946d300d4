#include "core/win.hpp"

#include <algorithm>

namespace vera {
namespace {

bool supports(const Evidence& evidence) { return grade(evidence) >= Grade::e3; }

} // namespace

WinStatus status(const Win& win) {
    if (win.asked == Asked::not_yet) return WinStatus::not_asked;
    if (win.asked != Asked::answered) return WinStatus::unknown;
    if (win.refuted) return WinStatus::refuted;
    return std::any_of(win.evidence.begin(), win.evidence.end(), supports) ? WinStatus::supported : WinStatus::guess;
}

std::optional<Day> last_confirmed(const Win& win) {
    std::optional<Day> newest;
    for (const Evidence& evidence : win.evidence)
        if (supports(evidence) && (!newest || *newest < evidence.when)) newest = evidence.when;
    return newest;
}

} // namespace vera
