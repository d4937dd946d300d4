#pragma once
// What the sellers type: words of the method, answers to what was asked last, and anything else.
#include <string>
#include <vector>

namespace vera::simulation {

using Lines = std::vector<std::string>;

const Lines& any_lines();
const Lines& method_lines(); // the words that ask for a part of the method by name
const Lines& lines_for(const std::string& shown);

} // namespace vera::simulation
