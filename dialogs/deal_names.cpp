#include "dialogs/deal_names.hpp"

#include "core/text.hpp"

namespace vera {

std::vector<const DealHead*> deals_named(const Desk& desk, std::string_view name) {
    const std::string folded = fold(name);
    std::vector<const DealHead*> exact, close;
    if (folded.empty()) return exact;
    for (const DealHead& head : desk.plan.next.heads) {
        const std::string known = fold(head.name);
        if (known == folded) exact.push_back(&head);
        if (known.starts_with(folded) || has_word(known, folded)) close.push_back(&head);
    }
    return exact.empty() ? close : exact;
}

Deal* loaded(Desk& desk, const DealId& id) {
    Deal* deal = find_deal(desk.plan.next, id);
    if (!deal) desk.plan.needs.deals.push_back(id);
    return deal;
}

} // namespace vera
