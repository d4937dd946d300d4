#pragma once
// A Win: what one person gets out of it for themselves. Supported only by what they said or what a tested
// Coach confirmed; everything else is a guess, however often somebody insists (framework.txt, step 2).
#include "core/evidence.hpp"

#include <string>
#include <vector>

namespace vera {

struct Win {
    Asked asked = Asked::not_yet;
    Private<std::string> text;
    std::string theme; // an id of config/themes.toml; empty: not said
    Asked evidence_asked = Asked::not_yet;
    std::vector<Evidence> evidence; // limits::evidence
    bool refuted = false;           // what we learned speaks against it
    Source source;
    bool operator==(const Win&) const = default;
};

enum class WinStatus { not_asked, unknown, guess, supported, refuted };
WinStatus status(const Win&);                  // derived, never stored: supported needs grade E3 or better
std::optional<Day> last_confirmed(const Win&); // the newest day of evidence that supports it

} // namespace vera
