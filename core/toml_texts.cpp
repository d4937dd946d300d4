#include "core/toml_texts.hpp"

#include "core/slots.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace vera {
namespace {

constexpr std::size_t longest_id = 40;

void check_text(const toml::Placed&, const TextRule&, Problems&);
void check_slots(const toml::Placed&, const TextRule&, Problems&);
void check_question(const toml::Placed&, Problems&);
void check_count(const std::string& where, std::string_view key, std::size_t count, CountRule, Problems&);
std::string listed(const std::vector<std::string>& slots);

} // namespace

std::string read_text(toml::Reader& reader, std::string_view key, const TextRule& rule, Problems& problems) {
    const std::size_t before = problems.size();
    toml::Placed placed{reader.text(key), reader.where(key)};
    if (problems.size() == before) check_text(placed, rule, problems);
    return placed.text;
}

std::vector<std::string> read_texts(toml::Reader& reader, std::string_view key, CountRule count, const TextRule& rule,
                                    Problems& problems) {
    std::vector<std::string> texts;
    for (auto& placed : read_placed_texts(reader, key, count, rule, problems)) texts.push_back(std::move(placed.text));
    return texts;
}

std::vector<toml::Placed> read_placed_texts(toml::Reader& reader, std::string_view key, CountRule count,
                                            const TextRule& rule, Problems& problems) {
    const std::size_t before = problems.size();
    auto found = reader.placed_texts(key);
    if (problems.size() == before) check_count(reader.where(key), key, found.size(), count, problems);
    std::set<std::string> seen;
    for (const auto& placed : found) {
        check_text(placed, rule, problems);
        if (!seen.insert(fold(placed.text)).second)
            problems.push_back({placed.where, "\"" + placed.text + "\" stands here twice"});
    }
    return found;
}

std::string read_id(toml::Reader& reader, std::string_view key, Problems& problems) {
    const std::string id = reader.text(key);
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (id.size() > longest_id || !std::ranges::all_of(id, fits))
        problems.push_back({reader.where(key), "an id is at most " + std::to_string(longest_id) +
                                                   " small letters, digits and _, not \"" + id + "\""});
    return id;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const std::string meant = nearest(word, known);
    return meant.empty() ? "" : "; did you mean \"" + meant + "\"?";
}

namespace {

void check_text(const toml::Placed& placed, const TextRule& rule, Problems& problems) {
    if (!has_letter_or_digit(placed.text)) return problems.push_back({placed.where, "an empty text"});
    if (clean(placed.text) != placed.text)
        problems.push_back({placed.where, "blanks at an end, or letters that cannot be seen; type it anew"});
    if (const auto size = length(placed.text); size > rule.longest)
        problems.push_back({placed.where, "too long: " + std::to_string(size) + " characters, at most " +
                                              std::to_string(rule.longest)});
    check_slots(placed, rule, problems);
    if (rule.question) check_question(placed, problems);
}

void check_slots(const toml::Placed& placed, const TextRule& rule, Problems& problems) {
    if (!braces_fit(placed.text)) problems.push_back({placed.where, "a { without its }"});
    for (const auto& slot : slots_of(placed.text)) {
        if (std::ranges::find(rule.slots, slot) != rule.slots.end()) continue;
        const std::string meant = nearest(slot, rule.slots);
        const std::string hint = meant.empty() ? "" : "; did you mean {" + meant + "}?";
        const std::string allowed =
            rule.slots.empty() ? "no slots may stand" : "only " + listed(rule.slots) + " may stand";
        problems.push_back({placed.where, allowed + " here, not {" + slot + "}" + hint});
    }
}

void check_question(const toml::Placed& placed, Problems& problems) {
    if (std::ranges::count(placed.text, '?') != 1 || !placed.text.ends_with('?'))
        problems.push_back({placed.where, "one question, with its question mark at the end"});
}

void check_count(const std::string& where, std::string_view key, std::size_t count, CountRule rule,
                 Problems& problems) {
    const std::string name = "\"" + std::string(key) + "\"";
    if (count < rule.least)
        problems.push_back({where, name + " needs at least " + std::to_string(rule.least)});
    else if (count > rule.most)
        problems.push_back(
            {where, name + " takes at most " + std::to_string(rule.most) + ", not " + std::to_string(count)});
}

std::string listed(const std::vector<std::string>& slots) {
    std::string all;
    for (const auto& slot : slots) all += (all.empty() ? "{" : " and {") + slot + "}";
    return all;
}

} // namespace
} // namespace vera
