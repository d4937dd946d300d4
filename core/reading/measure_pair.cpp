// "from 61 to 30", "61h -> 30h", "5 days instead of 9".
#include "core/reading/measure_parts.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace vera::measuring {
namespace {

enum class Link { none, forward, backward };
struct LinkAt {
    Link link = Link::none;
    std::size_t tokens = 0;
};
constexpr std::size_t most_between = 10; // tokens between two numbers that belong together

Link link_between(const Line&, const Quantity& a, const Quantity& b);
Link link_by_now(const Line&, const Quantity& a, const Quantity& b);
std::size_t end_with_unit(const Line&, const Quantity&);
bool is_led_by_now(const Line&, const Quantity&);
bool is_day_cut(const Tokens&, std::size_t at);
LinkAt link_at(const Line&, std::size_t at);
bool fills(const Tokens&, std::size_t at);
bool is_target_led(const Line&, const Quantity&);
bool only_fills(const Line&, std::size_t begin, std::size_t end, std::string_view prefix);
bool is_led_by_from(const Line&, const Quantity&);
std::optional<Pair> make_pair(const Line&, const Quantity& first, const Quantity& second, Link);
void read_pair_unit(const Line&, const Quantity& first, const Quantity& second, Pair&);
bool count_clock_in_small_unit(Pair&);

} // namespace

std::optional<Pair> find_pair(const Line& line) {
    std::optional<Pair> found;
    for (std::size_t i = 0; i + 1 < line.numbers.size(); ++i) {
        const Quantity &a = line.numbers[i], &b = line.numbers[i + 1];
        const bool said_from = is_led_by_from(line, a);
        if (found && !said_from) continue;
        const Link link = link_between(line, a, b);
        auto pair = link == Link::none ? std::nullopt : make_pair(line, a, b, link);
        if (!pair) continue;
        if (said_from) return pair; // surer than a bare "11 to 4" before it
        found = pair;
    }
    return found;
}

