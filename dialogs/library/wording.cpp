#include "dialogs/library/wording.hpp"

#include "core/text.hpp"

namespace vera {
namespace {

void collect_sentences(const toml::Table&, const std::string& prefix, Wording&, Problems&);
void check_braces(const Wording::Entry&, Problems&);

} // namespace

std::string Wording::say(std::string_view key, const Slots& slots) const {
    const auto entry = entries.find(key);
    if (entry == entries.end()) throw Bug("no wording for " + std::string(key));
    return filled(entry->second.text, slots, key);
}

Wording read_wording(const toml::Tree& tree, Problems& problems) {
    Wording wording;
    collect_sentences(std::get<toml::Table>(tree.root.content), "", wording, problems);
    for (const auto& [key, entry] : wording.entries) check_braces(entry, problems);
    return wording;
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
    if (!braces_fit(entry.text)) problems.push_back({entry.where, "a { without its }"});
    if (trim(entry.text).empty()) problems.push_back({entry.where, "an empty sentence"});
}

} // namespace
} // namespace vera
