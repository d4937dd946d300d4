#include "core/reading/measure.hpp"

#include "core/reading/measure_parts.hpp"
#include "core/reading/when.hpp"

#include <algorithm>
#include <cmath>

namespace vera {
namespace {

Day months_after(Day, int months);
std::string with_blank(const std::string& text) { return text.empty() || text[0] == '/' ? text : " " + text; }

} // namespace

std::optional<Measure> read_measure(std::string_view text, Day today) {
    const auto results = results_in(text, today);
    auto measure = measuring::read_one(results.front(), today);
    if (measure && !measure->by && results.size() > 1) { // "14 to 11 h and re-handles 1.9 to 1.5 by June"
        const auto last = measuring::read_one(results.back(), today);
        if (last) measure->by = last->by;
    }
    return measure;
}

std::optional<Measure> measuring::read_one(std::string_view text, Day today) {
    const Line line = read_line(text, today);
    Measure measure;
    measure.by = line.by;
    measure.direction = line.way != Way::none;
    if (const auto pair = find_pair(line)) {
        measure.from = pair->from;
        measure.to = pair->to;
        measure.unit = pair->unit;
        measure.metric = metric_before(line, pair->begin);
        if (measure.metric.empty()) measure.metric = metric_behind(line, pair->end);
        split_unit(measure.unit, measure.metric);
        return measure;
    }
    if (const auto single = find_single(line)) {
        measure.to = single->to;
        measure.percent_change = single->percent_change;
        measure.direction = measure.direction || single->direction;
        measure.unit = single->unit;
        measure.metric = single->metric;
        if (!single->percent_change) split_unit(measure.unit, measure.metric);
        return measure;
    }
    if (!measure.by && !measure.direction) return std::nullopt;
    std::size_t end = line.tokens.size();
    while (end > 0 && sign_at(line.tokens, end - 1) == ";") --end; // the day was there
    measure.metric = metric_before(line, end);
    return measure;
}

MeasureDoubt doubt(const Measure& measure, std::string_view text, Day today) {
    const measuring::Line line = measuring::read_line(results_in(text, today).front(), today);
    const auto pair = measuring::find_pair(line);
    if (measure.from && measure.to && !measure.percent_change) {
        const Way way = pair ? measuring::way_around(line, *pair) : Way::none;
        const bool wrong =
            way == Way::less ? *measure.to > *measure.from : way == Way::more && *measure.to < *measure.from;
        if (wrong) return MeasureDoubt::wrong_way;
    }
    if (measure.by && *measure.by < today) return MeasureDoubt::past;
    if (measure.by && *measure.by > months_after(today, most_months_ahead)) return MeasureDoubt::too_far;
    if (!measure.by && ambiguous_day(text)) return MeasureDoubt::ambiguous_day;
    if (pair && pair->units_differ) return MeasureDoubt::units_differ;
    if (!measure.by && vague_day(text)) return MeasureDoubt::vague_day;
    return measure.percent_change && !measure.from ? MeasureDoubt::no_base : MeasureDoubt::none;
}

std::string say_measure(const Measure& measure, Day today) {
    std::string out;
    if (measure.to && measure.percent_change) {
        const char* way = !measure.direction ? "" : *measure.to < 0 ? " lower" : " higher";
        const bool points = !measure.unit.empty() && measure.unit != "%";
        out = say_number(std::abs(*measure.to)) + " " + (points ? measure.unit : "%") + way;
    } else if (measure.to) {
        out = measure.from ? say_number(*measure.from) + " to " : *measure.to == 0 ? "" : "to ";
        out += say_number(*measure.to) + with_blank(measure.unit);
    }
    if (!measure.metric.empty()) {
        const bool none = measure.to && *measure.to == 0 && !measure.from;
        out = out.empty() ? measure.metric : measure.metric + (none ? ": " : " ") + out;
    }
    if (measure.by) out += (out.empty() ? "by " : ", by ") + say_day(*measure.by, today);
    return out;
}

namespace {

Day months_after(Day day, int months) {
    const auto month = std::chrono::year_month{day.year(), day.month()} + std::chrono::months{months};
    const Day same = month / day.day();
    return same.ok() ? same : Day{month / std::chrono::last};
}

} // namespace
} // namespace vera
