#include "core/measure_words.hpp"

#include "core/tokens.hpp"

namespace vera {
namespace {

bool is_less_verb(std::string_view word) {
    return is_one_of(word, {"reduce",   "reduces",   "reduced",    "reducing", "cut",      "cuts",       "cutting",
                            "lower",    "lowers",    "lowered",    "lowering", "drop",     "drops",      "dropping",
                            "decrease", "decreases", "decreasing", "shorten",  "shortens", "shortening", "shrink",
                            "slash",    "slashing",  "trim",       "minimise", "minimize", "less",       "fewer"});
}

bool is_more_verb(std::string_view word) {
    return is_one_of(word, {"increase", "increases", "increased", "increasing", "raise", "raises", "raising", "grow",
                            "grows", "growing", "lift", "lifts", "boost", "boosts"});
}

} // namespace

Way way_of(std::string_view word) {
    if (is_less_verb(word) ||
        is_one_of(word, {"save", "saves", "saving", "savings", "reduction", "cheaper", "shorter"})) {
        return Way::less;
    }
    if (is_more_verb(word) || is_one_of(word, {"more", "higher", "growth"})) return Way::more;
    return is_one_of(word, {"faster", "quicker", "sooner", "earlier", "longer", "slower"}) ? Way::some : Way::none;
}

bool is_change_verb(std::string_view word) { return is_less_verb(word) || is_more_verb(word); }

bool is_filler(std::string_view word) {
    return way_of(word) != Way::none ||
           is_one_of(word,
                     {"we",   "they",   "she",  "he",    "it",   "i",     "want",    "wants",    "need",   "needs",
                      "to",   "should", "must", "would", "like", "the",   "a",       "an",       "their",  "our",
                      "her",  "his",    "its",  "get",   "gets", "bring", "brings",  "drive",    "push",   "keep",
                      "make", "have",   "be",   "is",    "are",  "down",  "improve", "improves", "better", "result",
                      "that", "of",     "us",   "from",  "and",  "by",    "with",    "for",      "so"});
}

bool is_before_number(std::string_view word) {
    return is_one_of(word, {"from",   "is",      "are", "was",     "were",  "be",    "currently", "today", "now",
                            "at",     "of",      "by",  "to",      "under", "below", "over",      "above", "should",
                            "must",   "down",    "up",  "target",  "goal",  "with",  "than",      "least", "most",
                            "max",    "maximum", "min", "minimum", "less",  "more",  "fewer",     "lower", "about",
                            "around", "only",    "and", "in",      "the",   "a",     "within",    "reach", "ca"});
}

bool ends_unit(std::string_view word) {
    return word.empty() || way_of(word) != Way::none ||
           is_one_of(word, {"by",      "until", "till", "before",  "after",   "from",      "to",    "in",     "at",
                            "on",      "for",   "with", "without", "using",   "within",    "when",  "while",  "so",
                            "because", "and",   "or",   "but",     "instead", "rather",    "than",  "should", "must",
                            "is",      "are",   "was",  "today",   "now",     "currently", "under", "below",  "if",
                            "as",      "next",  "this", "down",    "up",      "target",    "goal",  "max",    "per",
                            "of",      "a",     "an",   "each",    "every",   "not",       "then",  "older",  "will"});
}

bool is_known_unit(std::string_view word) {
    return is_one_of(word, {"h",     "hr",     "hrs",   "hour",   "hours",   "min",    "mins",   "minute", "minutes",
                            "s",     "sec",    "secs",  "second", "seconds", "ms",     "day",    "days",   "d",
                            "week",  "weeks",  "month", "months", "year",    "years",  "km",     "m",      "cm",
                            "mm",    "kg",     "g",     "t",      "tons",    "tonnes", "l",      "litre",  "litres",
                            "liter", "liters", "kwh",   "mwh",    "pp",      "points", "shifts", "times",  "x"});
}

std::string unit_family(std::string_view word) {
    if (is_one_of(word, {"h", "hr", "hrs", "hour", "hours"})) return "hour";
    if (is_one_of(word, {"min", "mins", "minute", "minutes"})) return "minute";
    if (is_one_of(word, {"s", "sec", "secs", "second", "seconds"})) return "second";
    if (is_one_of(word, {"d", "day", "days"})) return "day";
    if (is_one_of(word, {"l", "litre", "litres", "liter", "liters"})) return "litre";
    if (word.size() > 2 && word.ends_with('s')) word.remove_suffix(1);
    return std::string{word};
}

} // namespace vera
