#include "core/flags/weight.hpp"

namespace vera {

Weight weight(const Influence& person) {
    if (person.roles.contains(Role::economic)) return Weight::last_word;
    if (person.degree.is(Degree::high)) return Weight::high;
    return person.degree.is(Degree::low) ? Weight::low : Weight::medium;
}

} // namespace vera
