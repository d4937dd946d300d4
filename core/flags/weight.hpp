#pragma once
// How much a person weighs when two gaps are otherwise alike: the last word, then the degree the seller gave.
// An order for ranking, shown to nobody.
#include "core/influence.hpp"

namespace vera {

enum class Weight { last_word, high, medium, low }; // a degree nobody told counts as medium
Weight weight(const Influence&);

} // namespace vera
