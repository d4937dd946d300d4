#pragma once
// Words that always work. A bare word is a command only as the whole message; one with an argument only
// when the argument fits (an account, a deal or person we know), so that an answer is never taken for one.
#include "dialogs/desk.hpp"

#include <string_view>

namespace vera {

bool run_command(Desk&, std::string_view text);     // false: it is no command
std::string slip_of_command(std::string_view text); // "staus": the bare word it is a slip of, or empty
std::string meant_command(std::string_view text);   // the closest word of all, for "did you mean"

} // namespace vera
