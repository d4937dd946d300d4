#include "core/reading/when.hpp"

#include "core/reading/quotes.hpp"
#include "core/reading/when_rules.hpp"

namespace vera {
namespace {

std::optional<when::Found> read_any_day(const when::Text&, std::size_t at);
bool ends_step(const Tokens&, std::size_t at);

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
            days.push_back(
                {found->day, found->rough, parts[at].begin, parts[last].end, found->relative, found->counted});
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

std::optional<EitherDay> either_day(std::string_view text) {
    const Tokens parts = tokens(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (auto either = when::either_day_at(parts, at)) return either;
    }
    return std::nullopt;
}

std::optional<SpokenDay> find_due(std::string_view text, Day today) {
    const auto days = find_days(text, today, Look::ahead);
    if (days.empty()) return std::nullopt;
    const Tokens parts = tokens(text);
    std::size_t at = 0;
    for (const SpokenDay& day : days) { // the first with "by", as long as no other step begins before it
        for (; at < parts.size() && parts[at].begin < day.begin; ++at) {
            if (parts[at].begin >= days.front().end && ends_step(parts, at)) return days.front();
        }
        if (at > 0 && is_one_of(word_at(parts, at - 1), {"by", "until", "till", "latest"})) return day;
        if (at > 1 && word_at(parts, at - 1) == "the" && word_at(parts, at - 2) == "by") return day;
    }
    return days.front();
}

std::optional<SpokenDay> find_said(std::string_view text, Day today) {
    const auto quoted = quotes(text);
    auto quote = quoted.begin();
    for (const SpokenDay& day : find_days(text, today, Look::back)) {
        while (quote != quoted.end() && quote->end <= day.begin) ++quote;
        if (quote == quoted.end() || day.end <= quote->begin) return day;
    }
    return std::nullopt;
}

namespace {

bool ends_step(const Tokens& all, std::size_t at) {
    const bool full_stop = sign_at(all, at) == "." && !glued_at(all, at + 1);
    return full_stop || is_one_of(sign_at(all, at), {",", ";", "!", "?"}) ||
           is_one_of(word_at(all, at), {"then", "and"});
}

std::optional<when::Found> read_any_day(const when::Text& text, std::size_t at) {
    if (text.tokens[at].kind == Token::Kind::sign) return std::nullopt;
    for (const auto rule : {when::read_numeric, when::read_written, when::read_counted, when::read_weekday,
                            when::read_period, when::read_feast}) {
        if (auto found = rule(text, at)) return found;
    }
    return std::nullopt;
}

} // namespace
} // namespace vera
