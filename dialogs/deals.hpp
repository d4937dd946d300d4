#pragma once
// Commands with a name: making, finding and dropping deals.
// Each returns false when the argument does not fit, so that the line may be an answer instead.
#include "dialogs/desk.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera {

bool new_deal(Desk&, std::string_view account);
std::optional<std::string> refused_account(const Desk&, std::string_view account); // why it can be no new deal
void make_deal(Desk&, std::string_view account);                                   // and puts it into focus
bool go_to_deal(Desk&, std::string_view name);
bool ask_to_drop(Desk&, std::string_view name);
bool close_deal(Desk&, std::string_view name); // "close Nordkai": its whole name, asked for by "drop"

} // namespace vera
