#pragma once
// The Win/Lose picture: who wins and who loses if we get this deal as it stands, we included, by name and
// count, and the one change that would turn a Lose. Never a score. Ours are left out; somebody who is only
// Coach is in it, so it is the owner's own view; with one person a count is that person's motive (product 9).
#include "core/deal.hpp"

#include <optional>
#include <vector>

namespace vera {

enum class Outcome {
    wins,    // the Win is supported, and no Lose stands
    loses,   // a Lose stands, suspected or confirmed, until they agreed to a plan; it outweighs every Win
    guessed, // the Win is a guess, and no Lose is known
    unknown, // the Win is unknown, refuted or not asked, and no Lose is known
};
enum class OwnOutcome {
    we_win,    // told what makes it a good deal for us, and no risk stands but one that was traded away
    we_lose,   // a risk stands; one accepted with a reason is known and still a Lose
    unknown,   // asked, nobody can say
    not_asked, // and no risk is known
};
enum class Quadrant { win_win, win_lose, lose_win, lose_lose }; // we first, the buyer second (domain 9.3)

struct PersonOutcome {
    PersonId person;
    Outcome outcome = Outcome::unknown;
    bool confirmed = false;           // of a Lose: they said so, or a tested Coach
    std::optional<Quadrant> quadrant; // none while either side is neither a Win nor a Lose
    bool operator==(const PersonOutcome&) const = default;
};

// Turning this Lose changes most: one without a plan before one whose plan is not agreed, then by the
// person's weight, then confirmed before suspected.
struct TurningPoint {
    PersonId person;
    bool has_plan = false; // then: get their yes to it; else: make one
    bool operator==(const TurningPoint&) const = default;
};

struct WinLose {
    OwnOutcome own = OwnOutcome::not_asked;
    std::vector<PersonOutcome> people; // empty in a pure tender
    int wins = 0, loses = 0, guessed = 0, unknown = 0;
    std::optional<TurningPoint> turn;
    bool operator==(const WinLose&) const = default;
};

WinLose win_lose(const Deal&);

} // namespace vera
