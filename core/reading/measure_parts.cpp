#include "core/reading/measure_parts.hpp"

#include "core/reading/number_words.hpp"
#include "core/reading/when.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace vera::measuring {
namespace {

constexpr std::size_t longest_metric = 60, longest_unit = 40; // characters
constexpr std::size_t most_unit_words = 4, most_metric_words = 8;

void drop_list_number(Tokens&);
bool tells_fact(const Token&);
bool is_due_day(const Tokens&, std::size_t at, const SpokenDay&, bool fact_before);
bool sets_term(const Tokens&, const VagueDay&);
Tokens without_days(Tokens, const std::vector<SpokenDay>&);
Way way_in(const Tokens&);
bool ends_metric(const Line&, std::size_t begin, std::size_t end);
Way turn_of(const Tokens&, std::size_t at);
// "supplier audits", but not "%", "EUR" or "man days"
bool is_countable(std::string_view text) {
    const Tokens all = tokens(text);
    const bool unit = std::ranges::any_of(all, [](const Token& token) { return is_known_unit(token.text); });
    return !unit && !all.empty() && all.back().kind == Token::Kind::word && all.back().text.size() > 3;
}
bool is_period(std::string_view word) { return is_one_of(word, {"quarter", "shift", "term", "night"}); }
bool is_noun_of_change(std::string_view word) {
    return is_one_of(word, {"save", "saves", "saving", "savings", "growth", "reduction"});
}
bool is_time_way(Way way) { return way == Way::less_time || way == Way::more_time; }
std::string_view first_word(std::string_view unit) { return unit.substr(0, unit.find_first_of(" /")); }
bool in_compound(const Tokens&, std::size_t at);
bool leads_to_day(std::string_view word);
std::size_t words_end(const Line&, std::size_t at, std::size_t most);
bool goes_on(const Line&, std::size_t at);
bool ends_clause_here(const Line&, std::size_t at);

} // namespace

Line read_line(std::string_view text, Day today) {
    Line line{text, {}, {}, {}, Way::none};
    Tokens all = tokens(text);
    drop_list_number(all);
    auto days = find_days(text, today, Look::ahead);
    std::erase_if(days, [&, at = std::size_t{0}, fact = false](const SpokenDay& day) mutable {
        for (; at < all.size() && all[at].begin < day.begin; ++at) fact = fact || tells_fact(all[at]);
        return !is_due_day(all, at, day, fact);
    });
    if (!days.empty()) line.by = days.back().day;
    if (const auto vague = vague_day(text); vague && days.empty() && sets_term(all, *vague)) {
        days.push_back({today, true, vague->begin, vague->end, false, false});
    }
    line.tokens = without_days(std::move(all), days);
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
        std::size_t words = words_end(line, end, slash || each ? 1 : 2);
        const bool one = goes_on(line, words) || is_known_unit(word_at(all, end)) || is_period(word_at(all, end));
        if (words == end + 2 && one && digits_at(all, end - 1).empty()) words = end + 1; // "per ship waiting time"
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
    while (end > begin && !ends_metric(line, begin, end)) --end;
    const std::size_t first = begin;
    while (begin < end &&
           ((is_filler(word_at(all, begin)) && !in_compound(all, begin)) || !sign_at(all, begin).empty()))
        ++begin;
    const bool noun = begin == end && end > first &&
                      is_one_of(word_at(all, end - 1), {"savings", "growth", "reduction"}); // "savings from 10k"
    const std::string metric = joined(line, noun ? end - 1 : begin, end);
    return has_letter_or_digit(metric) ? shorten(metric, longest_metric) : "";
}

std::string metric_after(const Line& line, std::size_t begin) {
    const auto of_change = [&](std::size_t at) { // "15 % reduction in cost"
        return word_at(line.tokens, at) == "in" && at > 0 && way_of(word_at(line.tokens, at - 1)) != Way::none;
    };
    while (begin < line.tokens.size() && (is_filler(word_at(line.tokens, begin)) || of_change(begin))) ++begin;
    const std::size_t end = words_end(line, begin, most_metric_words);
    return shorten(read_per(line, end, joined(line, begin, end)).text, longest_metric);
}

Way way_around(const Line& line, const Pair& pair) {
    std::size_t begin = pair.begin, end = pair.end;
    while (begin > 0 && !ends_clause_here(line, begin - 1)) --begin;
    while (end < line.tokens.size() && !ends_clause_here(line, end)) ++end;
    Way found = Way::none;
    for (std::size_t at = begin; at < end; ++at) {
        const std::string_view word = word_at(line.tokens, at);
        Way way = turn_of(line.tokens, at);
        if (is_time_way(way)) way = is_unit_of_time(first_word(pair.unit)) ? of_amount(way) : Way::none;
        const bool said = turn_of(line.tokens, at) != Way::none;
        // "orders with more lines": in the middle of a metric it compares nothing.
        const std::string_view left = at > begin ? word_at(line.tokens, at - 1) : "";
        const bool inside = is_one_of(word, {"more", "less", "fewer"}) && !left.empty() && !is_filler(left);
        if (!said || is_noun_of_change(word) || inside || word_at(line.tokens, at + 1) == "than" ||
            in_compound(line.tokens, at))
            continue;
        if (way != Way::none && found != Way::none && way != found) return Way::none;
        if (way != Way::none) found = way;
    }
    return found;
}

