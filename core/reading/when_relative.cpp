// Days counted from today, and weekdays.
#include "core/reading/number_words.hpp"
#include "core/reading/when_rules.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>

namespace vera::when {
namespace {

using std::chrono::year_month;

struct Count {
    int value = 0;
    bool exact = true; // "a few" is not
    std::size_t tokens = 0;
};
struct Which {
    std::string_view word; // this, next, last or nothing
    std::size_t tokens = 0;
};
bool is_tomorrow(std::string_view word);
bool is_yesterday(std::string_view word);
std::optional<Found> read_named_day(const Text&, std::size_t at);
Which which_at(const Tokens&, std::size_t at);
Day weekday_day(const Text&, std::string_view which, unsigned weekday);
std::optional<Count> count_at(const Tokens&, std::size_t at);
std::optional<Found> counted(const Text&, std::size_t at, int direction);
std::optional<Day> moved(Day from, int count, std::string_view unit);
std::optional<unsigned> weekday_at(const Tokens&, std::size_t at);
Day day_in_month(year_month month, unsigned day);
Day last_of(year_month month) { return month / std::chrono::last; }

} // namespace

std::optional<Found> read_counted(const Text& text, std::size_t at) {
    if (auto found = read_named_day(text, at)) return found;
    const auto word = [&](std::size_t n) { return word_at(text.tokens, at + n); };
    const bool next_two = is_one_of(word(0), {"next", "coming"}) || (word(0) == "the" && word(1) == "next");
    const bool in = is_one_of(word(0), {"in", "within"});
    if (in || next_two) {
        std::size_t lead = 1;
        if (in && is_one_of(word(lead), {"the", "about", "around", "ca", "roughly"})) ++lead;
        if (lead < 3 && is_one_of(word(lead), {"next", "coming"})) ++lead;
        if (!in && word(0) == "the") lead = 2;
        auto found = counted(text, at + lead, 1);
        if (found) found->tokens += lead;
        const std::size_t next = found ? at + found->tokens : at;
        if (found && word_at(text.tokens, next) == "from" &&
            is_one_of(word_at(text.tokens, next + 1), {"now", "today"}))
            found->tokens += 2;
        if (found || in) return found;
    }
    const std::string_view back = text.look == Look::back ? "back" : "ago";
    if (auto found = counted(text, at, -1);
        found && is_one_of(word_at(text.tokens, at + found->tokens), {"ago", back})) {
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
    if (const auto week = read_week(text, at)) { // "next week Friday", "KW 49, Tuesday"
        std::size_t place = at + week->tokens;
        if (is_one_of(word_at(text.tokens, place), {"on", "by"}) || sign_at(text.tokens, place) == ",") ++place;
        const auto weekday = weekday_at(text.tokens, place);
        if (!weekday) return std::nullopt;
        return Found{add_days(week->monday, static_cast<int>(*weekday)), false, true, place + 1 - at, false};
    }
    const Which which = which_at(text.tokens, at);
    const std::size_t place = at + which.tokens;
    const auto weekday = weekday_at(text.tokens, place);
    if (!weekday) return std::nullopt;
    const bool a_word = is_one_of(word_at(text.tokens, place), {"sat", "sun"});
    const bool alone = begins_clause(text.tokens, at) && ends_clause(text.tokens, place + 1);
    if (a_word && which.tokens == 0 && !alone && !is_led(text.tokens, at)) return std::nullopt;
    std::size_t next = place + 1;
    while (is_one_of(sign_at(text.tokens, next), {",", "."}) || is_one_of(word_at(text.tokens, next), {"the", "of"})) {
        ++next;
        if (next > place + 3) break;
    }
    for (const auto rule : {read_numeric, read_written}) { // "Fri 27 Nov": the date counts
        if (auto found = rule(text, next)) return Found{found->day, false, false, next - at + found->tokens, false};
    }
    if (const auto week = read_week(text, next)) {
        return Found{add_days(week->monday, static_cast<int>(*weekday)), false, true, next - at + week->tokens, false};
    }
    return Found{weekday_day(text, which.word, *weekday), false, true, place + 1 - at, false};
}

namespace {

// "today", "tmrw", "the day after tomorrow"
std::optional<Found> read_named_day(const Text& text, std::size_t at) {
    const auto word = [&](std::size_t n) { return word_at(text.tokens, at + n); };
    const auto away = [&](int days, std::size_t tokens) {
        return Found{add_days(text.today, days), false, true, tokens, false};
    };
    if (word(0) == "day" && word(1) == "after" && is_tomorrow(word(2))) return away(2, 3);
    if (word(0) == "day" && word(1) == "before" && is_yesterday(word(2))) return away(-2, 3);
    if (is_one_of(word(0), {"today", "tonight", "eod", "tdy"})) return away(0, 1);
    if (word(0) == "this" && is_one_of(word(1), {"morning", "afternoon", "evening"})) return away(0, 2);
    if (word(0) == "last" && word(1) == "night") return away(-1, 2);
    if (word(0) == "just" && word(1) == "now") return away(0, 2);
    if (is_tomorrow(word(0))) return away(1, 1);
    if (digits_at(text.tokens, at) == "2" && glued_at(text.tokens, at + 1) && is_one_of(word(1), {"moro", "morrow"}))
        return away(1, 2);
    return is_yesterday(word(0)) ? std::optional{away(-1, 1)} : std::nullopt;
}

bool is_tomorrow(std::string_view word) {
    return is_one_of(word, {"tomorrow", "tmrw", "tmr", "tmw", "tmrrw", "tomo", "tomoz"}) ||
           (word.starts_with("to") && edits_apart(word, "tomorrow", 2) <= 2);
}

bool is_yesterday(std::string_view word) {
    return is_one_of(word, {"yesterday", "yday", "ystday", "yest", "ystd"}) ||
           (word.starts_with("y") && edits_apart(word, "yesterday", 2) <= 2);
}

// "next", "this coming"
Which which_at(const Tokens& all, std::size_t at) {
    const std::string_view word = word_at(all, at), after = word_at(all, at + 1);
    if (is_one_of(word, {"this", "the"}) && is_one_of(after, {"coming", "upcoming"})) return {"", 2};
    if (is_one_of(word, {"this", "the"}) && is_one_of(after, {"past", "last"})) return {"last", 2};
    if (is_one_of(word, {"coming", "upcoming"})) return {"", 1};
    if (word == "past") return {"last", 1};
    if (word == "nxt") return {"next", 1};
    return is_one_of(word, {"this", "next", "last"}) ? Which{word, 1} : Which{};
}

Day weekday_day(const Text& text, std::string_view which, unsigned weekday) {
    const Day this_one = add_days(monday_of(text.today), static_cast<int>(weekday));
    const bool back = which == "last" || (text.look == Look::back && which != "next");
    const bool today_counts = which == "this";
    const Day day = which == "next" ? add_days(this_one, 7) : this_one;
    if (back && (today_counts ? day > text.today : day >= text.today)) return add_days(day, -7);
    const bool over = today_counts ? day < text.today : day <= text.today;
    return !back && which != "next" && over ? add_days(day, 7) : day;
}

// "two", "14", "a", "a couple of", "a few"
std::optional<Count> count_at(const Tokens& all, std::size_t at) {
    const std::string_view word = word_at(all, at);
    const std::size_t article = is_one_of(word, {"a", "an"}) ? 1 : 0;
    if (word_at(all, at + article) == "couple") {
        return Count{2, false, article + (word_at(all, at + article + 1) == "of" ? 2 : 1)};
    }
    if (word_at(all, at + article) == "few") return Count{3, false, article + 1};
    if (article == 1) return Count{1, true, 1};
    if (const auto spoken = spoken_number(all, at); spoken && spoken->value >= 1 && spoken->value <= 99)
        return Count{static_cast<int>(spoken->value), true, spoken->tokens};
    const auto number = number_at(all, at);
    return number && *number >= 1 && *number <= 999 ? std::optional{Count{*number, true, 1}} : std::nullopt;
}

std::optional<Found> counted(const Text& text, std::size_t at, int direction) {
    const auto count = count_at(text.tokens, at);
    if (!count) return std::nullopt;
    std::size_t place = at + count->tokens;
    const bool working = is_one_of(word_at(text.tokens, place), {"working", "business"});
    if (working) ++place;
    const std::string_view unit = word_at(text.tokens, place);
    auto day = moved(text.today, direction * count->value, unit);
    if (!day) return std::nullopt;
    if (working && direction > 0 && unit.starts_with("day")) {
        day = text.today;
        for (int i = 0; i < count->value; ++i) day = next_working_day(*day);
    }
    const bool exact = count->exact && is_one_of(unit.substr(0, 1), {"d", "w", "f"});
    return Found{*day, !exact, exact, place + 1 - at, true};
}

std::optional<Day> moved(Day from, int count, std::string_view unit) {
    if (is_one_of(unit, {"day", "days"})) return add_days(from, count);
    if (is_one_of(unit, {"week", "weeks", "wk", "wks"}) || one_edit_apart(unit, "weeks"))
        return add_days(from, 7 * count);
    if (is_one_of(unit, {"fortnight", "fortnights"})) return add_days(from, 14 * count);
    const bool years = is_one_of(unit, {"year", "years", "yr", "yrs"});
    if (!years && !is_one_of(unit, {"month", "months", "mth", "mths"}) && !one_edit_apart(unit, "months"))
        return std::nullopt;
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
    for (unsigned i = 0; i < names.size(); ++i) { // "Thrusday", but not "Fridays"
        if (word.size() >= 6 && !word.ends_with('s') && word != "sundry" && one_edit_apart(word, names[i])) return i;
    }
    return std::nullopt;
}

Day day_in_month(year_month month, unsigned day) {
    return std::min<Day>(month / std::chrono::day{day}, last_of(month));
}

} // namespace
} // namespace vera::when
