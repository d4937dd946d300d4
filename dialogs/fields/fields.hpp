#pragma once
// What the rooms of fields share.
#include "core/text.hpp"
#include "dialogs/fields/field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

template <class T> void tell(Desk& desk, Told<T>& slot, T value, std::string_view words = {}) {
    slot = {Asked::answered, std::move(value), Private<std::string>(std::string(words)), source_now(desk)};
}

// The button's value when the words begin with one of its own: "yes, we saved her launch" is a yes.
std::optional<bool> yes_or_no(std::string_view text);
std::optional<Whose> whose_in(std::string_view text); // "it's hers", "agreed by both"
bool means_nothing(std::string_view text);            // "none", "nothing that I know of"

// The parts between commas and full stops, folded, without the words that only lead to something:
// "ships wait outside, so I'd say fire" is "ships wait outside" and "fire".
std::vector<std::string> clauses(std::string_view text);

// "It becomes a fact when Ingrid says it or Petra confirms it."
void say_guess(Desk&, const Influence&, std::string_view key);

} // namespace vera
