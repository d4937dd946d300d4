#include "core/result.hpp"

namespace vera {
namespace {

bool has_target(const Measure& m) { return m.to.has_value() && !m.percent_change; }
bool is_yes_or_no(const Measure&);

} // namespace

Quality quality(const Measure& measure) {
    const bool pair = has_target(measure) && measure.from && !measure.unit.empty();
    if (pair || is_yes_or_no(measure)) return measure.by ? Quality::m4 : Quality::m3;
    if (measure.to || measure.from) return Quality::m2;
    if (measure.by && !measure.metric.empty()) return Quality::m2; // "audit passed by 1 March"
    return measure.direction ? Quality::m1 : Quality::m0;
}

Quality quality(const Result& result) {
    const Quality measured = quality(result.measure);
    const bool owned = result.whose.is(Whose::theirs) && !result.read_in.empty();
    return measured == Quality::m4 && owned ? Quality::m5 : measured;
}

bool is_solid(const Result& result) {
    return result.asked == Asked::answered && quality(result.measure) >= Quality::m3 && !result.whose.is(Whose::ours);
}

namespace {

// "No high finding open": the number it starts from says nothing more.
bool is_yes_or_no(const Measure& measure) {
    return has_target(measure) && *measure.to == 0 && (!measure.unit.empty() || !measure.metric.empty());
}

} // namespace
} // namespace vera
