#pragma once
// Reading a line that names people: "Ingrid Aas, COO, last word; Devrim Kaya from IT can stop it". What
// is not understood comes back as leftover words, to be kept as a note; nothing is guessed: a role is
// only read from what was said about the decision, never from a title (domain 4).
#include "core/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vera {

struct PeopleRead {
    std::vector<Draft> people;
    std::vector<std::string> leftover;
};
PeopleRead read_people(std::string_view text);

// The part somebody plays, as far as words for it stand in the text; those words are taken out of it.
struct PartRead {
    Roles roles;
    bool owns_old_way = false;
    bool ours = false;
    std::string rest;
    bool any() const { return !roles.empty() || owns_old_way || ours; }
};
PartRead read_part(std::string_view text);

} // namespace vera
