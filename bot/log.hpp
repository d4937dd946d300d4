#pragma once
// The log: one sentence a line on standard error, for the operator. Never what a person wrote.
#include <string>

namespace vera {

void log_line(const std::string& sentence);

} // namespace vera
