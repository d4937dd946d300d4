// Stretches of time, out of which one day is picked: "end of June", "Q2", "next week".
#include "core/when_rules.hpp"

namespace vera::when {
namespace {

using std::chrono::year_month;

struct Stretch { // a week, month, quarter or year
    Day first, middle, last;
    bool week = false, named = false; // `named`: by a month's or a year's bare name
    std::size_t tokens = 0;
};
std::optional<Stretch> read_stretch(const Text&, std::size_t at, bool after_part);
std::optional<Stretch> read_counted_stretch(const Text&, std::size_t at, bool after_part);
std::optional<Stretch> read_month(const Text&, std::size_t at);
std::optional<Stretch> read_quarter(const Text&, std::size_t at);
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
    const bool first = text.look == Look::back || (stretch->week && !this_week);
    return Found{first ? stretch->first : stretch->last, true, stretch->week, taken};
}

namespace {

std::optional<Stretch> read_stretch(const Text& text, std::size_t at, bool after_part) {
    if (auto month = read_month(text, at)) return month;
    if (auto quarter = read_quarter(text, at)) return quarter;
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
    if (unit == "week") {
        const Day monday = add_days(monday_of(text.today), 7 * step);
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

std::optional<Stretch> read_month(const Text& text, std::size_t at) {
    const std::string_view which = word_at(text.tokens, at);
    const bool qualified = is_one_of(which, {"next", "last", "this"}) && month_at(text.tokens, at + 1);
    const std::size_t place = at + (qualified ? 1 : 0);
    const auto month = month_at(text.tokens, place);
    const bool after_number = place > 0 && !digits_at(text.tokens, place - 1).empty();
    const bool a_verb = which == "this" && !ends_clause(text.tokens, place + 1); // "this may help"
    if (!month || after_number || a_verb) return std::nullopt;
    const bool dot = sign_at(text.tokens, place + 1) == "." && glued_at(text.tokens, place + 1);
    const std::size_t next = place + 1 + (dot && year_at(text.tokens, place + 2) ? 1 : 0);
    const auto year = year_at(text.tokens, next);
    const auto day_number = number_at(text.tokens, next);
    if (!year && day_number && *day_number <= 99) return std::nullopt; // "June 31" is no day
    Text looking = text;
    if (which == "last") looking.look = Look::back;
    if (which == "next") looking.look = Look::ahead;
    const year_month here{text.today.year(), std::chrono::month{*month}};
    const int chosen = year ? *year : year_of(looking, here, 1);
    Stretch found = stretch_of(std::chrono::year{chosen} / here.month(), 1, (year ? next + 1 : place + 1) - at);
    found.named = !year && !qualified;
    return found;
}

std::optional<Stretch> read_quarter(const Text& text, std::size_t at) {
    const auto number = number_at(text.tokens, at + 1);
    const bool is_quarter = word_at(text.tokens, at) == "q" && glued_at(text.tokens, at + 1) && number &&
                            digits_at(text.tokens, at + 1).size() == 1 && *number >= 1 && *number <= 4;
    if (!is_quarter) return std::nullopt;
    const bool separated = is_one_of(sign_at(text.tokens, at + 2), {"/", ",", "-"}) && year_at(text.tokens, at + 3);
    const std::size_t year_place = at + (separated ? 3 : 2);
    const auto year = year_at(text.tokens, year_place);
    const std::chrono::month first{static_cast<unsigned>(3 * *number - 2)};
    const int chosen = year ? *year : year_of(text, text.today.year() / first, 3);
    return stretch_of(std::chrono::year{chosen} / first, 3, (year ? year_place + 1 : at + 2) - at);
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

// "end of", "by the end of", "mid", "mid-", "beginning of", "early".
ReadPart read_part(const Tokens& all, std::size_t at) {
    const std::string_view word = word_at(all, at);
    const Part part = is_one_of(word, {"end", "late"})                   ? Part::late
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
