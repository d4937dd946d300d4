// Names of months, years, and what stands around a day.
#include "core/reading/when_rules.hpp"

#include "core/text.hpp"

#include <array>

namespace vera::when {

std::optional<unsigned> month_at(const Tokens& all, std::size_t at) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    const std::string_view word = word_at(all, at);
    if (word == "sept") return 9;
    if (word == "febr") return 2;
    for (unsigned i = 0; i < names.size(); ++i) {
        if (word == names[i] || (word.size() == 3 && names[i].starts_with(word))) return i + 1;
    }
    for (unsigned i = 0; i < names.size(); ++i) {
        if (word.size() >= 7 && names[i].size() >= 7 && one_edit_apart(word, names[i])) return i + 1;
    }
    return std::nullopt;
}

std::optional<int> year_at(const Tokens& all, std::size_t at) {
    const auto number = number_at(all, at);
    const bool season = glued_at(all, at + 1) && is_one_of(sign_at(all, at + 1), {"/", "-"});
    if (!number || *number < 2000 || *number > 2099 || season) return std::nullopt;
    return number;
}

bool is_led(const Tokens& all, std::size_t at) {
    const auto leads = [](std::string_view word) {
        return is_one_of(word, {"by", "on", "in", "until", "till", "before", "since", "during", "around", "due", "for",
                                "latest", "til", "after"});
    };
    if (at == 0) return false;
    return leads(word_at(all, at - 1)) || (at > 1 && word_at(all, at - 1) == "the" && leads(word_at(all, at - 2)));
}

bool begins_clause(const Tokens& all, std::size_t at) {
    if (at == 0 || (sign_at(all, at - 1) == "." && !glued_at(all, at))) return true;
    return is_one_of(sign_at(all, at - 1), {",", ";", ":", "(", "-", "!", "?", "\"", "'", "\u2013", "\u2014", "\u201C",
                                            "\u201D", "\u2019", "\u00AB", "\u00BB"});
}

bool ends_clause(const Tokens& all, std::size_t next) {
    return next >= all.size() || (sign_at(all, next) == "-" && !glued_at(all, next)) ||
           is_one_of(sign_at(all, next), {",", ";", ":", ")", ".", "!", "?", "\"", "'", "\u2013", "\u2014", "\u201C",
                                          "\u201D", "\u2018", "\u201E", "\u00AB", "\u00BB"});
}

bool continues_sentence(std::string_view word) {
    return is_one_of(word, {"she",   "he",      "they", "we",      "i",      "it",     "and",   "at",
                            "with",  "that",    "when", "then",    "latest", "please", "or",    "to",
                            "about", "already", "so",   "because", "but",    "in",     "after", "before"});
}

Day monday_of(Day day) {
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return add_days(day, 1 - static_cast<int>(weekday.iso_encoding()));
}

} // namespace vera::when
