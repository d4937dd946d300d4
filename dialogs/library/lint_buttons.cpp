#include "dialogs/library/lint_buttons.hpp"

#include "core/text.hpp"
#include "core/toml_texts.hpp"
#include "dialogs/library/library.hpp"

namespace vera {
namespace {

void check_length(const Wording::Entry&, Problems&);
void check_question(const Library&, const Script&, const ScriptStep&, Problems&);

} // namespace

void lint_buttons(const Library& library, Problems& problems) {
    for (const auto& [key, entry] : library.wording.entries)
        if (key.find(".button.") != std::string::npos) check_length(entry, problems);
    for (const auto& [id, script] : library.scripts)
        for (const auto& step : script.steps) check_question(library, script, step, problems);
}

namespace {

// What fills a slot comes on top; whoever fills one shortens it.
void check_length(const Wording::Entry& entry, Problems& problems) {
    Slots empty;
    for (const auto& slot : slots_of(entry.text)) empty[slot] = "";
    const auto size = length(filled(entry.text, empty, "a button"));
    if (size > button_text)
        problems.push_back({entry.where, "too long for a button: " + std::to_string(size) + " characters, at most " +
                                             std::to_string(button_text)});
    if (entry.text.find('\n') != std::string::npos) problems.push_back({entry.where, "a button has one line"});
}

// A label can be typed, capitals and edge punctuation aside.
void check_question(const Library& library, const Script& script, const ScriptStep& step, Problems& problems) {
    std::map<std::string, std::string> where_of; // folded label -> place
    for (const auto& value : step.buttons) {
        const auto entry = library.wording.entries.find(wording_key(script, step, "button." + value));
        if (entry == library.wording.entries.end()) continue; // told already
        const auto [first, fresh] = where_of.emplace(fold(entry->second.text), entry->second.where);
        if (!fresh)
            problems.push_back({entry->second.where, "the question \"" + step.id + "\" has two buttons \"" +
                                                         entry->second.text + "\"; the other is at " + first->second});
    }
}

} // namespace
} // namespace vera
