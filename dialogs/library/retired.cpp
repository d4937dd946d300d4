#include "dialogs/library/retired.hpp"

#include "core/toml_texts.hpp"
#include "dialogs/library/library.hpp"

#include <algorithm>
#include <set>

namespace vera {
namespace {

bool is_step(const Script&, std::string_view id);
const RetiredStep* find_retired(const Script&, std::string_view id);
bool ends(const Script&, const RetiredStep&);
std::string file_of(const std::string& script) { return "scripts/" + script + ".toml"; }
void check_step(const ScriptStep& before, const std::string& script, const Library& next, Gone, Problems&);
std::string kind_word(StepKind);

} // namespace

std::vector<RetiredStep> read_retired(toml::Reader& script, Problems& problems) {
    std::vector<RetiredStep> retired;
    for (const toml::Node* node : script.tables("retired")) {
        toml::Reader reader{*node, problems};
        RetiredStep step;
        step.id = read_id(reader, "id", problems);
        step.successor = read_id(reader, "successor", problems);
        step.where = node->where;
        reader.finish();
        retired.push_back(std::move(step));
    }
    if (retired.size() > max_retired)
        problems.push_back({retired[max_retired].where, "a script keeps at most " + std::to_string(max_retired) +
                                                            " retired steps; take the oldest away"});
    return retired;
}

void check_retired(const Script& script, Problems& problems) {
    std::vector<std::string> known;
    for (const auto& step : script.steps) known.push_back(step.id);
    for (const auto& retired : script.retired) known.push_back(retired.id);
    std::set<std::string> seen;
    for (const auto& retired : script.retired) {
        if (retired.id.empty() || retired.successor.empty()) continue; // told already
        if (is_step(script, retired.id))
            problems.push_back(
                {retired.where, "\"" + retired.id + "\" is a step of this script, so it is not retired"});
        if (!seen.insert(retired.id).second)
            problems.push_back({retired.where, "\"" + retired.id + "\" is retired twice"});
        if (std::ranges::find(known, retired.successor) == known.end())
            problems.push_back({retired.where, "the successor \"" + retired.successor + "\" of \"" + retired.id +
                                                   "\" is no step of this script" +
                                                   did_you_mean(retired.successor, known)});
        else if (!ends(script, retired))
            problems.push_back(
                {retired.where, "\"" + retired.id + "\" leads back to itself; name a step that is asked"});
    }
}

std::string_view todays_id(const Script& script, std::string_view id) {
    for (std::size_t hops = 0; hops < script.retired.size(); ++hops) {
        const RetiredStep* retired = find_retired(script, id);
        if (!retired) break;
        id = retired->successor;
    }
    return id;
}

void check_succession(const Library& before, const Library& next, Gone gone, Problems& problems) {
    for (const auto& [id, script] : before.scripts) {
        for (const auto& step : script.steps) check_step(step, id, next, gone, problems);
        if (gone == Gone::allowed) continue;
        for (const auto& retired : script.retired) // it may be open since the version before
            if (const ScriptStep* step = find_step(script, retired.id)) {
                ScriptStep old = *step;
                old.id = retired.id;
                check_step(old, id, next, gone, problems);
            }
    }
}

namespace {

bool is_step(const Script& script, std::string_view id) {
    return std::ranges::find(script.steps, id, &ScriptStep::id) != script.steps.end();
}

const RetiredStep* find_retired(const Script& script, std::string_view id) {
    const auto found = std::ranges::find(script.retired, id, &RetiredStep::id);
    return found == script.retired.end() ? nullptr : &*found;
}

bool ends(const Script& script, const RetiredStep& retired) {
    const auto last = todays_id(script, retired.id);
    return last != retired.id && !find_retired(script, last);
}

void check_step(const ScriptStep& before, const std::string& script, const Library& next, Gone gone,
                Problems& problems) {
    const auto there = next.scripts.find(script);
    const ScriptStep* now = there == next.scripts.end() ? nullptr : find_step(there->second, before.id);
    if (!now && gone == Gone::refused)
        problems.push_back(
            {file_of(script), "the step \"" + before.id +
                                  "\" is gone, and open questions may wait for it; add [[retired]] id = \"" +
                                  before.id + "\" and its successor"});
    if (now && now->kind != before.kind)
        problems.push_back({file_of(script), "\"" + before.id + "\" was asked as kind \"" + kind_word(before.kind) +
                                                 "\", and open questions expect that; its step today, \"" + now->id +
                                                 "\", is of kind \"" + kind_word(now->kind) + "\""});
}

std::string kind_word(StepKind kind) {
    const auto found = std::ranges::find_if(step_kinds(), [&](const auto& each) { return each.second == kind; });
    return found == step_kinds().end() ? "" : found->first;
}

} // namespace
} // namespace vera
