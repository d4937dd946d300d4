#include "core/flags/flag_table.hpp"
#include "core/self_guard.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

bool nobody_decides(const Looked&);
bool two_decide(const Looked&);
bool nobody_uses(const Looked&);
bool nobody_can_stop(const Looked&);
bool nobody_owns_old_way(const Looked&);
bool list_is_older_than_changes(const Looked&);
bool we_lose(const Looked&);
bool own_win_unknown(const Looked&);
bool date_has_passed(const Looked&);
bool date_is_not_theirs(const Looked&);
bool instead_unknown(const Looked&);
bool all_too_well(const Looked&);
std::ptrdiff_t buyers_with(const Deal&, Role);

constexpr std::array checks{
    Check{"RF-E-NONE", "", nobody_decides},
    Check{"RF-E-TWO", "", two_decide},
    Check{"RF-COACH", "", nobody_is_with_us},
    Check{"RF-ROLE-NONE", "user", nobody_uses},
    Check{"RF-ROLE-NONE", "technical", nobody_can_stop},
    Check{"RF-OLD-WAY", "", nobody_owns_old_way},
    Check{"RF-REORG", "people", list_is_older_than_changes},
    Check{"RF-SELF", "way_out", we_lose},
    Check{"RF-SELF-NONE", "own_win", own_win_unknown},
    Check{"RF-DATE", "objective", date_has_passed},
    Check{"RF-DATE", "date_of", date_is_not_theirs},
    Check{"RF-COMP-ZERO", "competition", instead_unknown},
    Check{"RF-EUPHORIA", "lose", all_too_well},
};

} // namespace

std::span<const Check> deal_checks() { return checks; }

bool is_buyer(const Influence& person) { return !person.ours && !is_only_coach(person); }

namespace {

// Who is missing from the list can only be said once the list was found right.
bool nobody_decides(const Looked& at) { return at.deal.people_confirmed && buyers_with(at.deal, Role::economic) == 0; }

bool two_decide(const Looked& at) { return at.deal.people_confirmed && buyers_with(at.deal, Role::economic) > 1; }

bool nobody_uses(const Looked& at) { return at.deal.people_confirmed && buyers_with(at.deal, Role::user) == 0; }

bool nobody_can_stop(const Looked& at) {
    return at.deal.people_confirmed && buyers_with(at.deal, Role::technical) == 0;
}

bool nobody_owns_old_way(const Looked& at) {
    const auto& people = at.deal.people;
    return at.deal.people_confirmed &&
           std::none_of(people.begin(), people.end(), [](const auto& p) { return p.owns_old_way; });
}

bool list_is_older_than_changes(const Looked& at) {
    const Deal& deal = at.deal;
    const bool confirmed_since = deal.people_confirmed && deal.people_confirmed_at > deal.changes.source.at;
    return deal.changes.is(true) && !confirmed_since;
}

bool we_lose(const Looked& at) { return unanswered(self_guard(at.deal)); }

bool own_win_unknown(const Looked& at) { return at.deal.own.asked == Asked::does_not_know; }

bool date_has_passed(const Looked& at) { return at.deal.objective.by && *at.deal.objective.by < at.today; }

// A date nobody over there is known to keep is ours.
bool date_is_not_theirs(const Looked& at) {
    const Told<Whose>& date = at.deal.objective.date_of;
    return date.is(Whose::ours) || date.asked == Asked::does_not_know;
}

bool instead_unknown(const Looked& at) { return at.deal.competition.asked == Asked::does_not_know; }

// Everybody is for it, and nobody was asked yet what they could lose. Once one was, the Lose rules speak.
bool all_too_well(const Looked& at) {
    int buyers = 0;
    bool unasked = false;
    for (const Influence& person : at.deal.people) {
        if (!is_buyer(person)) continue;
        const Told<int>& rating = person.rating;
        if (rating.asked != Asked::answered || rating.value.value_or(0) < limit(at, "rating")) return false;
        const LoseStatus lose = status(person.lose);
        if (lose != LoseStatus::not_asked && lose != LoseStatus::none_found && lose != LoseStatus::resolved)
            return false;
        unasked = unasked || lose == LoseStatus::not_asked;
        ++buyers;
    }
    return unasked && buyers >= limit(at, "people");
}

std::ptrdiff_t buyers_with(const Deal& deal, Role role) {
    return std::count_if(deal.people.begin(), deal.people.end(),
                         [role](const Influence& p) { return !p.ours && p.roles.contains(role); });
}

} // namespace
} // namespace vera
