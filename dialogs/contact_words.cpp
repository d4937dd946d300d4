#include "dialogs/contact_words.hpp"

#include "core/reading/quotes.hpp"
#include "core/reading/tokens.hpp"
#include "core/reading/when.hpp"
#include "core/text.hpp"
#include "dialogs/fields/fields.hpp"

#include <algorithm>

namespace vera {
namespace {

bool means_nobody(std::string_view text, Day today);
bool names_talk(const std::string& folded);
bool names_us(std::string_view text, const std::string& folded);
bool has_foreign_letter(std::string_view text);
bool has_any(const std::string& folded, std::initializer_list<const char*> phrases);

inline constexpr std::size_t short_answer = 4; // words in which "me" or a name says it all

} // namespace

ContactRead read_contact(std::string_view text, Day today) {
    if (means_nobody(text, today)) return ContactRead::nobody;
    const std::string folded = fold(text);
    const auto day = find_said(text, today);
    const bool planned =
        has_any(folded, {"will", "we'll", "i'll", "going to", "plan to", "about to", "want to", "scheduled"});
    const bool happened =
        has_any(folded, {"met", "spoke", "talked", "called", "last", "yesterday", "ago", "saw", "was", "had"});
    if (day && days_between(today, day->day) > 0) return ContactRead::to_come;
    if (planned && !happened) return ContactRead::to_come;
    if (has_any(folded, {"maybe", "perhaps", "probably", "not sure", "i think", "i guess"}) && !day)
        return ContactRead::unclear;
    const bool read = day || names_talk(folded) || names_us(text, folded) || has_foreign_letter(text);
    return read ? ContactRead::talk : ContactRead::unclear;
}

namespace {

bool means_nobody(std::string_view text, Day today) {
    if (means_nothing(text)) return true;
    const std::string folded = fold(text);
    for (const auto* but : {"but", "except", "only"})
        if (has_word(folded, but)) return false; // "nobody but Petra"
    for (const auto* start : {"none", "not yet", "never", "nein", "we haven't", "haven't", "not me"})
        if (starts_with_word(folded, start)) return true;
    const auto quoted = quotes(text); // "nobody told me", said to us, is a talk
    for (const auto& clause : clauses(text.substr(0, quoted.empty() ? text.size() : quoted.front().begin))) {
        const bool typed = one_edit_apart(clause.substr(0, clause.find(' ')), "nobody");
        if (typed || starts_with_word(clause, "nobody") || starts_with_word(clause, "no one") ||
            starts_with_word(clause, "noone") || clause.starts_with("none of") || clause.starts_with("not one of"))
            return true;
    }
    return starts_with_word(folded, "no") && !has_word(folded, "me") && !find_said(text, today);
}

bool names_talk(const std::string& folded) {
    for (const auto word : words(folded))
        for (const auto* stem :
             {"met",    "meet", "spoke",    "talk", "call", "phone", "mail",  "chat",  "visit",   "lunch", "coffee",
              "dinner", "demo", "workshop", "saw",  "seen", "zoom",  "teams", "video", "convers", "intro"})
            if (word.starts_with(stem)) return true;
    return false;
}

// "me", "Ana once, in September": who it was, in few words; or a name in the middle of more.
bool names_us(std::string_view text, const std::string& folded) {
    const auto said = words(text);
    if (said.size() <= short_answer && has_any(folded, {"me", "i", "myself", "us", "we", "both of us", "all of us"}))
        return true;
    if (starts_with_word(folded, "me")) return true;
    const auto is_name = [](std::string_view word) {
        const std::string plain = fold(word);
        return !plain.empty() && capitalised(plain) == capitalised(word) && plain != word && plain.size() > 1 &&
               !is_one_of(plain, {"no", "yes", "ok", "the", "it", "they", "she", "he"});
    };
    return std::ranges::any_of(said, is_name) && (said.size() <= short_answer || !is_name(said.front()));
}

// Other languages are taken as typed. E2 leads the dashes and quotation marks of every language.
bool has_foreign_letter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c >= 0xC3 && c != 0xE2; });
}

bool has_any(const std::string& folded, std::initializer_list<const char*> phrases) {
    return std::ranges::any_of(phrases, [&](const char* phrase) { return has_word(folded, phrase); });
}

} // namespace
} // namespace vera
