#include "core/influence.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

bool has_target(const Measure& m) { return m.to.has_value() && !m.percent_change; }
bool is_yes_or_no(const Measure&);
bool is_form_of_address(std::string_view word);

} // namespace

Quality quality(const Measure& measure) {
    const bool pair = has_target(measure) && measure.from && !measure.unit.empty();
    if (pair || is_yes_or_no(measure)) return measure.by ? Quality::m4 : Quality::m3;
    if (measure.to || measure.from) return Quality::m2;
    if (measure.by && !measure.metric.empty()) return Quality::m2; // "audit passed by 1 March"
    return measure.direction ? Quality::m1 : Quality::m0;
}

WinStatus status(const Win& win) {
    const auto supports = [](const Evidence& evidence) { return grade(evidence) >= Grade::e3; };
    if (win.asked == Asked::not_yet) return WinStatus::not_asked;
    if (win.asked != Asked::answered) return WinStatus::unknown;
    return std::any_of(win.evidence.begin(), win.evidence.end(), supports) ? WinStatus::supported : WinStatus::guess;
}

std::string shown_name(const Influence& influence) { return influence.name.empty() ? influence.title : influence.name; }

std::string first_name(const Influence& influence) {
    for (const auto word : words(influence.name)) {
        if (!is_form_of_address(word)) return std::string{word};
    }
    return influence.name.empty() ? influence.title : influence.name;
}

bool is_only_coach(const Influence& influence) { return influence.roles == Roles{Role::coach}; }

namespace {

// "No high finding open": the number it starts from says nothing more.
bool is_yes_or_no(const Measure& measure) {
    return has_target(measure) && *measure.to == 0 && (!measure.unit.empty() || !measure.metric.empty());
}

bool is_form_of_address(std::string_view word) {
    static constexpr std::array known{"dr",  "prof", "professor", "doctor", "mr",   "mrs", "ms",  "miss",  "mx",
                                      "sir", "herr", "frau",      "ing",    "dipl", "mme", "mag", "madame"};
    const std::string plain = fold(word);
    return plain.empty() || std::find(known.begin(), known.end(), plain) != known.end();
}

} // namespace
} // namespace vera
