#pragma once
// Where in a text it is said which part somebody plays in the decision.
#include "dialogs/people/people.hpp"

namespace vera {

enum class Part { economic, user, technical, coach, old_way, ours };
struct PartAt {
    std::size_t begin = 0, end = 0; // bytes
    Part part = Part::economic;
};
std::vector<PartAt> parts_in(std::string_view text); // in the order of the text, none over another
void take_part(Draft&, Part);

} // namespace vera
