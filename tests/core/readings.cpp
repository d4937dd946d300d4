#include "tests/core/readings.hpp"

namespace vera {

std::string read_result(std::string_view text) {
    const auto measure = read_measure(text, monday);
    if (!measure) return "nothing";
    const auto number = [](const std::optional<double>& value) {
        if (!value) return std::string{"-"};
        Measure plain;
        plain.to = value;
        const std::string said = say_measure(plain, monday);
        return said.starts_with("to ") ? said.substr(3) : said;
    };
    const auto or_dash = [](const std::string& part) { return part.empty() ? std::string{"-"} : part; };
    return or_dash(measure->metric) + " | " + number(measure->from) + " | " + number(measure->to) +
           (measure->percent_change ? " change" : "") + " | " + or_dash(measure->unit) + " | " +
           (measure->by ? iso_day(*measure->by) : "-");
}

std::string read_day(std::string_view text, Look look, Day today) {
    const auto found = find_day(text, today, look);
    return found ? iso_day(found->day) + (found->rough ? " rough" : "") : "none";
}

} // namespace vera
