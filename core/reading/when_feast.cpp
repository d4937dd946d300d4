// Days of the year that have a name: "before Christmas", "after Easter". They are always rough.
#include "core/reading/when_rules.hpp"

namespace vera::when {
namespace {

Day easter(int year);
std::optional<Day> feast_day(const Text&, std::string_view name, int year, std::string_view lead);

} // namespace

std::optional<Found> read_feast(const Text& text, std::size_t at) {
    const std::string_view word = word_at(text.tokens, at);
    const bool new_year =
        word == "new" && is_one_of(word_at(text.tokens, at + 1), {"year", "years", "year's", "year\u2019s"});
    if (!new_year && !is_one_of(word, {"christmas", "xmas", "easter"})) return std::nullopt;
    const std::size_t taken = new_year ? 2 : 1;
    const bool the = at > 1 && word_at(text.tokens, at - 1) == "the";
    if (new_year && the) return std::nullopt; // "in the new year": some day in it
    const std::size_t lead_at = the ? at - 2 : at - 1;
    const std::string_view lead = at > 0 ? word_at(text.tokens, lead_at) : "";
    const bool led = is_one_of(lead, {"before", "by", "until", "till", "after", "at", "over", "around", "since"});
    const bool alone = begins_clause(text.tokens, at) && ends_clause(text.tokens, at + taken);
    if (!led && !alone) return std::nullopt;
    const auto year = year_at(text.tokens, at + taken);
    const int this_year = static_cast<int>(text.today.year());
    for (int away = 0; away <= 1; ++away) {
        const int chosen = year ? *year : text.look == Look::ahead ? this_year + away : this_year - away;
        const auto day = feast_day(text, word, chosen, lead);
        const bool fits = day && (text.look == Look::ahead ? *day >= text.today : *day <= text.today);
        if (year || fits) return Found{*day, true, false, taken + (year ? 1 : 0), false};
    }
    return std::nullopt;
}

namespace {

// The last or first usual working day around it.
std::optional<Day> feast_day(const Text&, std::string_view name, int year, std::string_view lead) {
    const bool before = is_one_of(lead, {"before", "by", "until", "till"}), after = is_one_of(lead, {"after", "since"});
    if (name == "easter") return add_days(easter(year), before ? -3 : after ? 2 : 0);
    if (name == "new") return before ? valid_day(year, 12, 31) : valid_day(year, 1, after ? 2 : 1);
    return valid_day(year, 12, lead == "before" ? 23 : after ? 27 : 24);
}

// Gauss, as Butcher wrote it down.
Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return valid_day(year, sum / 31, sum % 31 + 1).value();
}

} // namespace
} // namespace vera::when
