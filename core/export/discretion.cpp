#include "core/export/discretion.hpp"

#include "core/text.hpp"
#include "core/utf8.hpp"

#include <algorithm>

namespace vera {
namespace {

// "Petra", "Petra's" and "Petra-Anna", not "petrarch".
bool names(std::string_view folded, std::string_view name) {
    for (auto at = folded.find(name); at != folded.npos; at = folded.find(name, at + 1)) {
        const auto end = at + name.size();
        const bool begins = at == 0 || !is_alnum(character_before(folded, at).code);
        if (begins && (end == folded.size() || !is_alnum(character_at(folded, end).code))) return true;
    }
    return false;
}

} // namespace

Discretion::Discretion(const Deal& deal, bool everything) : everything_(everything) {
    for (const Influence& person : deal.people) {
        if (everything || !is_only_coach(person) || person.name.empty()) continue;
        hidden_.push_back(fold(person.name));
        hidden_.push_back(fold(first_name(person)));
    }
}

std::vector<const Influence*> Discretion::people(const Deal& deal) const {
    std::vector<const Influence*> shown;
    for (const Influence& person : deal.people)
        if (everything_ || !is_only_coach(person)) shown.push_back(&person);
    return shown;
}

Roles Discretion::roles(const Influence& person) const {
    Roles shown = person.roles;
    if (!everything_) shown.erase(Role::coach);
    return shown;
}

std::string Discretion::text(const std::string& words) const {
    const std::string folded = fold(words);
    const bool named = std::ranges::any_of(hidden_, [&](const std::string& name) { return names(folded, name); });
    return named ? "" : words;
}

} // namespace vera
