#pragma once
// A dialog as data: steps with stable ids, in the order they are asked. How an answer is read and what it
// stores is the step's kind, which is C++ (answers.hpp); there is no code in the data. A step's sentences
// are found by convention: "<script>.<step>.ask", ".brief", ".why", ".button.<value>".
#include "core/expected.hpp"
#include "core/toml.hpp"
#include "dialogs/library/retired.hpp"
#include "dialogs/library/step_kinds.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

struct ScriptStep {
    std::string id;
    StepKind kind = StepKind::contact;
    std::vector<std::string> buttons; // values; each kind takes its own (shape_of)
    bool takes_number = false;        // a bare number answers the question, so a button is "#2"
};

struct Script {
    std::string id;

    std::vector<ScriptStep> steps;
    std::vector<RetiredStep> retired;
};

const ScriptStep* find_step(const Script&, std::string_view id);                  // of a retired id: its successor
std::string wording_key(const Script&, const ScriptStep&, std::string_view part); // "person.win.ask"

// Reads one file; everything wrong with it goes to `problems`.
Script read_script(const toml::Tree&, Problems& problems);

} // namespace vera
