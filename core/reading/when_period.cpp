// Stretches of time, out of which one day is picked: "end of June", "Q2", "next week".
#include "core/reading/when_rules.hpp"

namespace vera::when {
namespace {

using std::chrono::year_month;

struct Stretch { // a week, month, quarter or year
    Day first, middle, last;
    bool week = false, named = false; // `named`: by a month's or a year's bare name
    std::size_t tokens = 0;
    bool numbered = false; // "KW 49"
};
std::optional<Found> read_short_end(const Text&, std::size_t at);
std::optional<Stretch> read_stretch(const Text&, std::size_t at, bool after_part);
std::optional<Stretch> read_counted_stretch(const Text&, std::size_t at, bool after_part);
std::optional<Stretch> read_month(const Text&, std::size_t at, bool after_part);
std::optional<Stretch> read_quarter(const Text&, std::size_t at);
std::optional<Stretch> read_month_in_digits(const Text&, std::size_t at);
std::optional<Stretch> read_weekend(const Text&, std::size_t at);
struct YearAt {
    std::optional<int> year;
    std::size_t next = 0;
};
YearAt read_year_after(const Text&, std::size_t at);
Stretch stretch_of(year_month first, int months, std::size_t tokens);
int year_of(const Text&, year_month first_month, int months);

enum class Part { none, early, middle, late };
struct ReadPart {
    Part part = Part::none;
    std::size_t tokens = 0;
};
ReadPart read_part(const Tokens&, std::size_t at);

Day last_of(year_month month) { return month / std::chrono::last; }

} // namespace

std::optional<Found> read_period(const Text& text, std::size_t at) {
    if (auto found = read_short_end(text, at)) return found;
    const ReadPart part = read_part(text.tokens, at);
    const auto stretch = read_stretch(text, at + part.tokens, part.part != Part::none);
    if (!stretch) return std::nullopt;
    const std::size_t taken = part.tokens + stretch->tokens;
    if (part.part == Part::late) return Found{stretch->last, false, stretch->week, taken};
    if (part.part == Part::early) return Found{stretch->first, true, stretch->week, taken};
    if (part.part == Part::middle) return Found{stretch->middle, true, stretch->week, taken};
    const bool alone = begins_clause(text.tokens, at) && ends_clause(text.tokens, at + taken);
    if (stretch->named && !alone && !is_led(text.tokens, at)) return std::nullopt;
    const bool this_week = stretch->week && stretch->first <= text.today && stretch->last >= text.today;
    const bool last = stretch->numbered; // done "in KW 49" is done on its Friday
    const bool first = text.look == Look::back || (stretch->week && !this_week && !last);
    return Found{first ? stretch->first : stretch->last, true, stretch->week, taken};
}

namespace {

std::optional<Stretch> read_stretch(const Text& text, std::size_t at, bool after_part) {
    if (auto month = read_month(text, at, after_part)) return month;
    if (auto quarter = read_quarter(text, at)) return quarter;
    if (auto month = read_month_in_digits(text, at)) return month;
    if (const auto week = read_week(text, at)) {
        const Day monday = week->monday;
        return Stretch{monday, add_days(monday, 2), add_days(monday, 4), true, false, week->tokens, week->numbered};
    }
    if (auto weekend = read_weekend(text, at)) return weekend;
    if (auto stretch = read_counted_stretch(text, at, after_part)) return stretch;
    const auto year = year_at(text.tokens, at);
    const bool in_a_number =
        glued_at(text.tokens, at) || (glued_at(text.tokens, at + 1) && !ends_clause(text.tokens, at + 1));
    if (!year || in_a_number) return std::nullopt;
    Stretch whole = stretch_of(std::chrono::year{*year} / std::chrono::January, 12, 1);
    whole.named = true;
    return whole;
}

// "(this|next|last) (week|month|quarter|year)"; after "end of" also bare or with "the".
std::optional<Stretch> read_counted_stretch(const Text& text, std::size_t at, bool after_part) {
    const std::string_view which = word_at(text.tokens, at);
    const bool qualified = is_one_of(which, {"this", "next", "last"});
    if (!qualified && !after_part) return std::nullopt;
    const std::string_view unit = word_at(text.tokens, at + (qualified ? 1 : 0));
    const std::size_t taken = qualified ? 2 : 1;
    const int step = which == "next" ? 1 : which == "last" ? -1 : 0;
    if (unit == "week" || unit == "wk") { // "end of the week"; with a word before it, see read_week
        const Day monday = monday_of(text.today);
        return Stretch{monday, add_days(monday, 2), add_days(monday, 4), true, false, taken};
    }
    const year_month month{text.today.year(), text.today.month()};
    if (unit == "month") return stretch_of(month + std::chrono::months{step}, 1, taken);
    if (unit == "year") {
        return stretch_of((text.today.year() + std::chrono::years{step}) / std::chrono::January, 12, taken);
    }
    if (unit != "quarter") return std::nullopt;
    const unsigned into_quarter = (static_cast<unsigned>(text.today.month()) - 1) % 3;
    return stretch_of(month + std::chrono::months{3 * step - static_cast<int>(into_quarter)}, 3, taken);
}

std::optional<Stretch> read_month(const Text& text, std::size_t at, bool after_part) {
    const std::string_view which = word_at(text.tokens, at);
    const bool qualified = is_one_of(which, {"next", "last", "this"}) && month_at(text.tokens, at + 1);
    const std::size_t place = at + (qualified ? 1 : 0);
    const auto month = month_at(text.tokens, place);
    const bool after_number = place > 0 && !digits_at(text.tokens, place - 1).empty();
    const bool a_verb = which == "this" && !ends_clause(text.tokens, place + 1); // "this may help"
    if (!month || after_number || a_verb) return std::nullopt;
    const bool dot = sign_at(text.tokens, place + 1) == "." && glued_at(text.tokens, place + 1);
    std::size_t next = place + 1 + (dot && year_at(text.tokens, place + 2) ? 1 : 0);
    auto year = year_at(text.tokens, next);
    const bool short_year =
        is_one_of(sign_at(text.tokens, next), {"'", "\u2019", "/"}) && glued_at(text.tokens, next + 1);
    const bool in_words = word_at(text.tokens, next) == "of" || is_one_of(word_at(text.tokens, next), {"next", "this"});
    if (const YearAt after = read_year_after(text, next); !year && (short_year || in_words) && after.year) {
        year = after.year;
        next = after.next - 1;
    }
    const auto day_number = number_at(text.tokens, next);
    if (!year && !after_part && day_number && *day_number <= 99) return std::nullopt; // "June 31" is no day
    Text looking = text;
    if (which == "last") looking.look = Look::back;
    if (which == "next") looking.look = Look::ahead;
    const year_month here{text.today.year(), std::chrono::month{*month}};
    const int chosen = year ? *year : year_of(looking, here, 1);
    Stretch found = stretch_of(std::chrono::year{chosen} / here.month(), 1, (year ? next + 1 : place + 1) - at);
    found.named = !year && !qualified;
    return found;
}

// "Q2", "H1", "Q3/27", "2027 Q3", "second quarter of 2027", "first half of next year"
std::optional<Stretch> read_quarter(const Text& text, std::size_t at) {
    const Tokens& all = text.tokens;
    const auto year_before = year_at(all, at);
    const bool sign_after_year = year_before && is_one_of(sign_at(all, at + 1), {"/", "-"});
    const std::size_t place = at + (year_before ? sign_after_year ? 2 : 1 : 0);
    static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth"};
    int number = 0;
    std::size_t next = place + 2;
    bool half = word_at(all, place) == "h" || word_at(all, place + 1) == "half";
    if (is_one_of(word_at(all, place), {"q", "h"}) && glued_at(all, place + 1)) {
        number = digits_at(all, place + 1).size() == 1 ? number_at(all, place + 1).value_or(0) : 0;
    } else if (half || word_at(all, place + 1) == "quarter") {
        for (int i = 0; i < 4; ++i) number = word_at(all, place) == ordinals[i] ? i + 1 : number;
        half = half && (word_at(all, next) == "of" || year_at(all, next));
        if (word_at(all, place + 1) == "half" && !half) return std::nullopt;
    }
    if (number < 1 || number > (half ? 2 : 4)) return std::nullopt;
    const int months = half ? 6 : 3;
    const std::chrono::month first{static_cast<unsigned>(months * (number - 1) + 1)};
    YearAt after = year_before ? YearAt{year_before, next} : read_year_after(text, next);
    const int chosen = after.year.value_or(year_of(text, text.today.year() / first, months));
    return stretch_of(std::chrono::year{chosen} / first, months, after.next - at);
}

// "2027", "/27", " '27", "of next year"
YearAt read_year_after(const Text& text, std::size_t at) {
    const Tokens& all = text.tokens;
    const bool separated = is_one_of(sign_at(all, at), {"/", ",", "-", "'", "\u2019"}) || word_at(all, at) == "of";
    const std::size_t place = at + (separated ? 1 : 0);
    if (const auto year = year_at(all, place)) return {year, place + 1};
    const auto number = number_at(all, place);
    const bool two = number && digits_at(all, place).size() == 2 && *number >= 20 && *number <= 79;
    const bool glued = separated && sign_at(all, at) != "," && glued_at(all, place) && !glued_at(all, place + 1);
    if (two && (glued || (!separated && ends_clause(all, place + 1)))) return {2000 + *number, place + 1};
    const std::size_t which = place + (word_at(all, place) == "the" ? 1 : 0);
    if (word_at(all, which + 1) == "year" && is_one_of(word_at(all, which), {"next", "this", "last"})) {
        const int step = word_at(all, which) == "next" ? 1 : word_at(all, which) == "last" ? -1 : 0;
        return {static_cast<int>(text.today.year()) + step, which + 2};
    }
    return {std::nullopt, at};
}

// "06/2027", "2027-06"
std::optional<Stretch> read_month_in_digits(const Text& text, std::size_t at) {
    const Tokens& all = text.tokens;
    const bool apart = !glued_at(all, at) || is_one_of(sign_at(all, at - 1), {"(", ",", ";", ":"});
    const bool joined =
        glued_at(all, at + 1) && is_one_of(sign_at(all, at + 1), {"/", "-", "."}) && glued_at(all, at + 2);
    const bool cut = glued_at(all, at + 3) && !ends_clause(all, at + 3);
    if (!apart || !joined || cut) return std::nullopt;
    const bool year_first = digits_at(all, at).size() == 4;
    if (year_first && sign_at(all, at + 1) != "-") return std::nullopt;
    const auto month = number_at(all, at + (year_first ? 2 : 0)), year = number_at(all, at + (year_first ? 0 : 2));
    const bool right = month && year && *month >= 1 && *month <= 12 && *year >= 2020 && *year <= 2079 &&
                       digits_at(all, at + (year_first ? 2 : 0)).size() <= 2;
    if (!right) return std::nullopt;
    return stretch_of(std::chrono::year{*year} / std::chrono::month{static_cast<unsigned>(*month)}, 1, 3);
}

// "the weekend": its Saturday; "after the weekend": the Monday
std::optional<Stretch> read_weekend(const Text& text, std::size_t at) {
    const bool qualified = is_one_of(word_at(text.tokens, at), {"this", "next", "last", "the"});
    if (!qualified || word_at(text.tokens, at + 1) != "weekend") return std::nullopt;
    const std::string_view which = word_at(text.tokens, at);
    const bool after = at > 0 && word_at(text.tokens, at - 1) == "after";
    const bool back = which == "last" || (which == "the" && text.look == Look::back);
    const Day saturday = add_days(monday_of(text.today), 5 + (which == "next" ? 7 : back ? -7 : 0));
    const Day day = after ? add_days(saturday, 2) : saturday;
    return Stretch{day, day, day, true, false, 2};
}

Stretch stretch_of(year_month first, int months, std::size_t tokens) {
    const year_month last = first + std::chrono::months{months - 1};
    const Day middle = months == 12 ? last_of(first + std::chrono::months{5})
                                    : Day{(first + std::chrono::months{months / 2}) / std::chrono::day{15}};
    return {first / std::chrono::day{1}, middle, last_of(last), false, false, tokens};
}

int year_of(const Text& text, year_month first_month, int months) {
    const int year = static_cast<int>(first_month.year());
    const bool over = last_of(first_month + std::chrono::months{months - 1}) < text.today;
    const bool to_come = Day{first_month / std::chrono::day{1}} > text.today;
    if (text.look == Look::ahead) return over ? year + 1 : year;
    return to_come ? year - 1 : year;
}

// "EOY", "EOM 2027", and "year end" where a day is due: "by month-end", not "the month-end report"
std::optional<Found> read_short_end(const Text& text, std::size_t at) {
    const Tokens& all = text.tokens;
    const std::string_view word = word_at(all, at);
    const std::string_view unit = word == "eoy"   ? "year"
                                  : word == "eoq" ? "quarter"
                                  : word == "eom" ? "month"
                                  : word == "eow" ? "week"
                                                  : word;
    const bool hyphen = sign_at(all, at + 1) == "-" && glued_at(all, at + 1);
    const std::size_t end = at + (hyphen ? 2 : 1);
    std::size_t next = unit != word ? at + 1 : end + 1;
    if (unit == word &&
        (!is_one_of(word, {"year", "quarter", "month"}) || word_at(all, end) != "end" || !is_led(all, at)))
        return std::nullopt;
    const year_month here{text.today.year(), text.today.month()};
    if (unit == "week") return Found{add_days(monday_of(text.today), 4), false, true, next - at, false};
    if (unit == "month") return Found{last_of(here), false, false, next - at, false};
    if (unit == "quarter") {
        const unsigned to_go = 2 - (static_cast<unsigned>(here.month()) - 1) % 3;
        return Found{last_of(here + std::chrono::months{static_cast<int>(to_go)}), false, false, next - at, false};
    }
    const auto year = year_at(all, next);
    if (year) ++next;
    if (unit == word && !ends_clause(all, next)) return std::nullopt;
    const int chosen = year.value_or(static_cast<int>(text.today.year()));
    return Found{last_of(std::chrono::year{chosen} / std::chrono::December), false, false, next - at, false};
}

// "end of", "by the end of", "mid", "mid-", "beginning of", "early".
ReadPart read_part(const Tokens& all, std::size_t at) {
    const std::string_view word = word_at(all, at);
    const bool later = word == "later" && word_at(all, at + 1) == "this";
    const Part part = later || is_one_of(word, {"end", "late"})          ? Part::late
                      : is_one_of(word, {"mid", "middle"})               ? Part::middle
                      : is_one_of(word, {"early", "start", "beginning"}) ? Part::early
                                                                         : Part::none;
    if (part == Part::none) return {};
    std::size_t taken = 1;
    if (word_at(all, at + taken) == "of" || sign_at(all, at + taken) == "-") ++taken;
    if (word_at(all, at + taken) == "the") ++taken;
    return {part, taken};
}

} // namespace
} // namespace vera::when
