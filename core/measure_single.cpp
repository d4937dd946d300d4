// One number alone: "zero high findings", "15 % lower", "under 20 per term", "halve the error rate".
#include "core/measure_parts.hpp"

namespace vera::measuring {
namespace {

std::optional<Single> find_none(const Line&);
std::optional<Single> find_halving(const Line&);
std::optional<Single> as_percent_change(const Line&, const Quantity&);
std::optional<Single> as_target(const Line&, const Quantity&);
bool follows_target_word(const Line&, const Quantity&);
bool may_be_none(const Line&, std::size_t at);
bool stands_for_itself(const Line&, const Quantity&);

} // namespace

std::optional<Single> find_single(const Line& line) {
    if (auto none = find_none(line)) return none;
    for (const Quantity& number : line.numbers) {
        if (number.clock) continue;
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

std::optional<Single> find_halving(const Line& line) {
    struct Word {
        std::string_view word;
        double percent;
    };
    static constexpr Word words[] = {{"halve", -50},  {"halves", -50},  {"halving", -50},  {"halved", -50},
                                     {"double", 100}, {"doubles", 100}, {"doubling", 100}, {"doubled", 100},
                                     {"triple", 200}, {"tripling", 200}};
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        const std::string_view word = word_at(line.tokens, at);
        const bool by_half = word == "half" && at > 0 && is_one_of(word_at(line.tokens, at - 1), {"in", "by"});
        const bool half_the = word == "half" && at == 0 && is_one_of(word_at(line.tokens, 1), {"the", "as", "of"});
        double percent = by_half || half_the ? -50 : 0;
        for (const Word& known : words) percent = word == known.word ? known.percent : percent;
        if (percent == 0) continue;
        std::string metric = by_half ? "" : metric_after(line, at + 1);
        if (metric.empty()) metric = metric_before(line, at);
        return Single{percent, true, true, "%", metric};
    }
    return std::nullopt;
}

std::optional<Single> as_percent_change(const Line& line, const Quantity& number) {
    if (!number.percent) return std::nullopt;
    const std::string_view before = number.begin > 0 ? word_at(line.tokens, number.begin - 1) : "";
    const std::string_view after = word_at(line.tokens, number.end);
    const bool below = is_one_of(after, {"under", "below", "off"}), above = is_one_of(after, {"above", "over"});
    Way way = below ? Way::less : above ? Way::more : way_of(after);
    const bool adjacent = way != Way::none;
    if (way == Way::none || way == Way::some) way = line.way == Way::none ? way : line.way;
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

// A number after "by" or beside "save" is a difference, not where the number should end.
std::optional<Single> as_target(const Line& line, const Quantity& number) {
    const bool led = follows_target_word(line, number);
    const bool by = number.begin > 0 && word_at(line.tokens, number.begin - 1) == "by";
    const Unit unit = number.percent || !number.currency.empty()
                          ? read_per(line, number.end, number.percent ? "%" : number.currency)
                          : read_unit(line, number.end);
    const bool year = unit.text.empty() && number.value >= 2000 && number.value <= 2099;
    const bool difference = by || line.way != Way::none || way_of(word_at(line.tokens, unit.end)) != Way::none;
    if (year || (!led && (difference || (unit.text.empty() && !stands_for_itself(line, number))))) return std::nullopt;
    std::string metric = metric_before(line, number.begin);
    const bool more_words = number.percent || !number.currency.empty() || unit.known;
    if (metric.empty() && more_words) metric = metric_after(line, unit.end);
    return Single{number.value, false, false, unit.text, metric};
}

bool follows_target_word(const Line& line, const Quantity& number) {
    if (number.begin == 0) return false;
    const std::string_view word = word_at(line.tokens, number.begin - 1);
    const std::string_view sign = sign_at(line.tokens, number.begin - 1);
    const std::string_view before = number.begin > 1 ? word_at(line.tokens, number.begin - 2) : "";
    if (word == "to") return before != "up";
    if (word == "than") return is_one_of(before, {"less", "more", "fewer", "lower", "higher"});
    return is_one_of(word, {"under", "below", "over", "above", "max", "maximum", "min", "minimum", "least", "most",
                            "target", "goal", "be", "reach", "within"}) ||
           is_one_of(sign, {"<", ">", "=", "\xE2\x89\xA4", "\xE2\x89\xA5", "\xE2\x86\x92"});
}

// Alone in its clause: "16", "waiting time: 14".
bool stands_for_itself(const Line& line, const Quantity& number) {
    const bool begins = number.begin == 0 || is_one_of(sign_at(line.tokens, number.begin - 1), {",", ":", ";", "("});
    const bool ends = number.end >= line.tokens.size() || !sign_at(line.tokens, number.end).empty();
    return begins && ends;
}

} // namespace
} // namespace vera::measuring
