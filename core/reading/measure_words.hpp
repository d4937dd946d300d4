#pragma once
// The words a Result is told in, as core/reading/measure.hpp needs them. All in lower case.
#include <string>
#include <string_view>

namespace vera {

enum class Way { none, less, more, less_time, more_time }; // "faster": less of it only if it is a time

Way way_of(std::string_view word);
Way of_amount(Way);                           // with a percentage, "faster" is less time
bool is_change_verb(std::string_view word);   // "reduce", "raise": it says which way the number has to go
bool is_filler(std::string_view word);        // says nothing about what is measured: "we want to"
bool is_before_number(std::string_view word); // belongs to the number, not to the metric: "from", "currently"
bool ends_unit(std::string_view word);        // no unit goes on over it: "by", "using"
bool is_known_unit(std::string_view word);
bool is_unit_of_time(std::string_view word);
bool means_now(std::string_view word);          // "today", "currently"
std::string unit_family(std::string_view word); // "h", "hrs" and "hours" are one

} // namespace vera
