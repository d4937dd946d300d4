#include "core/measure.hpp"

#include "core/measure_parts.hpp"

#include <algorithm>
#include <cmath>

namespace vera {
namespace {

Way leading_verb(const Tokens&);
std::string with_blank(const std::string& text) { return text.empty() || text[0] == '/' ? text : " " + text; }

} // namespace

std::optional<Measure> read_measure(std::string_view text, Day today) {
    const measuring::Line line = measuring::read_line(text, today);
    Measure measure;
    measure.by = line.by;
    measure.direction = line.way != Way::none;
    if (const auto pair = measuring::find_pair(line)) {
        measure.from = pair->from;
        measure.to = pair->to;
        measure.unit = pair->unit;
        measure.metric = measuring::metric_before(line, pair->begin);
        if (measure.metric.empty()) measure.metric = measuring::metric_after(line, pair->end);
        return measure;
    }
    if (const auto single = measuring::find_single(line)) {
        measure.to = single->to;
        measure.percent_change = single->percent_change;
        measure.direction = measure.direction || single->direction;
        measure.unit = single->unit;
        measure.metric = single->metric;
        return measure;
    }
    if (!measure.by && !measure.direction) return std::nullopt;
    std::size_t end = line.tokens.size();
    while (end > 0 && sign_at(line.tokens, end - 1) == ";") --end; // the day was there
    measure.metric = measuring::metric_before(line, end);
    return measure;
}

MeasureDoubt doubt(const Measure& measure, std::string_view text, Day today) {
    const measuring::Line line = measuring::read_line(text, today);
    const Way verb = leading_verb(line.tokens);
    if (measure.from && measure.to && !measure.percent_change) {
        const bool wrong =
            verb == Way::less ? *measure.to > *measure.from : verb == Way::more && *measure.to < *measure.from;
        if (wrong) return MeasureDoubt::wrong_way;
    }
    if (measure.by && *measure.by < today) return MeasureDoubt::past;
    const auto pair = measuring::find_pair(line);
    if (pair && pair->units_differ) return MeasureDoubt::units_differ;
    return measure.percent_change && !measure.from ? MeasureDoubt::no_base : MeasureDoubt::none;
}

std::string say_measure(const Measure& measure, Day today) {
    std::string out;
    if (measure.to && measure.percent_change) {
        const char* way = !measure.direction ? "" : *measure.to < 0 ? " lower" : " higher";
        out = say_number(std::abs(*measure.to)) + " %" + way;
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

// "We want to reduce ...": only what the sentence begins with says which way its numbers should go.
Way leading_verb(const Tokens& all) {
    for (std::size_t at = 0; at < all.size() && is_filler(word_at(all, at)); ++at) {
        if (is_change_verb(word_at(all, at))) return way_of(word_at(all, at));
    }
    return Way::none;
}

} // namespace
} // namespace vera
