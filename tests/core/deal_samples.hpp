#pragma once
// Deals and people for the tests of the rules: complete and without a flag, so that a test takes one
// thing away and sees what is said about it.
#include "core/deal.hpp"
#include "core/flags/flag_rules.hpp"

#include <functional>
#include <string>
#include <vector>

namespace vera {

FlagRules shipped_rules(); // config/red_flags.toml
std::string shipped_rules_text();

Influence known_person(const std::string& name, Roles);                    // everything asked and known
inline constexpr std::size_t ingrid = 0, devrim = 1, kwame = 2, petra = 3; // their places in known_deal()
Deal known_deal(); // an Economic Buyer, a user who runs the old way, a technical buyer, a Coach

template <class T> Told<T> told(T value) {
    Told<T> made;
    made.asked = Asked::answered;
    made.value = value;
    return made;
}
template <class T> Told<T> not_known() {
    Told<T> made;
    made.asked = Asked::does_not_know;
    return made;
}

inline constexpr Day flag_day{std::chrono::year(2026), std::chrono::November, std::chrono::day(24)};
using Lines = std::vector<std::string>;
using Change = std::function<void(Deal&)>;
struct FlagCase {
    const char* what;
    Change change;
    Lines flags;
};
Lines flag_lines(const std::vector<RedFlag>&); // "RF-WIN-NONE Ingrid win"
Lines flags_after(const Change&);              // of the known deal, by the rules that ship

} // namespace vera
