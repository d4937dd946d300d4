#include "dialogs/fields/fields.hpp"

#include "dialogs/short_forms.hpp"

#include <algorithm>
#include <initializer_list>

namespace vera {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words);

} // namespace

std::optional<bool> yes_or_no(std::string_view text) {
    if (means_yes(text)) return true;
    if (means_no(text)) return false;
    const std::string folded = fold(text);
    for (const auto* word :
         {"yes", "y", "yep", "yeah", "sure", "true", "she does", "he does", "they do", "she is", "he is"})
        if (starts_with_word(folded, word)) return true;
    for (const auto* word : {"no", "n", "nope", "nah", "not", "she doesn't", "he doesn't", "they don't", "false"})
        if (starts_with_word(folded, word)) return false;
    return std::nullopt;
}

std::optional<Whose> whose_in(std::string_view text) {
    static const std::vector<std::pair<const char*, Whose>> words = {
        {"theirs", Whose::theirs}, {"hers", Whose::theirs},    {"his", Whose::theirs},  {"her", Whose::theirs},
        {"their", Whose::theirs},  {"both", Whose::joint},     {"joint", Whose::joint}, {"agreed", Whose::joint},
        {"shared", Whose::joint},  {"ours", Whose::ours},      {"our", Whose::ours},    {"mine", Whose::ours},
        {"we said", Whose::ours},  {"we agreed", Whose::joint}};
    std::string folded = fold(text);
    for (const auto* lead : {"it's ", "it’s ", "its ", "it is ", "that's ", "that is ", "they're "})
        if (folded.starts_with(lead)) folded = fold(folded.substr(std::string_view(lead).size()));
    for (const auto& [word, whose] : words)
        if (starts_with_word(folded, word)) return whose;
    return std::nullopt;
}

bool means_nothing(std::string_view text) {
    if (text == "-") return true;
    const std::string folded = fold(text);
    for (const auto* start : {"can't think of any", "can’t think of any", "cant think of any", "cannot think of any",
                              "not that i know", "not that we know"})
        if (folded.starts_with(start)) return true;
    bool nothing = false;
    for (const auto word : split(folded, " ,.;?!")) {
        const bool core = one_of(word, {"nothing", "none", "no", "nope"}) || one_edit_apart(word, "nothing");
        if (!core &&
            !one_of(word, {"i",      "we",   "know",  "known", "of",   "that",  "so",     "far",   "as",    "at",
                           "all",    "uh",   "um",    "well",  "to",   "me",    "us",     "aware", "i'm",   "im",
                           "really", "sure", "can",   "think", "see",  "for",   "now",    "here",  "comes", "mind",
                           "fits",   "them", "these", "those", "five", "apply", "applies"}))
            return false;
        nothing = nothing || core;
    }
    return nothing;
}

std::vector<std::string> clauses(std::string_view text) {
    std::vector<std::string> found;
    for (const auto part : split(text, ",.;:?!\n")) {
        std::string clause = fold(part);
        for (;;) {
            const auto gap = clause.find(' ');
            if (gap == std::string::npos) break;
            if (!one_of(std::string_view(clause).substr(0, gap),
                        {"well",    "so",   "oh",       "uh",    "um",     "hm",   "i'd",  "i’d",   "id",    "i",
                         "would",   "say",  "think",    "guess", "he's",   "he’s", "hes",  "she's", "she’s", "shes",
                         "they're", "he",   "she",      "they",  "is",     "are",  "it's", "its",   "a",     "an",
                         "has",     "have", "actually", "just",  "really", "and",  "then", "no"}))
                break;
            clause.erase(0, gap + 1);
        }
        if (!clause.empty()) found.push_back(std::move(clause));
    }
    return found;
}

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

} // namespace
} // namespace vera
