#pragma once
// The paraphrases (tests/paraphrases/lines.txt) as they stand written, and what a reading must hold.
#include "core/result.hpp"
#include "core/session.hpp"

#include <map>
#include <string>
#include <vector>

namespace vera {

using Wanted = std::map<std::string, std::string>; // of "from=14; to=11"

struct Phrasing {
    std::string name, typed, wanted;
};
struct Case {
    std::string kind;
    std::vector<Phrasing> forms;
};
std::vector<Case> paraphrases();

Wanted read_wanted(const std::string& text);
bool is_measure(const Measure& read, const Wanted&);
bool are_people(const std::vector<Draft>& read, const std::string& wanted);

} // namespace vera
