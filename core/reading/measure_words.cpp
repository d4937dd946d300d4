#include "core/reading/measure_words.hpp"

#include "core/reading/tokens.hpp"

namespace vera {
namespace {

bool is_less_verb(std::string_view word) {
    return is_one_of(word, {"reduce",   "reduces",   "reduced",    "reducing", "cut",      "cuts",       "cutting",
                            "lower",    "lowers",    "lowered",    "lowering", "drop",     "drops",      "dropping",
                            "decrease", "decreases", "decreasing", "shorten",  "shortens", "shortening", "shrink",
                            "slash",    "slashing",  "trim",       "minimise", "minimize", "less",       "fewer",
                            "fall",     "falls",     "falling",    "decline",  "declines", "halve",      "shave",
                            "smaller",  "shorter",   "cheaper",    "reduction"});
}

bool is_more_verb(std::string_view word) {
    return is_one_of(word, {"increase", "increases", "increased", "increasing", "raise",  "raises", "raising",
                            "grow",     "grows",     "growing",   "lift",       "lifts",  "boost",  "boosts",
                            "rise",     "rises",     "rising",    "climb",      "climbs", "higher", "more"});
}

} // namespace

Way way_of(std::string_view word) {
    if (is_less_verb(word) || is_one_of(word, {"save", "saves", "saving", "savings"})) {
        return Way::less;
    }
    if (is_more_verb(word) || word == "growth") return Way::more;
    if (is_one_of(word, {"faster", "quicker", "sooner", "earlier"})) return Way::less_time;
    return is_one_of(word, {"longer", "slower"}) ? Way::more_time : Way::none;
}

Way of_amount(Way way) { return way == Way::less_time ? Way::less : way == Way::more_time ? Way::more : way; }

bool is_change_verb(std::string_view word) { return is_less_verb(word) || is_more_verb(word); }

bool is_unit_of_time(std::string_view word) {
    return is_one_of(unit_family(word), {"hour", "minute", "second", "day", "week", "month", "year", "ms"});
}

bool means_now(std::string_view word) {
    return is_one_of(word, {"today", "now", "currently", "presently", "nowadays", "today's", "tday", "toady", "todya"});
}

bool is_filler(std::string_view word) {
    return way_of(word) != Way::none ||
           is_one_of(word,
                     {"we",      "they",     "she",    "he",     "it",     "i",       "want",  "wants", "need",
                      "needs",   "to",       "should", "must",   "would",  "like",    "the",   "a",     "an",
                      "their",   "our",      "her",    "his",    "its",    "get",     "gets",  "bring", "brings",
                      "drive",   "push",     "keep",   "make",   "have",   "be",      "is",    "are",   "down",
                      "improve", "improves", "better", "result", "that",   "of",      "us",    "from",  "and",
                      "by",      "with",     "for",    "so",     "um",     "uh",      "well",  "okay",  "ok",
                      "think",   "do",       "guess",  "she'd",  "he'd",   "they'd",  "we'd",  "i'd",   "we're",
                      "we've",   "they're",  "it's",   "she's",  "he's",   "there's", "today", "now",   "currently",
                      "also",    "going",    "aim",    "goal",   "target", "plus",    "see"});
}

bool is_before_number(std::string_view word) {
    return is_one_of(word, {"from",   "is",      "are",    "was",     "were",  "be",     "currently", "today", "now",
                            "at",     "of",      "by",     "to",      "under", "below",  "over",      "above", "should",
                            "must",   "down",    "up",     "target",  "goal",  "with",   "than",      "least", "most",
                            "max",    "maximum", "min",    "minimum", "less",  "more",   "fewer",     "lower", "about",
                            "around", "only",    "and",    "in",      "the",   "a",      "within",    "reach", "ca",
                            "no",     "not",     "takes",  "take",    "took",  "goes",   "go",        "get",   "gets",
                            "comes",  "come",    "stands", "sits",    "will",  "shall",  "has",       "have",  "needs",
                            "need",   "wants",   "want",   "it's",    "we're", "cannot", "exceed",    "they",  "it",
                            "that's", "which",   "approx"});
}

bool ends_unit(std::string_view word) {
    return word.empty() || way_of(word) != Way::none ||
           is_one_of(word, {"by",        "until",  "till",    "before", "after",   "from",  "to",       "in",
                            "at",        "on",     "for",     "with",   "without", "using", "within",   "when",
                            "while",     "so",     "because", "and",    "or",      "but",   "instead",  "rather",
                            "than",      "should", "must",    "is",     "are",     "was",   "today",    "now",
                            "currently", "under",  "below",   "if",     "as",      "next",  "this",     "down",
                            "up",        "target", "goal",    "max",    "per",     "of",    "a",        "an",
                            "each",      "every",  "not",     "then",   "older",   "will",  "sometime", "latest"});
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
