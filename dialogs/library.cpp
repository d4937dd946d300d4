#include "dialogs/library.hpp"

#include "core/flag_rules.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace vera {

// Made by CMake from dialogs/ and config/.
const std::map<std::string, std::string>& dialog_files();
const std::map<std::string, std::string>& config_files();

namespace {

const std::vector<std::string> needed_scripts = {"deal", "person"};
const std::string wording_file = "wording/en.toml";
const std::string rules_file = "red_flags.toml";

void check_script_wording(const Script&, const Wording&, const std::string& file, Problems&);
void check_flag_wording(const Wording&, Problems&);
void check_shape(const Library&, Problems&);
void require_sentence(const Wording&, const std::string& key, const std::string& needed_by, Problems&);

} // namespace

const LibraryFiles& compiled_in_files() {
    static const LibraryFiles files = [] {
        LibraryFiles all = dialog_files();
        all.insert(config_files().begin(), config_files().end());
        return all;
    }();
    return files;
}

Expected<Library> read_library(const LibraryFiles& files) {
    Library library;
    Problems problems;
    std::map<std::string, std::string> file_of; // script id -> file
    for (const auto& [name, content] : files) {
        auto tree = toml::parse(content, name);
        if (!tree) {
            problems.insert(problems.end(), tree.problems().begin(), tree.problems().end());
        } else if (name == wording_file) {
            library.wording = read_wording(*tree, problems);
        } else if (name == rules_file) {
            library.flag_rules = read_flag_rules(*tree, problems);
        } else {
            Script script = read_script(*tree, problems);
            file_of[script.id] = name;
            library.scripts[script.id] = std::move(script);
        }
    }
    if (!library.wording.entries.empty()) {
        for (const auto& [id, script] : library.scripts)
            check_script_wording(script, library.wording, file_of[id], problems);
        check_flag_wording(library.wording, problems);
        for (const auto& [key, entry] :
             read_wording(*toml::parse(dialog_files().at(wording_file), wording_file), problems).entries)
            require_sentence(library.wording, key, "the program", problems);
    }
    check_shape(library, problems);
    if (!problems.empty()) return problems;
    return library;
}

namespace {

void check_script_wording(const Script& script, const Wording& wording, const std::string& file, Problems& problems) {
    for (const auto& step : script.steps) {
        for (const auto* part : {"ask", "brief", "why"})
            require_sentence(wording, wording_key(script, step, part), file, problems);
        for (const auto& value : step.buttons)
            require_sentence(wording, wording_key(script, step, "button." + value), file, problems);
    }
}

void check_flag_wording(const Wording& wording, Problems& problems) {
    for (const auto& id : flag_ids()) {
        if (id == "RF-ROLE-NONE") continue; // has a sentence for each role, checked with the program's own
        require_sentence(wording, "flag." + id + ".name", rules_file, problems);
        require_sentence(wording, "flag." + id + ".step", rules_file, problems);
    }
}

// The program asks these scripts for these kinds of steps; without them a talk has no way forward.
void check_shape(const Library& library, Problems& problems) {
    for (const auto& id : needed_scripts)
        if (!library.scripts.contains(id))
            problems.push_back({"scripts/" + id + ".toml", "the script \"" + id + "\" is missing"});
    const auto needs_kind = [&](const std::string& id, StepKind kind, const std::string& what) {
        const auto script = library.scripts.find(id);
        if (script != library.scripts.end() &&
            std::ranges::find(script->second.steps, kind, &ScriptStep::kind) == script->second.steps.end())
            problems.push_back({"scripts/" + id + ".toml", "there is no step of kind \"" + what + "\""});
    };
    needs_kind("deal", StepKind::people, "people");
    needs_kind("deal", StepKind::confirm, "confirm");
    needs_kind("person", StepKind::next_step, "next_step");
}

void require_sentence(const Wording& wording, const std::string& key, const std::string& needed_by,
                      Problems& problems) {
    if (wording.has(key)) return;
    std::vector<std::string> known;
    for (const auto& [name, entry] : wording.entries) known.push_back(name);
    const std::string meant = nearest(key, known);
    Problem problem{wording_file, "no sentence \"" + key + "\", needed by " + needed_by +
                                      (meant.empty() ? "" : "; did you mean \"" + meant + "\"?")};
    if (std::ranges::find(problems, problem) == problems.end()) problems.push_back(std::move(problem));
}

} // namespace
} // namespace vera
