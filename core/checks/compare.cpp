#include "core/checks/compare.hpp"

#include "core/reading/tokens.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace vera::checking {
namespace {

bool is_foreign_function_word(std::string_view);
std::vector<std::string> sorted_words(const Words&);

} // namespace

bool is_function_word(std::string_view word) {
    return is_one_of(
        word,
        {"a",          "an",       "the",     "and",     "or",    "but",    "so",    "if",      "then",    "than",
         "as",         "at",       "by",      "for",     "from",  "in",     "into",  "of",      "off",     "on",
         "onto",       "out",      "over",    "to",      "up",    "with",   "about", "after",   "again",   "before",
         "under",      "when",     "where",   "while",   "who",   "what",   "which", "why",     "how",     "that",
         "this",       "these",    "those",   "there",   "here",  "i",      "me",    "my",      "we",      "us",
         "our",        "you",      "your",    "yours",   "he",    "him",    "his",   "she",     "her",     "hers",
         "it",         "its",      "they",    "them",    "their", "am",     "is",    "are",     "was",     "were",
         "be",         "been",     "being",   "do",      "does",  "did",    "has",   "have",    "had",     "will",
         "would",      "can",      "could",   "should",  "may",   "might",  "must",  "shall",   "not",     "no",
         "nor",        "only",     "just",    "very",    "more",  "most",   "less",  "some",    "any",     "all",
         "each",       "every",    "both",    "too",     "also",  "now",    "still", "because", "want",    "wants",
         "need",       "needs",    "get",     "gets",    "like",  "let",    "lets",  "one",     "himself", "herself",
         "themselves", "yourself", "without", "through", "other", "others", "said",  "says",    "say"});
}

// Several languages share short words; the one with more of them wins.
bool reads_as_english(const Words& words) {
    const auto english =
        std::count_if(words.begin(), words.end(), [](const Word& w) { return is_function_word(w.text); });
    const auto foreign =
        std::count_if(words.begin(), words.end(), [](const Word& w) { return is_foreign_function_word(w.text); });
    return english >= foreign;
}

bool has_function_word(const Words& words) {
    return std::any_of(words.begin(), words.end(), [](const Word& word) { return is_function_word(word.text); });
}

std::string stem(std::string_view word) {
    constexpr std::size_t kept = 3;
    static constexpr std::array<std::string_view, 6> endings{"ing", "ies", "ed", "es", "s", "ly"};
    for (const auto ending : endings) {
        if (word.size() < ending.size() + kept || !word.ends_with(ending) || word.ends_with("ss")) continue;
        word.remove_suffix(ending.size());
        break;
    }
    if (word.size() > kept && (word.ends_with('e') || word.ends_with('y'))) word.remove_suffix(1);
    return std::string{word};
}

std::set<std::string> content(const Words& words) {
    std::set<std::string> found;
    for (const auto& word : words) {
        if (!word.name && !is_function_word(word.text)) found.insert(stem(word.text));
    }
    return found;
}

double similarity(const Words& a, const Words& b) {
    const auto first = sorted_words(a);
    const auto second = sorted_words(b);
    if (first.empty() || second.empty()) return 0;
    std::vector<std::string> both;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
    return 2.0 * static_cast<double>(both.size()) / static_cast<double>(first.size() + second.size());
}

namespace {

bool is_foreign_function_word(std::string_view word) {
    return is_one_of(word,
                     {"der",  "die",  "neue",  "hat",   "war",  "das", "den", "dem",  "des",  "ein",   "eine", "einen",
                      "und",  "ist",  "nicht", "mit",   "von",  "zu",  "auf", "sich", "sein", "seine", "ihr",  "ihre",
                      "er",   "sie",  "ich",   "wird",  "le",   "la",  "les", "un",   "une",  "et",    "est",  "pas",
                      "dans", "pour", "avec",  "il",    "elle", "sur", "du",  "au",   "veut", "ses",   "el",   "los",
                      "las",  "una",  "que",   "por",   "para", "con", "su",  "sus",  "del",  "y",     "es",   "quiere",
                      "di",   "che",  "lo",    "vuole", "gli",  "het", "een", "van",  "niet", "met",   "voor", "zijn",
                      "haar", "wil",  "och",   "att",   "det",  "som", "til", "og",   "med",  "ikke",  "hun",  "han",
                      "vil",  "nie",  "jest",  "na",    "o",    "os",  "seu", "sua",  "da",   "em",    "de",   "en",
                      "im",   "am",   "vom",   "zum"});
}

std::vector<std::string> sorted_words(const Words& words) {
    std::vector<std::string> found;
    for (const auto& word : words) {
        const bool pronoun = is_one_of(word.text, {"he", "she", "him", "her", "his", "hers", "himself", "herself"});
        if (!word.name && !pronoun) found.push_back(word.text);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace
} // namespace vera::checking
