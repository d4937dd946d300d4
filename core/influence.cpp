#include "core/influence.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

bool is_form_of_address(std::string_view word);

} // namespace

std::string shown_name(const Influence& influence) { return influence.name.empty() ? influence.title : influence.name; }

std::string first_name(const Influence& influence) {
    for (const auto word : words(influence.name)) {
        if (!is_form_of_address(word)) return std::string{word};
    }
    return influence.name.empty() ? influence.title : influence.name;
}

bool is_outdated(const Influence& person) {
    if (person.statements.empty()) return false;
    const Statement& newest = person.statements.back();
    return !(newest.result == person.result.measure) || !(newest.win == person.win.text);
}

bool is_only_coach(const Influence& influence) { return influence.roles == Roles{Role::coach}; }

namespace {

bool is_form_of_address(std::string_view word) {
    static constexpr std::array known{"dr",  "prof", "professor", "doctor", "mr",   "mrs", "ms",  "miss",  "mx",
                                      "sir", "herr", "frau",      "ing",    "dipl", "mme", "mag", "madame"};
    const std::string plain = fold(word);
    return plain.empty() || std::find(known.begin(), known.end(), plain) != known.end();
}

} // namespace
} // namespace vera
