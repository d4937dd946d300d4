#include "dialogs/library/library.hpp"

#include "core/checks/check_rules.hpp"
#include "core/flags/flag_rules.hpp"
#include "core/text.hpp"
#include "core/toml_texts.hpp"
#include "dialogs/library/books.hpp"
#include "dialogs/library/lint_buttons.hpp"

#include <algorithm>

namespace vera {

// Made by CMake from dialogs/ and config/.
const std::map<std::string, std::string>& dialog_files();
const std::map<std::string, std::string>& config_files();

namespace {

const std::string wording_file = "wording/en.toml";
const std::string course_file = "wording/learn.toml";
const std::string rules_file = "red_flags.toml";
const std::string checks_file = "checks.toml";

void check_script_wording(const Script&, const Wording&, const std::string& file, Problems&);
void check_flag_wording(const Wording&, Problems&);
void check_against_original(const Wording&, Problems&);
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
    Books books;
    for (const auto& [name, content] : files) {
        auto tree = toml::parse(content, name);
        if (!tree) {
            problems.insert(problems.end(), tree.problems().begin(), tree.problems().end());
        } else if (name == wording_file) {
            library.wording = read_wording(*tree, problems);
        } else if (name == course_file) {
            library.course = read_course(*tree, problems);
        } else if (name == rules_file) {
            library.flag_rules = read_flag_rules(*tree, problems);
        } else if (name == checks_file) {
            library.check_rules = read_check_rules(*tree, problems);
        } else if (is_book(name)) {
            books.emplace(name, std::move(*tree));
        } else {
            Script script = read_script(*tree, problems);
            file_of[script.id] = name;
            library.scripts[script.id] = std::move(script);
        }
    }
    read_books(books, library, problems);
    lint_buttons(library, problems);
    if (!library.wording.entries.empty()) {
        for (const auto& [id, script] : library.scripts)
            check_script_wording(script, library.wording, file_of[id], problems);
        check_flag_wording(library.wording, problems);
        check_against_original(library.wording, problems);
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
        if (script.id != "aside") require_sentence(wording, "unknown." + step.id, file, problems);
        for (const auto& value : step.buttons)
            require_sentence(wording, wording_key(script, step, "button." + value), file, problems);
    }
}

void check_flag_wording(const Wording& wording, Problems& problems) {
    for (const auto& key : flag_keys()) {
        require_sentence(wording, "flag." + key + ".name", rules_file, problems);
        require_sentence(wording, "flag." + key + ".step", rules_file, problems);
    }
}

// Every sentence of the program's own file is said somewhere, with the slots it has there. Those of the deal
// and the person in focus are filled everywhere.
void check_against_original(const Wording& wording, Problems& problems) {
    Problems none;
    static const Wording original = read_wording(*toml::parse(dialog_files().at(wording_file), wording_file), none);
    for (const auto& [key, own] : original.entries) {
        require_sentence(wording, key, "the program", problems);
        const auto entry = wording.entries.find(key);
        if (entry == wording.entries.end()) continue;
        auto known = slots_of(own.text);
        for (const auto* everywhere : {"user", "account", "first", "name"}) known.emplace_back(everywhere);
        for (const auto& slot : slots_of(entry->second.text)) {
            if (std::ranges::find(known, slot) != known.end()) continue;
            const std::string meant = nearest(slot, known);
            problems.push_back({entry->second.where, "there is no {" + slot + "} to fill in here" +
                                                         (meant.empty() ? "" : "; did you mean {" + meant + "}?")});
        }
    }
}

// The program asks for every kind of step; a kind that is missing or doubled leaves a talk without a way on.
void check_shape(const Library& library, Problems& problems) {
    const auto count = [&](const std::string& id, StepKind kind) {
        const auto script = library.scripts.find(id);
        return script == library.scripts.end() ? 0 : std::ranges::count(script->second.steps, kind, &ScriptStep::kind);
    };
    for (const auto& [word, kind] : step_kinds()) {
        const std::string& home = shape_of(kind).script;
        const auto found = count(home, kind);
        const std::string file = "scripts/" + home + ".toml";
        if (shape_of(kind).repeats ? found == 0 : found != 1)
            problems.push_back({file, "there must be " + std::string(shape_of(kind).repeats ? "a" : "exactly one") +
                                          " step of kind \"" + word + "\", not " + std::to_string(found)});
        for (const auto& [other, script] : library.scripts)
            if (other != home && count(other, kind) > 0)
                problems.push_back(
                    {"scripts/" + other + ".toml", "a step of kind \"" + word + "\" belongs into " + file});
    }
}

void require_sentence(const Wording& wording, const std::string& key, const std::string& needed_by,
                      Problems& problems) {
    if (wording.has(key)) return;
    std::vector<std::string> known;
    for (const auto& [name, entry] : wording.entries) known.push_back(name);
    Problem problem{wording_file, "no sentence \"" + key + "\", needed by " + needed_by + did_you_mean(key, known)};
    if (std::ranges::find(problems, problem) == problems.end()) problems.push_back(std::move(problem));
}

} // namespace
} // namespace vera
