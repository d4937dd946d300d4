#include "core/win_lose.hpp"

#include "core/flags/weight.hpp"
#include "core/self_guard.hpp"

#include <tuple>

namespace vera {
namespace {

OwnOutcome own_outcome(const Deal&);
Outcome outcome_of(const Influence&);
std::optional<Quadrant> quadrant(OwnOutcome, Outcome);
std::optional<TurningPoint> turning_point(const Deal&);
bool lose_stands(const Influence&);

} // namespace

WinLose win_lose(const Deal& deal) {
    WinLose picture;
    picture.own = own_outcome(deal);
    if (deal.tender.is(true)) return picture;
    for (const Influence& person : deal.people) {
        if (person.ours) continue;
        const Outcome outcome = outcome_of(person);
        const bool confirmed = outcome == Outcome::loses && person.lose.confirmed;
        picture.people.push_back({person.person, outcome, confirmed, quadrant(picture.own, outcome)});
        picture.wins += outcome == Outcome::wins;
        picture.loses += outcome == Outcome::loses;
        picture.guessed += outcome == Outcome::guessed;
        picture.unknown += outcome == Outcome::unknown;
    }
    picture.turn = turning_point(deal);
    return picture;
}

namespace {

OwnOutcome own_outcome(const Deal& deal) {
    const SelfGuard guard = self_guard(deal);
    const bool traded = guard.answered && deal.own.way_out.is(WayOut::trade);
    if (stands(guard) && !traded) return OwnOutcome::we_lose;
    if (deal.own.asked == Asked::not_yet) return OwnOutcome::not_asked;
    return deal.own.asked == Asked::answered ? OwnOutcome::we_win : OwnOutcome::unknown;
}

Outcome outcome_of(const Influence& person) {
    if (lose_stands(person)) return Outcome::loses;
    switch (status(person.win)) {
    case WinStatus::supported:
        return Outcome::wins;
    case WinStatus::guess:
        return Outcome::guessed;
    default:
        return Outcome::unknown;
    }
}

std::optional<Quadrant> quadrant(OwnOutcome own, Outcome theirs) {
    const bool we_win = own == OwnOutcome::we_win, they_win = theirs == Outcome::wins;
    if ((!we_win && own != OwnOutcome::we_lose) || (!they_win && theirs != Outcome::loses)) return std::nullopt;
    if (we_win) return they_win ? Quadrant::win_win : Quadrant::win_lose;
    return they_win ? Quadrant::lose_win : Quadrant::lose_lose;
}

std::optional<TurningPoint> turning_point(const Deal& deal) {
    const auto order = [](const Influence& p) { return std::tuple{has_plan(p.lose), weight(p), !p.lose.confirmed}; };
    const Influence* first = nullptr;
    for (const Influence& person : deal.people)
        if (!person.ours && lose_stands(person) && (!first || order(person) < order(*first))) first = &person;
    if (!first) return std::nullopt;
    return TurningPoint{first->person, has_plan(first->lose)};
}

bool lose_stands(const Influence& person) {
    const LoseStatus lose = status(person.lose);
    return lose == LoseStatus::suspected || lose == LoseStatus::confirmed;
}

} // namespace
} // namespace vera
