#pragma once
// The pieces out of which core/reading/measure.hpp puts a Result together. Every piece looks only at the tokens
// it is about, so that a line of any length is read in one pass.
#include "core/influence.hpp"
#include "core/reading/measure_words.hpp"
#include "core/reading/quantity.hpp"
#include "core/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace vera::measuring {

struct Line {
    std::string_view text;
    Tokens tokens; // without days: where one stood, a ";" separates
    std::vector<Quantity> numbers;
    std::optional<Day> by; // the last day that was named
    Way way = Way::none;   // the first that was said, but for "less than" and "more than"
};
Line read_line(std::string_view text, Day today);
std::optional<Measure> read_one(std::string_view text, Day today); // of one Result alone

struct Unit {
    std::string text;
    std::size_t end = 0; // the token after it
    bool known = false;  // hours, days, ...: what follows is something else
};
Unit read_unit(const Line&, std::size_t at);
Unit read_per(const Line&, std::size_t at, std::string start); // only "per month", "of paid claims" after `start`

std::string metric_before(const Line&, std::size_t end);   // the words before a number
std::string metric_after(const Line&, std::size_t begin);  // the words after it
std::string metric_behind(const Line&, std::size_t begin); // and behind a comma
void split_unit(std::string& unit, std::string& metric);   // "audits per month" without a metric: audits, per month
std::string joined(const Line&, std::size_t begin, std::size_t end); // as typed

struct Pair { // two numbers, from one to the other
    double from = 0, to = 0;
    std::size_t begin = 0, end = 0;
    std::string unit; // empty when they differ
    bool units_differ = false;
};
std::optional<Pair> find_pair(const Line&);
Way way_around(const Line&, const Pair&); // which way its clause says that the number goes; none: not said, or both

struct Single { // a target, or a change in percent
    double to = 0;
    bool percent_change = false, direction = false;
    std::string unit, metric;
};
std::optional<Single> find_single(const Line&);

} // namespace vera::measuring
