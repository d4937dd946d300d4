// One number alone: "zero high findings", "15 % lower", "under 20 per term", "halve the error rate".
#include "core/reading/measure_parts.hpp"

namespace vera::measuring {
namespace {

std::optional<Single> find_none(const Line&);
std::optional<Single> find_halving(const Line&);
struct Share {
    double percent = 0;
    std::size_t tokens = 0;
    bool behind = false;
};
Share share_at(const Line&, std::size_t at);
Share fraction_at(const Line&, std::size_t at);
std::optional<Single> as_percent_change(const Line&, const Quantity&);
std::optional<Single> as_points_change(const Line&, const Quantity&);
std::optional<Single> as_target(const Line&, const Quantity&);
bool is_base(const Line&, const Quantity&);
bool follows_target_word(const Line&, const Quantity&);
bool may_be_none(const Line&, std::size_t at);
bool is_bound(std::string_view word);
bool stands_for_itself(const Line&, const Quantity&);

} // namespace

std::optional<Single> find_single(const Line& line) {
    if (auto none = find_none(line)) return none;
    for (const Quantity& number : line.numbers) {
        if (number.clock || (number.spoken && !number.percent && !follows_target_word(line, number))) continue;
        if (auto change = as_percent_change(line, number)) return change;
        if (auto target = as_target(line, number)) return target;
    }
    return find_halving(line);
}

namespace {

// "zero" anywhere; "no" only where a list of words begins, since it mostly says something else.
std::optional<Single> find_none(const Line& line) {
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        const std::string_view word = word_at(line.tokens, at);
        const bool starts = at == 0 || word_at(line.tokens, at - 1) == "with";
        if (word != "zero" && !(word == "no" && starts && may_be_none(line, at + 1))) continue;
        const std::size_t begin = at + 1 + (word_at(line.tokens, at + 1) == "more" ? 1 : 0);
        const Unit unit = read_unit(line, begin);
        if (unit.text.empty() && word == "no") continue;
        return Single{0, false, false, unit.text, metric_before(line, at)};
    }
    return std::nullopt;
}

bool may_be_none(const Line& line, std::size_t at) {
    return !is_one_of(word_at(line.tokens, at),
                      {"",        "idea",   "clue",   "answer",  "number", "numbers", "result",
                       "results", "need",   "one",    "reason",  "way",    "doubt",   "change",
                       "info",    "matter", "thanks", "problem", "longer", "figures", "data"});
}

// "halve the errors", "cut scrap in half", "a third less waste", "twice as fast", "half the time"
std::optional<Single> find_halving(const Line& line) {
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        const Share share = share_at(line, at);
        if (share.tokens == 0) continue;
        const bool behind = share.behind; // what it is a share of stands before it: "cut scrap by a third"
        std::string metric = behind ? "" : metric_after(line, at + share.tokens);
        if (metric.empty()) metric = metric_before(line, at);
        return Single{share.percent, true, true, "%", metric};
    }
    return std::nullopt;
}

Share share_at(const Line& line, std::size_t at) {
    const Tokens& all = line.tokens;
    const std::string_view word = word_at(all, at), before = at > 0 ? word_at(all, at - 1) : "";
    if (is_one_of(word, {"halve", "halves", "halving", "halved"})) return {-50, 1, false};
    if (is_one_of(word, {"double", "doubles", "doubling", "doubled"})) return {100, 1, false};
    if (is_one_of(word, {"triple", "triples", "tripling", "tripled"})) return {200, 1, false};
    const bool as = word_at(all, at + 1) == "as";
    if (word == "twice" && (as || word_at(all, at + 1) == "the")) {
        const bool fast = as && is_one_of(word_at(all, at + 2), {"fast", "quick", "quickly"});
        return {fast ? -50.0 : 100.0, as ? 3u : 2u, fast};
    }
    const bool led = is_one_of(before, {"in", "by"});
    if (word == "half" && led) return {-50, 1, true};
    if (word == "half" && as) return {-50, 3, false};
    if (word == "half" && (at == 0 || word_at(all, at + 1) == "the") && is_one_of(word_at(all, at + 1), {"the", "of"}))
        return {-50, 2, false};
    return fraction_at(line, at);
}

// "a third less", "by two thirds", "a quarter of"
Share fraction_at(const Line& line, std::size_t at) {
    const Tokens& all = line.tokens;
    const std::string_view count = word_at(all, at), part = word_at(all, at + 1);
    const double times = is_one_of(count, {"a", "one"}) ? 1 : count == "two" ? 2 : count == "three" ? 3 : 0;
    const double share = is_one_of(part, {"third", "thirds"})       ? 33
                         : is_one_of(part, {"quarter", "quarters"}) ? 25
                         : is_one_of(part, {"fifth", "fifths"})     ? 20
                         : is_one_of(part, {"tenth", "half"})       ? part == "half" ? 50 : 10
                                                                    : 0;
    if (times == 0 || share == 0) return {};
    const Way adjacent = of_amount(way_of(word_at(all, at + 2)));
    const bool by = at > 0 && word_at(all, at - 1) == "by";
    const std::string_view turn = by && at > 1 ? word_at(all, at - 2) : "";
    const Way said = turn == "down" ? Way::less : turn == "up" ? Way::more : of_amount(line.way);
    const Way way = adjacent != Way::none ? adjacent : by ? said : Way::none;
    if (way == Way::none) return {};
    const double percent = share == 33 && times == 2 ? 67 : share * times;
    return {way == Way::less ? -percent : percent, adjacent != Way::none ? 3u : 2u, by};
}

