// Days counted from today, and weekdays.
#include "core/when_rules.hpp"

#include <algorithm>
#include <array>

namespace vera::when {
namespace {

using std::chrono::year_month;

std::optional<int> count_at(const Tokens&, std::size_t at);
std::optional<Found> counted(const Text&, std::size_t at, int direction);
std::optional<Day> moved(Day from, int count, std::string_view unit);
std::optional<unsigned> weekday_at(const Tokens&, std::size_t at);
Day day_in_month(year_month month, unsigned day);
Day last_of(year_month month) { return month / std::chrono::last; }

} // namespace

std::optional<Found> read_counted(const Text& text, std::size_t at) {
    const auto word = [&](std::size_t n) { return word_at(text.tokens, at + n); };
    if (word(0) == "day" && word(1) == "after" && word(2) == "tomorrow") {
        return Found{add_days(text.today, 2), false, true, 3};
    }
    if (word(0) == "day" && word(1) == "before" && word(2) == "yesterday") {
        return Found{add_days(text.today, -2), false, true, 3};
    }
    if (word(0) == "today" || word(0) == "tonight") return Found{text.today, false, true, 1};
    if (word(0) == "this" && is_one_of(word(1), {"morning", "afternoon", "evening"})) {
        return Found{text.today, false, true, 2};
    }
    if (word(0) == "tomorrow") return Found{add_days(text.today, 1), false, true, 1};
    if (word(0) == "yesterday") return Found{add_days(text.today, -1), false, true, 1};
    if (word(0) == "in") {
        auto found = counted(text, at + 1, 1);
        if (found) ++found->tokens;
        return found;
    }
    if (auto found = counted(text, at, -1); found && word_at(text.tokens, at + found->tokens) == "ago") {
        ++found->tokens;
        return found;
    }
    auto found = counted(text, at, 1);
    const bool from_now = found && word_at(text.tokens, at + found->tokens) == "from" &&
                          is_one_of(word_at(text.tokens, at + found->tokens + 1), {"now", "today"});
    if (!from_now) return std::nullopt;
    found->tokens += 2;
    return found;
}

std::optional<Found> read_weekday(const Text& text, std::size_t at) {
    const std::string_view which = word_at(text.tokens, at);
    const bool qualified = is_one_of(which, {"this", "next", "last"});
    const std::size_t place = at + (qualified ? 1 : 0);
    const auto weekday = weekday_at(text.tokens, place);
    if (!weekday) return std::nullopt;
    const bool a_word = is_one_of(word_at(text.tokens, place), {"sat", "sun"});
    const bool alone = begins_clause(text.tokens, at) && ends_clause(text.tokens, place + 1);
    if (a_word && !qualified && !alone && !is_led(text.tokens, at)) return std::nullopt;
    std::size_t next = place + 1;
    while (is_one_of(sign_at(text.tokens, next), {",", "."}) || word_at(text.tokens, next) == "the") ++next;
    for (const auto rule : {read_numeric, read_written}) { // "Fri 27 Nov": the date counts
        if (auto found = rule(text, next)) return Found{found->day, false, false, next - at + found->tokens};
    }
    const Day this_one = add_days(monday_of(text.today), static_cast<int>(*weekday));
    const bool back = which == "last" || (text.look == Look::back && which != "next");
    const bool today_counts = which == "this";
    Day day = which == "next" ? add_days(this_one, 7) : this_one;
    if (back && (today_counts ? day > text.today : day >= text.today)) day = add_days(day, -7);
    if (!back && which != "next" && (today_counts ? day < text.today : day <= text.today)) day = add_days(day, 7);
    return Found{day, false, true, place + 1 - at};
}

namespace {

std::optional<int> count_at(const Tokens& all, std::size_t at) {
    static constexpr std::array<std::string_view, 13> words{"",      "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const std::string_view word = word_at(all, at);
    if (word == "a" || word == "an") return 1;
    const auto found = std::find(words.begin() + 1, words.end(), word);
    if (!word.empty() && found != words.end()) return static_cast<int>(found - words.begin());
    const auto number = number_at(all, at);
    return number && *number >= 1 && *number <= 999 ? number : std::nullopt;
}

std::optional<Found> counted(const Text& text, std::size_t at, int direction) {
    const auto count = count_at(text.tokens, at);
    if (!count) return std::nullopt;
    const std::string_view unit = word_at(text.tokens, at + 1);
    const auto day = moved(text.today, direction * *count, unit);
    if (!day) return std::nullopt;
    const bool exact = unit.starts_with("day") || unit.starts_with("week") || unit.starts_with("fortnight");
    return Found{*day, !exact, exact, 2};
}

std::optional<Day> moved(Day from, int count, std::string_view unit) {
    if (is_one_of(unit, {"day", "days"})) return add_days(from, count);
    if (is_one_of(unit, {"week", "weeks"})) return add_days(from, 7 * count);
    if (is_one_of(unit, {"fortnight", "fortnights"})) return add_days(from, 14 * count);
    const bool years = is_one_of(unit, {"year", "years"});
    if (!years && !is_one_of(unit, {"month", "months"})) return std::nullopt;
    const year_month month{from.year(), from.month()};
    return day_in_month(month + std::chrono::months{years ? 12 * count : count}, static_cast<unsigned>(from.day()));
}

// Days since Monday.
std::optional<unsigned> weekday_at(const Tokens& all, std::size_t at) {
    static constexpr std::array<std::string_view, 7> names{"monday", "tuesday",  "wednesday", "thursday",
                                                           "friday", "saturday", "sunday"};
    const std::string_view word = word_at(all, at);
    if (is_one_of(word, {"tues"})) return 1;
    if (is_one_of(word, {"weds"})) return 2;
    if (is_one_of(word, {"thur", "thurs"})) return 3;
    for (unsigned i = 0; i < names.size(); ++i) {
        if (word == names[i] || (word.size() == 3 && names[i].starts_with(word))) return i;
    }
    return std::nullopt;
}

Day day_in_month(year_month month, unsigned day) {
    return std::min<Day>(month / std::chrono::day{day}, last_of(month));
}

} // namespace
} // namespace vera::when
