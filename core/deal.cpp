#include "core/deal.hpp"

#include "core/text.hpp"

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

bool is_closed(const Deal& deal) {
    const DealState state = deal.head.state;
    return state == DealState::won || state == DealState::lost || state == DealState::dropped;
}

bool is_live(const Deal& deal, Day today) {
    const bool held = deal.head.state == DealState::on_hold && !(deal.hold_until && *deal.hold_until <= today);
    return !held && !is_closed(deal);
}

void weigh_coaches(Deal& deal) {
    for (Influence& person : deal.people)
        for (Evidence& evidence : person.win.evidence) {
            const Influence* teller = find_person(deal, evidence.teller);
            const bool coach = teller && teller->roles.contains(Role::coach) && evidence.when;
            evidence.from_coach = coach && standing(teller->coach_test, *evidence.when) == CoachStanding::tested;
        }
}

bool lose_reopened(const Deal& deal, const Influence& person) {
    return status(person.lose) == LoseStatus::none_found && deal.objective.scope_changed > person.lose.tested_at;
}

std::vector<const DealHead*> heads_called(const std::vector<DealHead>& heads, std::string_view name) {
    const std::string folded = fold(name);
    std::vector<const DealHead*> exact, close;
    if (folded.empty()) return exact;
    for (const DealHead& head : heads) {
        const std::string known = fold(head.name);
        if (known == folded) exact.push_back(&head);
        if (known.starts_with(folded) || has_word(known, folded)) close.push_back(&head);
    }
    return exact.empty() ? close : exact;
}

} // namespace vera
