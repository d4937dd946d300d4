// Days by their number and month.
#include "core/reading/number_words.hpp"
#include "core/reading/when_rules.hpp"

#include <array>

namespace vera::when {
namespace {

struct NumericForm { // three or two numbers with the same sign between them
    std::array<int, 3> part{};
    std::array<std::size_t, 3> width{};
    char sign = 0;
    std::size_t parts = 0, tokens = 0;
};
std::optional<NumericForm> numeric_form(const Tokens&, std::size_t at);
std::optional<Day> in_three_parts(const NumericForm&);
std::optional<Found> in_two_parts(const Text&, std::size_t at, const NumericForm&);
bool is_dotted_day(const Text&, std::size_t at, const NumericForm&);
bool follows_amount_word(const Tokens&, std::size_t at);
bool could_be_either(const NumericForm&);
bool follows_rating(const Tokens&, std::size_t at);
std::optional<Found> of_named_month(const Text&, std::size_t at, std::size_t next);
int full_year(int year, std::size_t width) { return width == 2 ? 2000 + year : year; }
std::size_t ordinal_at(const Tokens&, std::size_t at);
std::optional<Found> read_day_then_month(const Text&, std::size_t at);
std::optional<Found> read_month_then_day(const Text&, std::size_t at);
std::optional<Found> read_ordinal(const Text&, std::size_t at);
std::optional<Found> with_year(const Text&, unsigned month, int day, std::size_t at, std::size_t next);

} // namespace

std::optional<Found> read_numeric(const Text& text, std::size_t at) {
    const auto form = numeric_form(text.tokens, at);
    if (!form) return std::nullopt;
    if (form->parts == 2) return in_two_parts(text, at, *form);
    const auto day = in_three_parts(*form);
    return day ? std::optional{Found{*day, false, false, form->tokens}} : std::nullopt;
}

std::optional<Found> read_written(const Text& text, std::size_t at) {
    if (auto found = read_day_then_month(text, at)) return found;
    if (auto found = read_month_then_day(text, at)) return found;
    return read_ordinal(text, at);
}

bool is_ambiguous(const Tokens& all, std::size_t at) {
    const auto form = numeric_form(all, at);
    if (!form || !could_be_either(*form)) return false;
    if (form->parts == 3) return true;
    const bool padded = form->width[0] == 2 && form->width[1] == 2;
    return form->sign == '/' &&
           (padded || is_led(all, at) || (ends_clause(all, at + form->tokens) && !follows_rating(all, at)));
}

std::optional<EitherDay> either_day_at(const Tokens& all, std::size_t at) {
    if (!is_ambiguous(all, at)) return std::nullopt;
    const auto form = *numeric_form(all, at);
    const std::string year = form.parts == 3 ? " " + std::to_string(full_year(form.part[2], form.width[2])) : "";
    static constexpr std::array months = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
    const auto said = [&](int day, int month) {
        return std::to_string(day) + " " + months.at(static_cast<std::size_t>(month) - 1) + year;
    };
    return EitherDay{said(form.part[0], form.part[1]), said(form.part[1], form.part[0]), all[at].begin,
                     all[at + form.tokens - 1].end};
}

std::optional<Day> valid_day(int year, int month, int day) {
    if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const Day read{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                   std::chrono::day(static_cast<unsigned>(day))};
    return read.ok() ? std::optional{read} : std::nullopt;
}

std::optional<Day> nearest_year(const Text& text, int month, int day) {
    const int this_year = static_cast<int>(text.today.year());
    for (int away = 0; away <= 8; ++away) { // 29 February comes every four years, once in a while every eight
        const auto found = valid_day(text.look == Look::ahead ? this_year + away : this_year - away, month, day);
        if (found && (text.look == Look::ahead ? *found >= text.today : *found <= text.today)) return found;
    }
    return std::nullopt;
}

namespace {

std::optional<NumericForm> numeric_form(const Tokens& all, std::size_t at) {
    const bool inside = glued_at(all, at) && !is_one_of(sign_at(all, at - 1), {"(", ",", ";", ":", "-", "~", "\"", "'",
                                                                               "\u201C", "\u201D", "\u2019"});
    const bool after_digits = glued_at(all, at) && at >= 2 && all[at - 1].glued && !digits_at(all, at - 2).empty();
    if (inside || after_digits || !number_at(all, at)) return std::nullopt;
    NumericForm form;
    const std::string_view sign = glued_at(all, at + 1) ? sign_at(all, at + 1) : "";
    if (!is_one_of(sign, {".", "/", "-"})) return std::nullopt;
    form.sign = sign[0];
    while (form.parts < 3 && number_at(all, at + form.tokens)) {
        form.part[form.parts] = *number_at(all, at + form.tokens);
        form.width[form.parts++] = digits_at(all, at + form.tokens++).size();
        const bool goes_on = form.parts < 3 && glued_at(all, at + form.tokens) &&
                             sign_at(all, at + form.tokens) == sign && glued_at(all, at + form.tokens + 1) &&
                             number_at(all, at + form.tokens + 1);
        if (!goes_on) break;
        ++form.tokens;
    }
    const bool cut_short = glued_at(all, at + form.tokens) && sign_at(all, at + form.tokens) == sign &&
                           glued_at(all, at + form.tokens + 1) && number_at(all, at + form.tokens + 1);
    return form.parts < 2 || cut_short ? std::nullopt : std::optional{form};
}

std::optional<Day> in_three_parts(const NumericForm& form) {
    const auto& [first, second, third] = form.part;
    if (form.width[0] == 4 && form.sign != '.') return valid_day(first, second, third);
    const bool short_year = form.width[2] == 2 && form.sign != '-';
    if (form.width[0] > 2 || form.width[1] > 2 || (form.width[2] != 4 && !short_year)) return std::nullopt;
    if (could_be_either(form)) return std::nullopt;
    const int year = full_year(third, form.width[2]);
    const bool american = form.sign != '.' && second > 12;
    return american ? valid_day(year, first, second) : valid_day(year, second, first);
}

std::optional<Found> in_two_parts(const Text& text, std::size_t at, const NumericForm& form) {
    if (form.width[0] > 2 || form.width[1] > 2 || form.sign == '-') return std::nullopt;
    const bool dotted = form.sign == '.';
    const bool padded = form.width[0] == 2 && form.width[1] == 2;
    if (dotted ? !is_dotted_day(text, at, form) : could_be_either(form)) return std::nullopt;
    const bool all_week = form.part[0] == 24 && form.part[1] == 7; // "24/7"
    const bool alone = ends_clause(text.tokens, at + form.tokens) && !follows_rating(text.tokens, at);
    if (!dotted && !padded && !is_led(text.tokens, at) && (all_week || !alone)) return std::nullopt;
    const bool american = !dotted && form.part[1] > 12;
    const auto day =
        american ? nearest_year(text, form.part[0], form.part[1]) : nearest_year(text, form.part[1], form.part[0]);
    if (!day) return std::nullopt;
    const bool last_dot = dotted && glued_at(text.tokens, at + 3) && sign_at(text.tokens, at + 3) == ".";
    return Found{*day, false, false, form.tokens + (last_dot ? 1 : 0)};
}

// "27.11." is a day and "2.8." mostly the end of a sentence, unless something before it says otherwise.
bool is_dotted_day(const Text& text, std::size_t at, const NumericForm& form) {
    const Tokens& all = text.tokens;
    const bool last_dot = glued_at(all, at + 3) && sign_at(all, at + 3) == ".";
    const bool padded = form.width[0] == 2 && form.width[1] == 2;
    const bool led = is_led(all, at), begins = begins_clause(all, at);
    const bool after_word = padded && at > 0 && !word_at(all, at - 1).empty() && !follows_amount_word(all, at);
    const bool told =
        text.look == Look::back && at > 0 && !word_at(all, at - 1).empty() && !follows_amount_word(all, at);
    if (last_dot) return led || begins || after_word || (told && ends_clause(all, at + 4));
    if (!padded) return false;
    if (ends_clause(all, at + form.tokens)) return led || begins || (text.look == Look::back && after_word);
    const bool sentence_goes_on = continues_sentence(word_at(all, at + form.tokens));
    return sentence_goes_on && (led || begins || (text.look == Look::back && after_word));
}

bool follows_amount_word(const Tokens& all, std::size_t at) {
    return is_one_of(word_at(all, at - 1), {"to", "from", "than", "under", "below", "over", "above", "at", "of", "is",
                                            "are", "be", "currently", "eur", "usd", "cost", "costs", "price", "about"});
}

// "rated 9/10", "from 3/10 to 7/10": out of so many, not a day.
bool follows_rating(const Tokens& all, std::size_t at) {
    return at > 0 &&
           (follows_amount_word(all, at) ||
            is_one_of(word_at(all, at - 1), {"rated", "rating", "score", "scores", "scored", "gave", "gives"}));
}

bool could_be_either(const NumericForm& form) {
    const bool year_first = form.parts == 3 && form.width[0] == 4;
    if (form.sign == '.' || year_first || (form.parts == 3 && form.width[2] != 4 && form.width[2] != 2)) return false;
    const auto is_month = [](int n) { return n >= 1 && n <= 12; };
    return form.part[0] != form.part[1] && is_month(form.part[0]) && is_month(form.part[1]);
}

// How many tokens "27", "27th" or "27." takes; 0 when there is no day of a month.
std::size_t ordinal_at(const Tokens& all, std::size_t at) {
    const auto number = number_at(all, at);
    if (!number || *number < 1 || *number > 31 || digits_at(all, at).size() > 2) return 0;
    if (!glued_at(all, at + 1)) return 1;
    if (is_one_of(word_at(all, at + 1), {"st", "nd", "rd", "th"}) || sign_at(all, at + 1) == ".") return 2;
    return is_one_of(sign_at(all, at + 1), {",", ";", ")", "-", "!", "?"}) || month_at(all, at + 1) ? 1 : 0;
}

std::optional<Found> read_day_then_month(const Text& text, std::size_t at) {
    if (const auto spoken = spoken_ordinal(text.tokens, at)) { // "the twelfth of November"
        const std::size_t next = at + spoken->tokens + (word_at(text.tokens, at + spoken->tokens) == "of" ? 1 : 0);
        const auto month = month_at(text.tokens, next);
        return month ? with_year(text, *month, static_cast<int>(spoken->value), at, next + 1) : std::nullopt;
    }
    const std::size_t taken = ordinal_at(text.tokens, at);
    const bool part_of_number = glued_at(text.tokens, at) && at > 0 && sign_at(text.tokens, at - 1) != "(";
    if (taken == 0 || part_of_number) return std::nullopt;
    std::size_t next = at + taken;
    if (sign_at(text.tokens, next) == "-" || word_at(text.tokens, next) == "of") ++next;
    const auto month = month_at(text.tokens, next);
    return month ? with_year(text, *month, *number_at(text.tokens, at), at, next + 1) : std::nullopt;
}

std::optional<Found> read_month_then_day(const Text& text, std::size_t at) {
    const auto month = month_at(text.tokens, at);
    if (!month) return std::nullopt;
    std::size_t next = at + 1;
    if (sign_at(text.tokens, next) == "." && glued_at(text.tokens, next)) ++next;
    if (word_at(text.tokens, next) == "the") ++next;
    const std::size_t taken = ordinal_at(text.tokens, next);
    if (taken == 0) return std::nullopt;
    const bool full_stop = taken == 2 && sign_at(text.tokens, next + 1) == ".";
    const std::size_t after = next + taken - (full_stop ? 1 : 0);
    return with_year(text, *month, *number_at(text.tokens, next), at, after);
}

std::optional<Found> with_year(const Text& text, unsigned month, int day, std::size_t at, std::size_t next) {
    const bool separated = is_one_of(sign_at(text.tokens, next), {",", "."}) && year_at(text.tokens, next + 1);
    const std::size_t year_place = next + (separated ? 1 : 0);
    const auto year = year_at(text.tokens, year_place);
    const auto found =
        year ? valid_day(*year, static_cast<int>(month), day) : nearest_year(text, static_cast<int>(month), day);
    if (!found) return std::nullopt;
    return Found{*found, false, false, (year ? year_place + 1 : next) - at};
}

// "the 27th", "on the 3rd"; but not "the 2nd floor".
std::optional<Found> read_ordinal(const Text& text, std::size_t at) {
    const bool has_suffix = ordinal_at(text.tokens, at) == 2 && !word_at(text.tokens, at + 1).empty();
    if (!has_suffix) return std::nullopt;
    if (auto found = of_named_month(text, at, at + 2)) return found;
    const bool the = at > 0 && word_at(text.tokens, at - 1) == "the";
    const bool led = is_led(text.tokens, at) || the;
    const bool goes_on = led && continues_sentence(word_at(text.tokens, at + 2));
    if (!ends_clause(text.tokens, at + 2) && !goes_on) return std::nullopt;
    if (!led && !begins_clause(text.tokens, at)) return std::nullopt;
    const std::chrono::year_month this_month{text.today.year(), text.today.month()};
    for (int away = 0; away <= 2; ++away) {
        const auto month = this_month + std::chrono::months{text.look == Look::ahead ? away : -away};
        const Day day = month / std::chrono::day(static_cast<unsigned>(*number_at(text.tokens, at)));
        const bool fits = text.look == Look::ahead ? day >= text.today : day <= text.today;
        if (day.ok() && fits) return Found{day, false, false, 2, false};
    }
    return std::nullopt;
}

// "the 3rd of next month"
std::optional<Found> of_named_month(const Text& text, std::size_t at, std::size_t next) {
    const std::string_view which = word_at(text.tokens, next + 1);
    if (word_at(text.tokens, next) != "of" || word_at(text.tokens, next + 2) != "month") return std::nullopt;
    const int step = which == "next" ? 1 : which == "last" ? -1 : 0;
    if (step == 0 && !is_one_of(which, {"this", "the"})) return std::nullopt;
    const auto month = std::chrono::year_month{text.today.year(), text.today.month()} + std::chrono::months{step};
    const Day day = month / std::chrono::day(static_cast<unsigned>(*number_at(text.tokens, at)));
    return day.ok() ? std::optional{Found{day, false, false, next + 3 - at, false}} : std::nullopt;
}

} // namespace
} // namespace vera::when
