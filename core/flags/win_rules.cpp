#include "core/flags/flag_table.hpp"

#include <array>

namespace vera {
namespace {

bool win_unknown(const Looked&);
bool win_guessed(const Looked&);
bool lose_untested(const Looked&);
bool lose_open(const Looked&);
bool plan_not_agreed(const Looked&);

constexpr std::array checks{
    Check{"RF-WIN-NONE", "win", win_unknown},         Check{"RF-WIN-HYP", "evidence", win_guessed},
    Check{"RF-LOSE-UNTESTED", "lose", lose_untested}, Check{"RF-LOSE-OPEN", "lose", lose_open},
    Check{"RF-LOSE-PLAN", "plan", plan_not_agreed},
};

bool is_open(const Lose&);
bool test_has_aged(const Looked&);

} // namespace

std::span<const Check> win_checks() { return checks; }

namespace {

// What was taken for their Win and turned out wrong is as empty as what nobody knows.
bool win_unknown(const Looked& at) {
    return at.person.win.asked == Asked::does_not_know || status(at.person.win) == WinStatus::refuted;
}

// Until somebody was asked how they know, a Win is not a guess but a question that waits.
bool win_guessed(const Looked& at) {
    const Win& win = at.person.win;
    const bool asked = win.evidence_asked != Asked::not_yet || !win.evidence.empty();
    return asked && status(win) == WinStatus::guess;
}

bool lose_untested(const Looked& at) {
    const Lose& lose = at.person.lose;
    switch (status(lose)) {
    case LoseStatus::unknown:
        return lose.asked == Asked::does_not_know;
    case LoseStatus::untested:
        return true;
    case LoseStatus::none_found:
        return lose_reopened(at.deal, at.person) || test_has_aged(at);
    default:
        return false;
    }
}

bool lose_open(const Looked& at) { return is_open(at.person.lose) && !has_plan(at.person.lose); }

// A plan for what is only suspected needs nobody's yes yet.
bool plan_not_agreed(const Looked& at) {
    return status(at.person.lose) == LoseStatus::confirmed && has_plan(at.person.lose);
}

bool is_open(const Lose& lose) {
    return status(lose) == LoseStatus::suspected || status(lose) == LoseStatus::confirmed;
}

// A test whose day nobody wrote down cannot grow old.
bool test_has_aged(const Looked& at) {
    const Time tested = at.person.lose.tested_at;
    return tested != Time{} && is_older(day_of(tested, Zone{}), at, "days");
}

} // namespace
} // namespace vera
