#include "dialogs/wording.hpp"

#include "core/text.hpp"

namespace vera {
namespace {

void collect_sentences(const toml::Table&, const std::string& prefix, Wording&, Problems&);
void check_braces(const Wording::Entry&, Problems&);

// Calls `text` for what stands between slots and `slot` for each slot's name; false for an open brace.
template <class OnText, class OnSlot> bool walk_slots(std::string_view sentence, OnText text, OnSlot slot) {
    while (true) {
        const auto open = sentence.find('{');
        text(sentence.substr(0, open));
        if (open == std::string_view::npos) return true;
        const auto close = sentence.find('}', open);
        if (close == std::string_view::npos) return false;
        slot(sentence.substr(open + 1, close - open - 1));
        sentence.remove_prefix(close + 1);
    }
}

} // namespace

std::string Wording::say(std::string_view key, const Slots& slots) const {
    const auto entry = entries.find(key);
    if (entry == entries.end()) throw Bug("no wording for " + std::string(key));
    std::string said;
    walk_slots(
        entry->second.text, [&](std::string_view text) { said += text; },
        [&](std::string_view slot) {
            const auto filled = slots.find(slot);
            if (filled == slots.end()) throw Bug("nobody fills {" + std::string(slot) + "} of " + std::string(key));
            said += filled->second;
        });
    return said;
}

Wording read_wording(const toml::Tree& tree, Problems& problems) {
    Wording wording;
    collect_sentences(std::get<toml::Table>(tree.root.content), "", wording, problems);
    for (const auto& [key, entry] : wording.entries) check_braces(entry, problems);
    return wording;
}

std::vector<std::string> slots_of(std::string_view sentence) {
    std::vector<std::string> slots;
    walk_slots(
        sentence, [](std::string_view) {}, [&](std::string_view slot) { slots.emplace_back(slot); });
    return slots;
}

namespace {

void collect_sentences(const toml::Table& table, const std::string& prefix, Wording& wording, Problems& problems) {
    for (const auto& member : table) {
        const std::string key = prefix + member.key;
        if (const auto* inner = std::get_if<toml::Table>(&member.value->content))
            collect_sentences(*inner, key + ".", wording, problems);
        else if (const auto* text = std::get_if<std::string>(&member.value->content))
            wording.entries.emplace(key, Wording::Entry{*text, member.where});
        else
            problems.push_back({member.where, "\"" + key + "\" must be a sentence in quotes"});
    }
}

void check_braces(const Wording::Entry& entry, Problems& problems) {
    const auto nothing = [](std::string_view) {};
    if (!walk_slots(entry.text, nothing, nothing)) problems.push_back({entry.where, "a { without its }"});
    if (trim(entry.text).empty()) problems.push_back({entry.where, "an empty sentence"});
}

} // namespace
} // namespace vera
