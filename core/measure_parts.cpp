#include "core/measure_parts.hpp"

#include "core/text.hpp"
#include "core/when.hpp"

namespace vera::measuring {
namespace {

constexpr std::size_t longest_metric = 60, longest_unit = 40; // characters
constexpr std::size_t most_unit_words = 4, most_metric_words = 8;

Tokens without_days(Tokens, const std::vector<SpokenDay>&);
Way way_in(const Tokens&);
bool leads_to_day(std::string_view word);
std::size_t words_end(const Line&, std::size_t at, std::size_t most);
bool goes_on(const Line&, std::size_t at);
bool ends_clause_here(const Line&, std::size_t at);

} // namespace

Line read_line(std::string_view text, Day today) {
    Line line{text, {}, {}, {}, Way::none};
    auto days = find_days(text, today, Look::ahead);
    std::erase_if(days, [](const SpokenDay& day) { return day.relative; });
    if (!days.empty()) line.by = days.back().day;
    line.tokens = without_days(tokens(text), days);
    line.numbers = quantities(line.tokens);
    line.way = way_in(line.tokens);
    return line;
}

Unit read_unit(const Line& line, std::size_t at) {
    const Tokens& all = line.tokens;
    const bool kind_of = is_one_of(word_at(all, at), {"working", "business", "calendar", "man", "person"});
    const std::size_t place = at + (kind_of ? 1 : 0);
    const bool known = is_known_unit(word_at(all, place));
    const std::size_t end = known ? place + 1 : words_end(line, at, most_unit_words);
    Unit unit = read_per(line, end, joined(line, at, end));
    unit.known = known;
    return unit;
}

Unit read_per(const Line& line, std::size_t at, std::string start) {
    const Tokens& all = line.tokens;
    Unit unit{std::move(start), at, false};
    for (int parts = 0; parts < 2; ++parts) {
        const std::string_view word = word_at(all, unit.end);
        const bool slash = sign_at(all, unit.end) == "/";
        const bool each =
            is_one_of(word, {"a", "an", "each", "every"}) &&
            is_one_of(word_at(all, unit.end + 1), {"hour", "day", "week", "month", "quarter", "year", "shift"});
        if (!slash && !each && word != "per" && (word != "of" || unit.text.empty())) break;
        std::size_t end = unit.end + 1;
        if (!digits_at(all, end).empty()) ++end;
        const std::size_t words = words_end(line, end, slash || each ? 1 : 2);
        if (words == end) break;
        end = words;
        if (word == "per" && word_at(all, end) == "and" && !ends_unit(word_at(all, end + 1))) end += 2;
        if (!unit.text.empty() && !(slash && glued_at(all, unit.end))) unit.text += ' ';
        unit.text += each ? "per " + joined(line, unit.end + 1, end) : joined(line, unit.end, end);
        unit.end = end;
    }
    unit.text = shorten(unit.text, longest_unit);
    return unit;
}

std::string metric_before(const Line& line, std::size_t end) {
    const Tokens& all = line.tokens;
    // "report from day 9": the metric ends before "from".
    for (std::size_t back = 1; back <= 2 && back <= end; ++back) {
        if (word_at(all, end - back) == "from") end -= back;
    }
    std::size_t begin = end;
    while (begin > 0 && !ends_clause_here(line, begin - 1)) --begin;
    while (end > begin && (is_before_number(word_at(all, end - 1)) ||
                           (!sign_at(all, end - 1).empty() && !is_one_of(sign_at(all, end - 1), {")", "%"})))) {
        --end;
    }
    while (begin < end && (is_filler(word_at(all, begin)) || !sign_at(all, begin).empty())) ++begin;
    const std::string metric = joined(line, begin, end);
    return has_letter_or_digit(metric) ? shorten(metric, longest_metric) : "";
}

std::string metric_after(const Line& line, std::size_t begin) {
    while (begin < line.tokens.size() && is_filler(word_at(line.tokens, begin))) ++begin;
    const std::size_t end = words_end(line, begin, most_metric_words);
    return shorten(read_per(line, end, joined(line, begin, end)).text, longest_metric);
}

std::string joined(const Line& line, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t at = begin; at < end; ++at) {
        const Token& token = line.tokens[at];
        if (!out.empty() && !token.glued) out += ' ';
        out += line.text.substr(token.begin, token.end - token.begin);
    }
    return out;
}

namespace {

Tokens without_days(Tokens all, const std::vector<SpokenDay>& days) {
    Tokens kept;
    auto day = days.begin();
    std::size_t skipped_to = 0;
    for (Token& token : all) {
        if (day != days.end() && token.begin >= day->begin) {
            while (!kept.empty() && leads_to_day(kept.back().text)) kept.pop_back();
            kept.push_back({Token::Kind::sign, day->begin, day->begin, ";", false});
            skipped_to = day->end;
            ++day;
        }
        if (token.begin >= skipped_to) kept.push_back(std::move(token));
    }
    return kept;
}

Way way_in(const Tokens& all) {
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Way way = way_of(word_at(all, at));
        if (way != Way::none && word_at(all, at + 1) != "than") return way;
    }
    return Way::none;
}

bool leads_to_day(std::string_view word) {
    return is_one_of(word, {"by", "the", "until", "till", "before", "on", "in", "due", "latest"});
}

std::size_t words_end(const Line& line, std::size_t at, std::size_t most) {
    std::size_t end = at;
    for (std::size_t count = 0; count < most && goes_on(line, end); ++count) {
        ++end;
        const bool hyphen = sign_at(line.tokens, end) == "-" && glued_at(line.tokens, end) && goes_on(line, end + 1);
        if (hyphen && glued_at(line.tokens, end + 1)) end += 2;
    }
    return end;
}

bool goes_on(const Line& line, std::size_t at) { return !ends_unit(word_at(line.tokens, at)); }

// A full stop, unless it stands inside a word ("v.2"); a semicolon; a day that was cut out.
bool ends_clause_here(const Line& line, std::size_t at) {
    const std::string_view sign = sign_at(line.tokens, at);
    return is_one_of(sign, {";", "!", "?"}) || (sign == "." && !glued_at(line.tokens, at + 1));
}

} // namespace
} // namespace vera::measuring
