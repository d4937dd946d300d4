#include "core/coach.hpp"

namespace vera {

CoachStanding standing(const CoachTest& test, Day today) {
    const int said = (test.trusts.asked != Asked::not_yet) + (test.heard.asked != Asked::not_yet) +
                     (test.wants.asked != Asked::not_yet);
    if (said == 0) return CoachStanding::unasked;
    const int held = test.trusts.is(true) + test.heard.is(true) + test.wants.is(true);
    if (held < 2) return CoachStanding::contact;
    if (held == 2) return CoachStanding::one_missing;
    const bool proven =
        test.tested && !test.proof.empty() && days_between(*test.tested, today) <= coach_test_lasts_days;
    return proven ? CoachStanding::tested : CoachStanding::probable;
}

} // namespace vera