std::string metric_behind(const Line& line, std::size_t begin) {
    if (sign_at(line.tokens, begin) != ",") return metric_after(line, begin);
    std::size_t end = begin + 1;
    while (end < line.tokens.size() && end < begin + 1 + most_metric_words && !ends_clause_here(line, end) &&
           sign_at(line.tokens, end) != ",")
        ++end;
    std::size_t first = begin + 1;
    while (first < end && is_filler(word_at(line.tokens, first))) ++first;
    const std::string metric = joined(line, first, end); // "from 61 to 30 h, downtime on line 4"
    return has_letter_or_digit(metric) ? shorten(metric, longest_metric) : "";
}

void split_unit(std::string& unit, std::string& metric) {
    const std::size_t at = std::min(unit.find(" per "), unit.find('/'));
    if (!metric.empty() || at == std::string::npos || at == 0) return;
    if (!is_countable(std::string_view(unit).substr(0, at))) return;
    metric = std::string(trim(std::string_view(unit).substr(0, at)));
    unit = std::string(trim(std::string_view(unit).substr(at)));
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

void drop_list_number(Tokens& all) { // "1) waiting time"
    if (!digits_at(all, 0).empty() && sign_at(all, 1) == ")") all.erase(all.begin(), all.begin() + 2);
}

bool tells_fact(const Token& token) {
    return token.kind == Token::Kind::number || way_of(token.text) != Way::none || number_word(token.text) ||
           is_one_of(token.text, {"double", "halve", "half", "third", "quarter", "zero", "no"});
}

// "billed within 3 days" and "stock-outs on Friday" belong to what is measured; a date always sets the term,
// a weekday does behind "by", and both do behind the numbers: "14 to 11 h in two weeks".
bool is_due_day(const Tokens& all, std::size_t at, const SpokenDay& day, bool fact_before) {
    if (!day.relative && !day.counted) return true;
    std::size_t before = at;
    while (before > 0 && is_one_of(word_at(all, before - 1), {"the", "latest"})) --before;
    const std::string_view lead = before > 0 ? word_at(all, before - 1) : "";
    if (is_one_of(lead, {"by", "until", "till", "before", "due"})) return true;
    std::size_t next = at;
    while (next < all.size() && all[next].begin < day.end) ++next;
    const bool ends = next >= all.size() || is_one_of(sign_at(all, next), {",", ";", ".", ":", "!"});
    if (at == 0) return ends || (day.rough && day.counted); // "within 6 months from 4.8 to 3"
    const bool takes_so_long = lead.size() > 3 && lead.ends_with("ed");
    const bool done_within = takes_so_long || is_one_of(lead, {"paid", "done", "sent", "shipped", "out", "answers"});
    return fact_before && ends && (!day.counted || !done_within);
}

// At one end of the line or behind "by"; else it belongs to what is measured.
bool sets_term(const Tokens& all, const VagueDay& vague) {
    const bool by = vague.words.starts_with("by ") || vague.words.starts_with("By ");
    return by || all.empty() || vague.begin <= all.front().begin || vague.end >= all.back().end;
}

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
        if (way != Way::none && word_at(all, at + 1) != "than" && !in_compound(all, at)) return way;
    }
    return Way::none;
}

// Whether the token before `end` belongs to the metric and not to the number: "waiting time should drop to".
bool ends_metric(const Line& line, std::size_t begin, std::size_t end) {
    const std::string_view word = word_at(line.tokens, end - 1), sign = sign_at(line.tokens, end - 1);
    if (!sign.empty()) return is_one_of(sign, {")", "%"});
    const bool turns = way_of(word) != Way::none && end - 1 > begin && !in_compound(line.tokens, end - 1);
    return !is_before_number(word) && !turns;
}

// The way that a word says, and "up from", "down to".
Way turn_of(const Tokens& all, std::size_t at) {
    const std::string_view word = word_at(all, at), next = word_at(all, at + 1);
    if (word == "down" && is_one_of(next, {"from", "to"})) return Way::less;
    if (word == "up" && next == "from") return Way::more;
    return way_of(word);
}

// "drop-out", "cut-off"
bool in_compound(const Tokens& all, std::size_t at) {
    const bool before = at > 0 && sign_at(all, at - 1) == "-" && glued_at(all, at);
    return before || (sign_at(all, at + 1) == "-" && glued_at(all, at + 1) && glued_at(all, at + 2));
}

bool leads_to_day(std::string_view word) {
    return is_one_of(word, {"by", "latest", "within", "the", "until", "till", "before", "on", "in", "due", "latest"});
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
