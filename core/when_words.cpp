// Names of months, years, and what stands around a day.
#include "core/when_rules.hpp"

#include <array>

namespace vera::when {

std::optional<unsigned> month_at(const Tokens& all, std::size_t at) {
    static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                            "may",       "june",     "july",     "august",
                                                            "september", "october",  "november", "december"};
    const std::string_view word = word_at(all, at);
    if (word == "sept") return 9;
    for (unsigned i = 0; i < names.size(); ++i) {
        if (word == names[i] || (word.size() == 3 && names[i].starts_with(word))) return i + 1;
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
        return is_one_of(
            word, {"by", "on", "in", "until", "till", "before", "since", "during", "around", "due", "for", "latest"});
    };
    if (at == 0) return false;
    return leads(word_at(all, at - 1)) || (at > 1 && word_at(all, at - 1) == "the" && leads(word_at(all, at - 2)));
}

bool begins_clause(const Tokens& all, std::size_t at) {
    return at == 0 || is_one_of(sign_at(all, at - 1), {",", ";", ":", "(", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
}

bool ends_clause(const Tokens& all, std::size_t next) {
    return next >= all.size() || is_one_of(sign_at(all, next), {",", ";", ":", ")", ".", "!", "?"});
}

Day monday_of(Day day) {
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return add_days(day, 1 - static_cast<int>(weekday.iso_encoding()));
}

} // namespace vera::when
