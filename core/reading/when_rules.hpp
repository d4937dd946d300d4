#pragma once
// The rules behind core/reading/when.hpp. Each looks at one place of the text and a few tokens on from there.
#include "core/reading/tokens.hpp"
#include "core/reading/when.hpp"

namespace vera::when {

struct Text {
    const Tokens& tokens;
    Day today;
    Look look = Look::ahead;
};
struct Found {
    Day day;
    bool rough = false;
    bool relative = false;
    std::size_t tokens = 0; // how many it takes
    bool counted = false;   // "in 3 days"
};
struct Week {
    Day monday;
    bool numbered = false;
    std::size_t tokens = 0;
};

std::optional<Found> read_numeric(const Text&, std::size_t at); // 2026-11-27, 27.11., 27/11/2026
std::optional<Found> read_written(const Text&, std::size_t at); // 27th of November 2026, Nov 27, the 27th
std::optional<Found> read_counted(const Text&, std::size_t at); // today, in two weeks, a month ago
std::optional<Found> read_weekday(const Text&, std::size_t at); // Fri, next Thursday, Fri 27 Nov
std::optional<Found> read_period(const Text&, std::size_t at);  // end of June, mid March, Q2 2027, next week

std::optional<Found> read_feast(const Text&, std::size_t at); // Christmas, Easter
std::optional<Week> read_week(const Text&, std::size_t at);   // next week, KW 49

bool is_ambiguous(const Tokens&, std::size_t at);
std::optional<EitherDay> either_day_at(const Tokens&, std::size_t at);

std::optional<unsigned> month_at(const Tokens&, std::size_t at); // 1..12
std::optional<int> year_at(const Tokens&, std::size_t at);       // four digits of this century
std::optional<Day> valid_day(int year, int month, int day);
std::optional<Day> nearest_year(const Text&, int month, int day); // the next or the last such day
Day monday_of(Day day);                                           // of its week

// "by", "on", "until" before it; or nothing but punctuation on both sides.
bool is_led(const Tokens&, std::size_t at);
bool begins_clause(const Tokens&, std::size_t at);
bool ends_clause(const Tokens&, std::size_t next);
bool continues_sentence(std::string_view word); // "on the 3rd she": what comes is no noun

} // namespace vera::when
