#pragma once
// Our own Win (framework.txt, principle 4): which risks stand that we lose in this deal, and whether one of
// the three ways out answers them. RF-SELF is risks that stand unanswered.
#include "core/deal.hpp"

#include <set>

namespace vera {

struct SelfGuard {
    std::set<SelfRisk> risks; // as told, and amount_fell when the amount is below its highest
    bool below_floor = false; // the amount is below what we said we would not go under
    bool answered = false;    // a way out was chosen for what stands
    bool operator==(const SelfGuard&) const = default;
};

// A way out answers: trade and walk away as they are, accept with a reason (its words). It answers only what
// stood when it was chosen: an amount that changed since asks again, and whoever adds a risk to OwnWin drops
// the way out. Amounts in two different currencies are not compared.
SelfGuard self_guard(const Deal&);
bool stands(const SelfGuard&);     // any risk, answered or not
bool unanswered(const SelfGuard&); // RF-SELF

} // namespace vera
