#pragma once
// A dialog as data: steps with stable ids, in the order they are asked. What a step stores and how its
// answer is read is its kind, which is C++ (answers.hpp); there is no code in the data.
#include "core/expected.hpp"
#include "core/toml.hpp"

#include <string>
#include <vector>

namespace vera {

enum class StepKind { people, confirm, contact, result, win, evidence, lose, next_step };

struct ScriptButton {
    std::string value; // what it means; the kind knows the values it takes
    std::string label; // a wording key
};

struct ScriptStep {
    std::string id;
    StepKind kind = StepKind::contact;
    std::string ask;   // wording key: the first time
    std::string brief; // wording key: afterwards
    std::string why;   // wording key: one sentence
    std::vector<ScriptButton> buttons;
    bool takes_number = false;
};

struct Script {
    std::string id;
    int version = 1;
    std::vector<ScriptStep> steps;
};

const ScriptStep* find_step(const Script&, std::string_view id);

// `name` is the file's, for messages. Adds to `problems`; wording keys are checked by read_library.
Script read_script(const toml::Tree&, Problems& problems);

} // namespace vera
