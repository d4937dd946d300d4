#include "core/lose.hpp"

#include <algorithm>

namespace vera {
namespace {

bool all_five_ruled_out(const Lose& lose) {
    return std::all_of(lose_kinds.begin(), lose_kinds.end(), [&](LoseKind kind) {
        const auto found = lose.tested.find(kind);
        return found != lose.tested.end() && found->second == Probe::no;
    });
}

} // namespace

LoseStatus status(const Lose& lose) {
    if (lose.asked == Asked::not_yet) return LoseStatus::not_asked;
    if (lose.asked != Asked::answered) return LoseStatus::unknown;
    if ((lose.suspected || lose.confirmed) && lose.agreed && has_plan(lose)) return LoseStatus::resolved;
    if (lose.confirmed) return LoseStatus::confirmed;
    if (lose.suspected) return LoseStatus::suspected;
    return all_five_ruled_out(lose) && !lose.tested_with.empty() ? LoseStatus::none_found : LoseStatus::untested;
}

bool has_plan(const Lose& lose) { return !lose.mitigation.empty(); }

} // namespace vera
