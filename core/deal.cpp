#include "core/deal.hpp"

#include <algorithm>

namespace vera {

const Influence* find_person(const Deal& deal, const PersonId& id) {
    const auto is_it = [&](const Influence& influence) { return influence.person == id; };
    const auto found = std::find_if(deal.people.begin(), deal.people.end(), is_it);
    return found == deal.people.end() ? nullptr : &*found;
}

Influence* find_person(Deal& deal, const PersonId& id) {
    return const_cast<Influence*>(find_person(std::as_const(deal), id));
}

} // namespace vera
