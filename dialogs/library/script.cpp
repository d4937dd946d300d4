#include "dialogs/library/script.hpp"

#include "core/toml_texts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace vera {
namespace {

ScriptStep read_step(const toml::Node&, Problems&);
void check_buttons(const ScriptStep&, const std::string& where, Problems&);

} // namespace

Script read_script(const toml::Tree& tree, Problems& problems) {
    toml::Reader reader(tree.root, problems);
    Script script;
    script.id = reader.text("id");
    std::set<std::string> seen;
    for (const toml::Node* node : reader.tables("step")) {
        script.steps.push_back(read_step(*node, problems));
        const auto& id = script.steps.back().id;
        if (!id.empty() && !seen.insert(id).second)
            problems.push_back({node->where, "step \"" + id + "\" stands here twice; ids must differ"});
    }
    script.retired = read_retired(reader, problems);
    check_retired(script, problems);
    if (script.steps.empty()) problems.push_back({tree.file, "a script needs at least one [[step]]"});
    reader.finish();
    return script;
}

const ScriptStep* find_step(const Script& script, std::string_view id) {
    const auto found = std::ranges::find(script.steps, todays_id(script, id), &ScriptStep::id);
    return found == script.steps.end() ? nullptr : &*found;
}

std::string wording_key(const Script& script, const ScriptStep& step, std::string_view part) {
    return script.id + "." + step.id + "." + std::string(part);
}

namespace {

ScriptStep read_step(const toml::Node& node, Problems& problems) {
    toml::Reader reader(node, problems);
    ScriptStep step;
    step.id = reader.text("id");
    const std::string kind = reader.text("kind");
    step.takes_number = reader.boolean("takes_number", false);
    step.buttons = reader.texts("buttons");
    if (const auto found = step_kinds().find(kind); found != step_kinds().end()) {
        step.kind = found->second;
        check_buttons(step, reader.where("buttons"), problems);
    } else if (!kind.empty()) {
        std::vector<std::string> known;
        for (const auto& [name, value] : step_kinds()) known.push_back(name);
        problems.push_back({reader.where("kind"), "no step is of kind \"" + kind + "\"" + did_you_mean(kind, known)});
    }
    reader.finish();
    return step;
}

void check_buttons(const ScriptStep& step, const std::string& where, Problems& problems) {
    const auto& known = shape_of(step.kind).buttons;
    for (const auto& value : step.buttons)
        if (std::ranges::find(known, value) == known.end())
            problems.push_back(
                {where, "this kind of step has no button \"" + value + "\"" + did_you_mean(value, known)});
}

} // namespace
} // namespace vera
