// Two Results in one text: where the second begins.
#include "core/reading/measure.hpp"
#include "core/reading/measure_parts.hpp"
#include "core/text.hpp"

namespace vera {
namespace {

constexpr std::size_t most_results = 8, longest_split = 2'000; // bytes; a Result has at most limits::fact_text

struct Piece {
    std::size_t begin = 0, end = 0; // bytes
    bool firm = false;              // behind a semicolon, a full stop or a line end
};
std::vector<Piece> pieces(std::string_view text);
struct Fact {
    bool change = false, target = false; // two numbers or a change in percent; or one number
    bool metric = false, direction = false;
};
Fact fact_in(std::string_view piece, Day today);
bool stands_alone(const Fact& before, const Fact& fact, bool firm);

} // namespace

std::vector<std::string_view> results_in(std::string_view text, Day today) {
    if (text.size() > longest_split) return {trim(text)};
    const std::vector<Piece> all = pieces(text);
    if (all.size() < 2 || all.size() > 64) return {trim(text)};
    std::vector<Piece> results{all.front()};
    Fact before = fact_in(text.substr(all[0].begin, all[0].end - all[0].begin), today);
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Fact fact = fact_in(text.substr(all[i].begin, all[i].end - all[i].begin), today);
        if (results.size() < most_results && stands_alone(before, fact, all[i].firm)) {
            results.push_back(all[i]);
            before = fact;
            continue;
        }
        results.back().end = all[i].end;
        if (!before.change) {
            const Fact both = fact_in(text.substr(results.back().begin, all[i].end - results.back().begin), today);
            before = {both.change, both.target || before.target, both.metric || before.metric, false};
        }
    }
    std::vector<std::string_view> found;
    for (const Piece& piece : results) found.push_back(trim(text.substr(piece.begin, piece.end - piece.begin)));
    return found;
}

namespace {

std::vector<Piece> pieces(std::string_view text) {
    std::vector<Piece> found(1);
    const Tokens all = tokens(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        const std::string_view sign = sign_at(all, at);
        const bool line_end =
            at > 0 && text.substr(all[at - 1].end, all[at].begin - all[at - 1].end).find('\n') != text.npos;
        const bool stop = sign == ";" || (sign == "." && at + 1 < all.size() && !glued_at(all, at + 1));
        const bool soft = is_one_of(word_at(all, at), {"and", "plus", "also"}) || is_one_of(sign, {"&", "+"}) ||
                          (sign == "," && !glued_at(all, at + 1));
        if (!line_end && !stop && !soft) continue;
        found.back().end = line_end ? all[at - 1].end : all[at].begin;
        found.push_back({line_end ? all[at].begin : all[at].end, 0, line_end || stop});
    }
    found.back().end = text.size();
    return found;
}

Fact fact_in(std::string_view piece, Day today) {
    const auto measure = measuring::read_one(piece, today);
    if (!measure || !measure->to) return {};
    const bool change = measure->from || measure->percent_change;
    return {change, !change, !measure->metric.empty(), measure->direction};
}

// "today 61 hours; goal 30" is one Result, and so is "14 hours, now 41": what follows must say what it measures.
bool stands_alone(const Fact& before, const Fact& fact, bool firm) {
    if (!fact.metric) return false;
    if (fact.change) return before.change || (firm && before.target && before.metric);
    return (firm || fact.direction) && fact.target && (before.change || (before.target && before.metric));
}

} // namespace
} // namespace vera
