#include "core/objective.hpp"

namespace vera {

void set_amount(Objective& objective, const Money& told, Time now) {
    const auto old = objective.amount;
    Money amount = told;
    if (amount.currency.empty() && old) amount.currency = old->currency;
    if (old && old->amount != amount.amount) objective.amount_changed = objective.scope_changed = now;
    if (!objective.highest) objective.highest = old;
    const auto& highest = objective.highest;
    if (!highest || !comparable(*highest, amount) || highest->amount <= amount.amount) objective.highest = amount;
    objective.amount = amount;
}

} // namespace vera
