// What is meant as a time but is no day: "by summer", "end of FY", "soon". Found so that it can be asked.
#include "core/reading/when_rules.hpp"

namespace vera {
namespace {

struct Span {
    std::size_t first = 0, next = 0; // tokens
};
std::optional<Span> season_at(const Tokens&, std::size_t at);
std::optional<Span> fiscal_year_at(const Tokens&, std::size_t at);
std::optional<Span> phrase_at(const Tokens&, std::size_t at);
std::size_t lead_before(const Tokens&, std::size_t at);

} // namespace

std::optional<VagueDay> vague_day(std::string_view text) {
    const Tokens all = tokens(text);
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (const auto rule : {season_at, fiscal_year_at, phrase_at}) {
            const auto span = rule(all, at);
            if (!span) continue;
            const std::size_t begin = all[span->first].begin, end = all[span->next - 1].end;
            return VagueDay{text.substr(begin, end - begin), begin, end};
        }
    }
    return std::nullopt;
}

namespace {

// "by summer", "this winter", "late spring 2027", "winter 2027/28"; but not "winter tyres" or "fall to 3".
std::optional<Span> season_at(const Tokens& all, std::size_t at) {
    if (!is_one_of(word_at(all, at), {"spring", "summer", "autumn", "fall", "winter"})) return std::nullopt;
    const std::size_t first = lead_before(all, at);
    std::size_t next = at + 1;
    const bool year = digits_at(all, next).size() == 4;
    if (year) next += sign_at(all, next + 1) == "/" && !digits_at(all, next + 2).empty() ? 3 : 1;
    const bool alone = when::begins_clause(all, at) && when::ends_clause(all, next);
    const bool of_them = is_one_of(word_at(all, next), {"term", "break", "holidays", "season", "semester"});
    if (first == at && !alone && !year) return std::nullopt;
    return Span{first, next + (of_them ? 1 : 0)};
}

std::optional<Span> fiscal_year_at(const Tokens& all, std::size_t at) {
    const bool spelled = is_one_of(word_at(all, at), {"fiscal", "financial", "business", "budget"}) &&
                         is_one_of(word_at(all, at + 1), {"year", "quarter"});
    if (!spelled && word_at(all, at) != "fy") return std::nullopt;
    const std::size_t next = at + (spelled ? 2 : 1);
    const std::size_t first = lead_before(all, at);
    if (spelled && first == at && !when::ends_clause(all, next)) return std::nullopt; // "budget year planning"
    const bool year = !digits_at(all, next).empty();
    return Span{first, next + (year ? 1 : 0)};
}

std::optional<Span> phrase_at(const Tokens& all, std::size_t at) {
    const auto word = [&](std::size_t n) { return word_at(all, at + n); };
    if (is_one_of(word(0), {"asap", "soon", "soonish", "shortly", "sometime", "someday", "eventually", "recently",
                            "lately", "tbd"})) {
        return Span{at, at + 1};
    }
    const bool other_day = word(0) == "the" && word(1) == "other" && word(2) == "day";
    const bool new_year = word(0) == "the" && word(1) == "new" && word(2) == "year";
    const bool coming = word(0) == "coming" && is_one_of(word(1), {"weeks", "months", "days"});
    const bool while_ago = word(0) == "a" && word(1) == "while" && word(2) == "ago";
    if (other_day || new_year || while_ago) return Span{lead_before(all, at), at + 3};
    if (coming) return Span{lead_before(all, at), at + 2};
    const bool go_live = word(0) == "go" && (word(1) == "live" || (sign_at(all, at + 1) == "-" && word(2) == "live"));
    const bool event = go_live || is_one_of(word(0), {"golive", "holidays", "holiday", "vacation"});
    const std::size_t first = lead_before(all, at);
    const std::size_t next = at + (go_live ? word(1) == "live" ? 2 : 3 : 1);
    if (!event || first == at || !when::ends_clause(all, next)) return std::nullopt;
    return Span{first, next};
}

// "by", "before the", "by the end of this", "in late", "2 months after".
std::size_t lead_before(const Tokens& all, std::size_t at) {
    std::size_t first = at;
    bool led = false;
    while (first > 0 && at - first < 6) {
        const std::string_view word = word_at(all, first - 1);
        const bool leads =
            is_one_of(word, {"by",    "before", "until",     "till",   "in",    "during", "over",  "after",
                             "since", "around", "this",      "next",   "last",  "late",   "early", "mid",
                             "end",   "start",  "beginning", "middle", "later", "for"});
        if (!leads && !is_one_of(word, {"the", "of", "our", "their"}) && sign_at(all, first - 1) != "-") break;
        led = led || leads;
        --first;
    }
    return led ? first : at;
}

} // namespace
} // namespace vera
