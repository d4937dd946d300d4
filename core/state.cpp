#include "core/state.hpp"

#include <algorithm>
#include <utility>

namespace vera {

const Deal* find_deal(const State& state, const DealId& id) {
    const auto is_it = [&](const Deal& deal) { return deal.head.id == id; };
    const auto found = std::find_if(state.deals.begin(), state.deals.end(), is_it);
    return found == state.deals.end() ? nullptr : &*found;
}

Deal* find_deal(State& state, const DealId& id) { return const_cast<Deal*>(find_deal(std::as_const(state), id)); }

const DealHead* find_head(const State& state, const DealId& id) {
    const auto is_it = [&](const DealHead& head) { return head.id == id; };
    const auto found = std::find_if(state.heads.begin(), state.heads.end(), is_it);
    return found == state.heads.end() ? nullptr : &*found;
}

} // namespace vera
