#include "core/self_guard.hpp"

namespace vera {
namespace {

bool is_below(const std::optional<Money>& amount, const std::optional<Money>& other);
bool is_answered(const Deal&, const SelfGuard&);

} // namespace

SelfGuard self_guard(const Deal& deal) {
    SelfGuard guard;
    guard.risks = deal.own.risks;
    if (is_below(deal.objective.amount, deal.objective.highest)) guard.risks.insert(SelfRisk::amount_fell);
    guard.below_floor = is_below(deal.objective.amount, deal.own.floor);
    guard.answered = stands(guard) && is_answered(deal, guard);
    return guard;
}

bool stands(const SelfGuard& guard) { return guard.below_floor || !guard.risks.empty(); }

bool unanswered(const SelfGuard& guard) { return stands(guard) && !guard.answered; }

namespace {

bool is_below(const std::optional<Money>& amount, const std::optional<Money>& other) {
    return amount && other && comparable(*amount, *other) && amount->amount < other->amount;
}

bool is_answered(const Deal& deal, const SelfGuard& guard) {
    const Told<WayOut>& way_out = deal.own.way_out;
    if (way_out.asked != Asked::answered || !way_out.value) return false;
    if (way_out.is(WayOut::accept) && way_out.words.reveal().empty()) return false;
    const bool about_amount = guard.below_floor || guard.risks.contains(SelfRisk::amount_fell);
    return !about_amount || way_out.source.at >= deal.objective.amount_changed;
}

} // namespace
} // namespace vera
