// The words people use for somebody's part in a decision.
#include "core/text.hpp"
#include "dialogs/people.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace vera {
namespace {

enum class Part { economic, user, technical, coach, old_way, ours };
struct Phrase {
    std::string_view words;
    Part part;
};
void take(PartRead&, Part);
bool denied(std::string_view before); // "not with us"

// Longer phrases stand before the shorter ones they contain.
constexpr std::array<Phrase, 51> phrases = {{
    {"has the last word", Part::economic},
    {"the last word", Part::economic},
    {"last word", Part::economic},
    {"has the final say", Part::economic},
    {"final say", Part::economic},
    {"economic buyer", Part::economic},
    {"economic", Part::economic},
    {"decision maker", Part::economic},
    {"holds the budget", Part::economic},
    {"owns the budget", Part::economic},
    {"owns budget", Part::economic},
    {"signs it", Part::economic},
    {"signs", Part::economic},
    {"decides", Part::economic},
    {"works with it", Part::user},
    {"work with it", Part::user},
    {"works with", Part::user},
    {"uses it", Part::user},
    {"user buyer", Part::user},
    {"users", Part::user},
    {"user", Part::user},
    {"can stop it", Part::technical},
    {"could stop it", Part::technical},
    {"can stop us", Part::technical},
    {"can stop", Part::technical},
    {"might block it", Part::technical},
    {"could block it", Part::technical},
    {"has a veto", Part::technical},
    {"can veto", Part::technical},
    {"can block it", Part::technical},
    {"can block", Part::technical},
    {"can say no", Part::technical},
    {"technical buyer", Part::technical},
    {"technical", Part::technical},
    {"gatekeeper", Part::technical},
    {"totally with us", Part::coach},
    {"is with us", Part::coach},
    {"with us", Part::coach},
    {"wants us", Part::coach},
    {"helps us", Part::coach},
    {"our champion", Part::coach},
    {"our coach", Part::coach},
    {"coach", Part::coach},
    {"built today's", Part::old_way},
    {"built the old one", Part::old_way},
    {"built it", Part::old_way},
    {"bought the old one", Part::old_way},
    {"runs the old one", Part::old_way},
    {"old way", Part::old_way},
    {"on our side", Part::ours},
    {"our colleague", Part::ours},
}};

} // namespace

PartRead read_part(std::string_view text) {
    PartRead part;
    std::string rest = " " + std::string(text) + " ";
    for (const auto& phrase : phrases) {
        std::string lower = rest;
        std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return c < 128 ? std::tolower(c) : c; });
        const auto found = lower.find(phrase.words);
        if (found == std::string::npos) continue;
        const auto edge = [&](std::size_t at) { return !std::isalnum(static_cast<unsigned char>(lower[at])); };
        if (!edge(found - 1) || !edge(found + phrase.words.size())) continue;
        if (denied(std::string_view(lower).substr(0, found))) continue;
        rest.replace(found, phrase.words.size(), ",");
        take(part, phrase.part);
    }
    part.rest = std::string(trim(rest));
    return part;
}

namespace {

bool denied(std::string_view before) {
    const auto said = words(before);
    if (said.empty()) return false;
    const auto last = said.back();
    return last == "not" || last == "no" || last == "never" || last.ends_with("n't") || last.ends_with("n’t") ||
           (said.size() > 1 && said[said.size() - 2] == "not");
}

void take(PartRead& read, Part part) {
    switch (part) {
    case Part::economic:
        read.roles.insert(Role::economic);
        break;
    case Part::user:
        read.roles.insert(Role::user);
        break;
    case Part::technical:
        read.roles.insert(Role::technical);
        break;
    case Part::coach:
        read.roles.insert(Role::coach);
        break;
    case Part::old_way:
        read.owns_old_way = true;
        break;
    case Part::ours:
        read.ours = true;
        break;
    }
}

} // namespace
} // namespace vera