std::optional<Single> as_percent_change(const Line& line, const Quantity& number) {
    if (!number.percent) return as_points_change(line, number);
    const std::string_view before = number.begin > 0 ? word_at(line.tokens, number.begin - 1) : "";
    const std::string_view after = word_at(line.tokens, number.end);
    const std::string_view turn = before == "by" && number.begin > 1 ? word_at(line.tokens, number.begin - 2) : before;
    const bool below = is_one_of(after, {"under", "below", "off", "down"}) || turn == "down";
    const bool above = is_one_of(after, {"above", "over", "up"}) || turn == "up";
    Way way = below ? Way::less : above ? Way::more : of_amount(way_of(after));
    const bool adjacent = way != Way::none;
    if (way == Way::none) way = of_amount(line.way);
    const bool change =
        number.with_sign || adjacent || before == "by" || (way != Way::none && !follows_target_word(line, number));
    if (!change) return std::nullopt;
    double to = number.value;
    if (!number.with_sign && way == Way::less) to = -to;
    const bool direction = number.with_sign || way == Way::less || way == Way::more;
    std::string metric = metric_before(line, number.begin);
    if (metric.empty() && !below && !above) metric = metric_after(line, number.end);
    return Single{to, true, direction, "%", metric};
}

// "5 percentage points more", "-3 pp"
std::optional<Single> as_points_change(const Line& line, const Quantity& number) {
    const std::string_view word = word_at(line.tokens, number.end);
    const bool long_form =
        is_one_of(word, {"percentage", "percent"}) && word_at(line.tokens, number.end + 1) == "points";
    if (word != "pp" && word != "ppt" && !long_form) return std::nullopt;
    const std::size_t end = number.end + (long_form ? 2 : 1);
    Way way = of_amount(way_of(word_at(line.tokens, end)));
    if (way == Way::none) way = of_amount(line.way);
    const double to = !number.with_sign && way == Way::less ? -number.value : number.value;
    std::string metric = metric_before(line, number.begin);
    if (metric.empty()) metric = metric_after(line, end);
    return Single{to, true, number.with_sign || way != Way::none, "percentage points", metric};
}

// A number after "by" or beside "save" is a difference, not where the number should end.
std::optional<Single> as_target(const Line& line, const Quantity& number) {
    const bool led = follows_target_word(line, number);
    const bool by = number.begin > 0 && word_at(line.tokens, number.begin - 1) == "by";
    const Unit unit = number.percent || !number.currency.empty()
                          ? read_per(line, number.end, number.percent ? "%" : number.currency)
                          : read_unit(line, number.end);
    const bool year = unit.text.empty() && number.value >= 2000 && number.value <= 2099;
    const bool difference = by || line.way != Way::none || way_of(word_at(line.tokens, unit.end)) != Way::none;
    if (year || (!led && is_base(line, number)) ||
        (!led && (difference || (unit.text.empty() && !stands_for_itself(line, number)))))
        return std::nullopt;
    std::string metric = metric_before(line, number.begin);
    const bool more_words = number.percent || !number.currency.empty() || unit.known;
    if (metric.empty() && more_words) metric = metric_after(line, unit.end);
    return Single{number.value, false, false, unit.text, metric};
}

bool follows_target_word(const Line& line, const Quantity& number) {
    const Tokens& all = line.tokens;
    const std::size_t after = read_unit(line, number.end).end;
    const bool bounded = (word_at(all, number.end) == "or" && is_bound(word_at(all, number.end + 1))) ||
                         (word_at(all, after) == "or" && is_bound(word_at(all, after + 1))) ||
                         is_one_of(word_at(all, after), {"max", "maximum", "tops"});
    if (bounded) return true;
    if (number.begin == 0) return false;
    const bool dot = sign_at(all, number.begin - 1) == "." && number.begin > 1;
    const std::size_t place = number.begin - (dot ? 2 : 1); // "max. 5"
    const std::string_view word = word_at(all, place), sign = sign_at(all, place);
    const std::string_view before = place > 0 ? word_at(all, place - 1) : "";
    if (dot) return is_one_of(word, {"max", "min"});
    if (word == "to") return before != "up";
    if (word == "than") return is_one_of(before, {"less", "more", "fewer", "lower", "higher", "longer", "later"});
    return is_one_of(word, {"under", "below", "over", "above", "max", "maximum", "min", "minimum", "least", "most",
                            "target", "goal", "be", "reach", "within"}) ||
           is_one_of(sign, {"<", ">", "=", "\xE2\x89\xA4", "\xE2\x89\xA5", "\xE2\x86\x92"});
}

bool is_bound(std::string_view word) {
    return is_one_of(word, {"less", "fewer", "lower", "under", "below", "more", "higher", "better", "faster"});
}

// "from 61", "currently 61": where it stands, not where it should end.
bool is_base(const Line& line, const Quantity& number) {
    if (means_now(word_at(line.tokens, number.end)) || means_now(word_at(line.tokens, number.end + 1))) return true;
    for (std::size_t back = 1; back <= 2 && back <= number.begin; ++back) {
        const std::string_view word = word_at(line.tokens, number.begin - back);
        if (word == "from" || means_now(word)) return true;
    }
    return false;
}

// Alone in its clause: "16", "waiting time: 14".
bool stands_for_itself(const Line& line, const Quantity& number) {
    const bool begins = number.begin == 0 || is_one_of(sign_at(line.tokens, number.begin - 1), {",", ":", ";", "("});
    const bool ends = number.end >= line.tokens.size() || !sign_at(line.tokens, number.end).empty();
    return begins && ends;
}

} // namespace
} // namespace vera::measuring
