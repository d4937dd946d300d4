#include "core/flags/flag_table.hpp"

#include <array>

namespace vera {
namespace {

bool result_unknown(const Looked&);
bool result_soft(const Looked&);
bool result_is_ours(const Looked&);
bool result_without_win(const Looked&);
bool win_without_result(const Looked&);

constexpr std::array checks{
    Check{"RF-RES-NONE", "result", result_unknown},          Check{"RF-RES-SOFT", "result", result_soft},
    Check{"RF-RES-OURS", "whose", result_is_ours},           Check{"RF-RES-NO-WIN", "win", result_without_win},
    Check{"RF-WIN-NO-RESULT", "result", win_without_result},
};

} // namespace

std::span<const Check> result_checks() { return checks; }

namespace {

bool result_unknown(const Looked& at) { return at.person.result.asked == Asked::does_not_know; }

bool result_soft(const Looked& at) {
    const Quality enough = at.person.roles.contains(Role::economic) ? Quality::m4 : Quality::m3;
    return at.person.result.asked == Asked::answered && quality(at.person.result) < enough;
}

// Without a number there is nothing yet that could be ours or theirs.
bool result_is_ours(const Looked& at) {
    const Result& result = at.person.result;
    return result.asked == Asked::answered && quality(result) >= Quality::m2 && result.whose.is(Whose::ours);
}

// The company gains and this person is known to get nothing out of it; when nobody knows, it is RF-WIN-NONE.
bool result_without_win(const Looked& at) {
    const bool nothing = at.person.win.asked == Asked::not_applicable || status(at.person.win) == WinStatus::refuted;
    return nothing && is_solid(at.person.result);
}

// A Win, and no number at all; a number that is only soft or ours is that number's flag.
bool win_without_result(const Looked& at) {
    const Result& result = at.person.result;
    const bool no_number = result.asked == Asked::answered && quality(result) < Quality::m2;
    const bool has_win = at.person.win.asked == Asked::answered && !at.person.win.refuted;
    return has_win && (no_number || result.asked == Asked::does_not_know);
}

} // namespace
} // namespace vera
