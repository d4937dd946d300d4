#include "dialogs/people/mend_words.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vera {

std::optional<Numbered> read_numbered(std::string_view clause) {
    clause = trim(clause);
    if (clause.starts_with('#')) clause.remove_prefix(1);
    Numbered numbered;
    const auto [end, error] = std::from_chars(clause.data(), clause.data() + clause.size(), numbered.number);
    if (error != std::errc{}) return std::nullopt;
    numbered.rest = clause.substr(static_cast<std::size_t>(end - clause.data()));
    const bool separate =
        numbered.rest.empty() || std::string_view(" .:,)=-").find(numbered.rest[0]) != std::string_view::npos;
    if (!separate) return std::nullopt;
    numbered.rest = trim(numbered.rest);
    while (!numbered.rest.empty() && std::string_view(".:,)=-").find(numbered.rest[0]) != std::string_view::npos)
        numbered.rest = trim(numbered.rest.substr(1));
    return numbered;
}

Numbers read_numbers(std::string_view clause) {
    Numbers read;
    auto next = read_numbered(clause);
    while (next) {
        read.numbers.push_back(next->number);
        read.rest = next->rest;
        std::string_view more = next->rest;
        for (const std::string_view joint : {"and ", "& ", "+ "})
            if (more.starts_with(joint)) more = trim(more.substr(joint.size()));
        next = read_numbered(more);
    }
    return read;
}

bool is_mending_verb(std::string_view word) {
    static constexpr std::array verbs = {"is",   "are",   "isn't", "can",     "could", "might", "has",
                                         "have", "works", "work",  "decides", "signs", "uses",  "built",
                                         "runs", "=",     "helps", "wants",   "was"};
    const std::string folded = fold(word);
    return std::ranges::find(verbs, word == "=" ? "=" : std::string_view(folded)) != verbs.end();
}

bool is_gone(std::string_view rest) {
    static constexpr std::array gone = {"out",          "wrong",        "nobody",          "not in it",   "gone",
                                        "not involved", "off the list", "no longer there", "not relevant"};
    return std::ranges::find(gone, std::string_view(fold(rest))) != gone.end();
}

std::string_view without_verb(std::string_view rest) {
    for (const std::string_view verb : {"is ", "are "})
        if (fold(rest).starts_with(verb)) return trim(rest.substr(verb.size()));
    return rest;
}

// Without a number or "add", only what is typed like a name is taken for one.
bool typed_like_a_name(std::string_view clause) {
    const auto first = words(clause);
    return !first.empty() && capitalised(first[0]) == first[0] && fold(first[0]) != first[0];
}

} // namespace vera
