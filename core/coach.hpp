#pragma once
// The Coach test (domain 4.4): three things must hold, and one of them must have been proven by something
// that cost the person something. Only a tested Coach's word supports a Win.
#include "core/fact.hpp"

#include <string>

namespace vera {

struct CoachTest {
    Told<bool> trusts; // we are credible to them
    Told<bool> heard;  // they are credible to the others who decide here
    Told<bool> wants;  // they want us to win this
    Asked proof_asked = Asked::not_yet;
    std::string proof;         // what they did that shows it
    std::optional<Day> tested; // the day of the proof
    bool operator==(const CoachTest&) const = default;
};

enum class CoachStanding { unasked, contact, one_missing, probable, tested };
CoachStanding standing(const CoachTest&, Day today); // a test lasts 90 days
inline constexpr int coach_test_lasts_days = 90;

} // namespace vera
