#include "dialogs/fields.hpp"

#include "dialogs/short_forms.hpp"

#include <algorithm>
#include <array>

namespace vera {

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
    static constexpr std::array words = {"nothing", "none", "no", "nope", "nothing i know of", "nothing at all", "-"};
    const std::string folded = fold(text);
    return std::ranges::find(words, folded) != words.end() || folded.starts_with("none of ") || text == "-";
}

std::string quoted_words(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
        {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}}};
    for (const auto& [open, close] : marks) {
        const auto begin = text.find(open);
        if (begin == std::string_view::npos) continue;
        const auto end = text.find(close, begin + open.size());
        if (end == std::string_view::npos) continue;
        return std::string(trim(text.substr(begin + open.size(), end - begin - open.size())));
    }
    return {};
}

} // namespace vera