namespace {

Link link_between(const Line& line, const Quantity& a, const Quantity& b) {
    const std::string_view prefix = a.begin > 0 ? word_at(line.tokens, a.begin - 1) : "";
    if (prefix == "by") return Link::none; // a difference
    for (std::size_t at = a.end; at < b.begin && at < a.end + most_between; ++at) {
        const bool new_clause = word_at(line.tokens, at) == "and" && is_change_verb(word_at(line.tokens, at + 1));
        const bool stop = !is_day_cut(line.tokens, at) && is_one_of(sign_at(line.tokens, at), {";", "."});
        if (new_clause || stop) break;
        const LinkAt found = link_at(line, at);
        if (found.link == Link::none || !only_fills(line, at + found.tokens, b.begin, prefix)) continue;
        const bool bare_from = word_at(line.tokens, at) == "from";
        if (bare_from && !is_target_led(line, a)) continue;
        const bool was = is_one_of(prefix, {"was", "were"}) && means_now(word_at(line.tokens, at));
        return was ? Link::forward : found.link; // "was 14, now 11"
    }
    return link_by_now(line, a, b);
}

// "today 14 h, 11 by June", "14 h now, 11 h in June", "11 h in June, 14 now"
Link link_by_now(const Line& line, const Quantity& a, const Quantity& b) {
    const Tokens& all = line.tokens;
    std::size_t at = end_with_unit(line, a);
    const bool now_before = is_led_by_now(line, a), now_behind = means_now(word_at(all, at));
    if (now_behind) ++at;
    const std::size_t after_b = end_with_unit(line, b);
    const bool b_is_now = means_now(word_at(all, after_b));
    if (!now_before && !now_behind && !b_is_now) return Link::none;
    bool apart = false, stopped = false, said = false;
    for (; at < b.begin; ++at) {
        const bool stop = !is_day_cut(all, at) && is_one_of(sign_at(all, at), {";", "."});
        stopped = stopped || stop;
        said = said || (stopped && is_one_of(word_at(all, at), {"goal", "target", "should", "want", "need", "be"}));
        const bool between = stop || is_day_cut(all, at) ||
                             is_one_of(sign_at(all, at), {",", "-", "\xE2\x80\x93", "/"}) ||
                             is_one_of(word_at(all, at), {"and", "but"});
        apart = apart || between;
        if (!between && !fills(all, at)) return Link::none;
    }
    if (!apart || (stopped && !said)) return Link::none; // "Today 14 h. Should be 11."
    return now_before || now_behind ? Link::forward : Link::backward;
}

std::size_t end_with_unit(const Line& line, const Quantity& quantity) {
    const bool said = quantity.percent || !quantity.currency.empty();
    return said ? read_per(line, quantity.end, "%").end : read_unit(line, quantity.end).end;
}

// "today 14", "today it is 14", "now at 14"
bool is_led_by_now(const Line& line, const Quantity& quantity) {
    for (std::size_t back = 1; back <= 3 && back <= quantity.begin; ++back) {
        if (means_now(word_at(line.tokens, quantity.begin - back))) return true;
        if (!fills(line.tokens, quantity.begin - back)) break;
    }
    // "today documentation is 7 minutes"
    std::size_t begin = quantity.begin;
    for (std::size_t back = 0; back < most_between && begin > 0 && sign_at(line.tokens, begin - 1).empty(); ++back)
        --begin;
    return begin < quantity.begin && means_now(word_at(line.tokens, begin));
}

bool is_day_cut(const Tokens& all, std::size_t at) { return at < all.size() && all[at].begin == all[at].end; }

LinkAt link_at(const Line& line, std::size_t at) {
    const Tokens& all = line.tokens;
    const std::string_view word = word_at(all, at), next = word_at(all, at + 1), sign = sign_at(all, at);
    if (is_one_of(word, {"should", "must", "shall", "will"}) || one_edit_apart(word, "should")) {
        return {Link::forward, is_one_of(next, {"be", "become", "get"}) ? 2u : 1u};
    }
    if (is_one_of(word, {"want", "wants", "wanted", "aim", "aims", "aiming", "need", "needs"})) {
        return {Link::forward, is_one_of(next, {"to", "for", "it"}) ? 2u : 1u};
    }
    if (is_one_of(word, {"to", "becomes", "become", "goal", "target", "towards"})) return {Link::forward, 1};
    if (is_one_of(sign, {">", "\xE2\x86\x92", "\xE2\x87\x92", "\xE2\x9E\x94", "\xE2\x9E\x9C", "\xE2\x9F\xB6"})) {
        return {Link::forward, 1};
    }
    const bool arrow = is_one_of(sign, {"-", "="}) && sign_at(all, at + 1) == ">" && glued_at(all, at + 1);
    if (arrow) return {Link::forward, 2};
    const bool instead = ((word == "instead" || one_edit_apart(word, "instead")) && next == "of") ||
                         (word == "rather" && next == "than") || (is_one_of(word, {"down", "up"}) && next == "from");
    if (instead) return {Link::backward, 2};
    const bool backward = means_now(word) || is_one_of(word, {"from", "was", "were", "not"});
    return {backward ? Link::backward : Link::none, 1};
}

bool is_target_led(const Line& line, const Quantity& quantity) {
    return quantity.begin > 0 &&
           is_one_of(word_at(line.tokens, quantity.begin - 1), {"to", "under", "below", "over", "above", "than"});
}

bool only_fills(const Line& line, std::size_t begin, std::size_t end, std::string_view prefix) {
    if (end < begin || end - begin > 3) return false;
    for (std::size_t at = begin; at < end; ++at) {
        const std::string_view word = word_at(line.tokens, at);
        if (!fills(line.tokens, at) && (word.empty() || word != prefix)) return false;
    }
    return true;
}

bool fills(const Tokens& all, std::size_t at) {
    return is_one_of(word_at(all, at), {"under",   "below",
                                        "over",    "above",
                                        "about",   "around",
                                        "only",    "max",
                                        "maximum", "min",
                                        "at",      "least",
                                        "most",    "less",
                                        "fewer",   "more",
                                        "than",    "ca",
                                        "be",      "is",
                                        "just",    "roughly",
                                        "it's",    "it",
                                        "its",     "we",
                                        "are",     "we're",
                                        "they",    "takes",
                                        "have",    "has",
                                        "need",    "needs",
                                        "want",    "wants",
                                        "that's",  "it\xE2\x80\x99s",
                                        "still",   "down",
                                        "up",      "get",
                                        "goal",    "target",
                                        "should"}) ||
           is_one_of(sign_at(all, at), {"~", "<", ">", "=", ":", "\xE2\x89\xA4", "\xE2\x89\xA5"});
}

bool is_led_by_from(const Line& line, const Quantity& quantity) {
    for (std::size_t back = 1; back <= 2 && back <= quantity.begin; ++back) {
        if (word_at(line.tokens, quantity.begin - back) == "from") return true;
    }
    return false;
}

std::optional<Pair> make_pair(const Line& line, const Quantity& first, const Quantity& second, Link link) {
    if (first.clock != second.clock) return std::nullopt;
    Pair pair{first.value, second.value, first.begin, second.end, {}, false};
    // "from 1.2 to 0.9m" and "410 to 300k": what is said once counts for both.
    if (first.scale == 1 && second.scale > 1 && first.value < 1'000) pair.from *= second.scale;
    read_pair_unit(line, first, second, pair);
    const auto is_year = [](double value) { return value >= 2000 && value <= 2099; };
    if (pair.unit.empty() && !pair.units_differ && is_year(pair.from) && is_year(pair.to)) return std::nullopt;
    if (first.clock && !count_clock_in_small_unit(pair)) return std::nullopt;
    if (link == Link::backward) std::swap(pair.from, pair.to);
    return pair;
}

void read_pair_unit(const Line& line, const Quantity& first, const Quantity& second, Pair& pair) {
    const std::string& currency = second.currency.empty() ? first.currency : second.currency;
    if (second.percent || first.percent || !currency.empty()) {
        const std::string plain_unit = currency.empty() ? "%" : currency;
        Unit unit = read_per(line, second.end, plain_unit);
        if (unit.text == plain_unit) unit.text = read_per(line, first.end, plain_unit).text;
        const bool plain_money = !first.currency.empty() && !second.currency.empty();
        const Quantity& plain = first.percent ? second : first;
        const bool other_unit =
            !plain.percent && plain.currency.empty() && is_known_unit(word_at(line.tokens, plain.end));
        pair.units_differ = (plain_money && first.currency != second.currency) || other_unit ||
                            (!currency.empty() && (first.percent || second.percent));
        pair.unit = pair.units_differ ? "" : unit.text;
        pair.end = pair.units_differ ? read_unit(line, second.end).end : unit.end;
        return;
    }
    const Unit before = read_unit(line, first.end), after = read_unit(line, second.end);
    const auto family = [&](const Quantity& q) { return unit_family(word_at(line.tokens, q.end)); };
    pair.units_differ = before.known && after.known && family(first) != family(second);
    if (!pair.units_differ) pair.unit = after.text.empty() ? before.text : after.text;
    pair.end = after.end;
}

// "7:40 to 6:30 minutes" is counted in seconds, and hours in minutes; without a unit it may be the time of day.
bool count_clock_in_small_unit(Pair& pair) {
    const std::size_t word_end = std::min(pair.unit.find_first_of(" /"), pair.unit.size());
    const std::string family = unit_family(pair.unit.substr(0, word_end));
    if (family != "minute" && family != "hour") return false;
    pair.unit = (family == "minute" ? "seconds" : "minutes") + pair.unit.substr(word_end);
    return true;
}

} // namespace
} // namespace vera::measuring
