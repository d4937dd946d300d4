#include "core/when.hpp"

#include "core/when_rules.hpp"

namespace vera {
namespace {

std::optional<when::Found> read_any_day(const when::Text&, std::size_t at);

} // namespace

std::optional<SpokenDay> find_day(std::string_view text, Day today, Look look) {
    const auto all = find_days(text, today, look);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

std::vector<SpokenDay> find_days(std::string_view text, Day today, Look look) {
    const Tokens parts = tokens(text);
    const when::Text reading{parts, today, look};
    std::vector<SpokenDay> days;
    for (std::size_t at = 0; at < parts.size();) {
        const auto found = read_any_day(reading, at);
        if (found) {
            const std::size_t last = at + found->tokens - 1;
            days.push_back({found->day, found->rough, parts[at].begin, parts[last].end, found->relative});
        }
        at += found ? found->tokens : 1;
    }
    return days;
}

bool ambiguous_day(std::string_view text) {
    const Tokens parts = tokens(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (when::is_ambiguous(parts, at)) return true;
    }
    return false;
}

namespace {

std::optional<when::Found> read_any_day(const when::Text& text, std::size_t at) {
    for (const auto rule :
         {when::read_numeric, when::read_written, when::read_counted, when::read_weekday, when::read_period}) {
        if (auto found = rule(text, at)) return found;
    }
    return std::nullopt;
}

} // namespace
} // namespace vera
