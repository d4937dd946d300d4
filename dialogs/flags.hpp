#pragma once
// Red Flags in words: naming one, and the next step it suggests.
#include "dialogs/desk.hpp"

#include <optional>
#include <vector>

namespace vera {

std::vector<RedFlag> flags_of(const Desk&, const Deal&);
std::optional<RedFlag> top_flag(const Desk&, const Deal&, const PersonId&); // of that person; empty id: of the deal
std::optional<RedFlag> top_flag_about(const Desk&, const PersonId&, std::initializer_list<std::string_view> about);
std::string flag_name(const Desk&, const Deal&, const RedFlag&);
std::string flag_step(const Desk&, const Deal&, const RedFlag&); // "ask Petra: ..."
void name_flag(Desk&, const Deal&, const RedFlag&);              // "Red Flag: ...", explained the first time

// Somebody who is with us, other than `but`; their first name, or "somebody who is with us".
std::string coach_name(const Desk&, const Deal&, const PersonId& but);

} // namespace vera
