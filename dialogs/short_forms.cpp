#include "dialogs/short_forms.hpp"

#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <unordered_set>

namespace vera {
namespace {

using Phrases = std::unordered_set<std::string_view>;

Phrases cut(std::string_view phrases);
std::string plain(std::string_view text);
bool without_extras_in(std::string_view text, const Phrases&);
bool could_be_answer(std::string_view text);
bool nearly_unknown(const std::string& plain);
std::size_t letters(std::string_view text);

constexpr std::size_t longest_short_form = 60; // bytes

// Without apostrophes; between bars.
constexpr std::string_view unknown_phrases =
    "dont know|do not know|didnt know|dunno|idk|dk|no idea|no clue|not a clue|havent a clue|"
    "havent got a clue|clueless|no info|no information|not sure|unsure|unclear|unknown|who knows|"
    "beats me|cant say|cannot say|cant tell|cannot tell|couldnt say|hard to say|hard to tell|no answer|"
    "keine ahnung|weiss nicht|wei\u00DF nicht|not known|tbd|tbc|n/a|have no idea|have no clue|"
    "dont have a clue|dont have that|havent asked|didnt ask|not asked|need to ask|have to ask|"
    "need to find out|must find out|have to find out|dont remember|cant remember|wish i knew|"
    "good question|search me|your guess is as good as mine|dont know that|dont know this|"
    "dont really know|nobody knows|no one knows|not clear|still unclear|doesnt say|"
    "have not asked|no data|keine info|know i dont|idea no|donno|to be found out|to find out|"
    "not the faintest|not the foggiest|no idea at all";
constexpr std::string_view yes_phrases =
    "yes|y|yep|yeah|yup|yea|yess|ya|ye|aye|sure|sure thing|of course|ok|okay|k|kk|right|correct|exactly|"
    "absolutely|definitely|indeed|true|that is right|thats right|thats it|thats correct|it is|he is|"
    "she is|they are|he does|she does|they do|it does|they did|he did|she did|did|do|fine|go|go ahead|"
    "please|please do|do it|ja|jep|jo|oui|si|affirmative|why not|sounds good|looks good|good|agreed|"
    "yes it is|yes they did|yes he is|yes she is|yes i do|confirmed|uh huh|mhm|think so|guess so|"
    "looks right";
constexpr std::string_view no_phrases =
    "no|n|nope|nah|na|naw|nay|never|not|not really|not yet|no way|not at all|negative|wrong|no it isnt|"
    "it isnt|it is not|is not|hasnt|havent|didnt|doesnt|not that i know|not that i know of|nein|nee|non|"
    "ne|dont|do not|rather not|dont think so|no they didnt|they didnt|he didnt|she didnt|he isnt|"
    "she isnt|they arent|he doesnt|she doesnt|no he isnt|no she isnt|none|not true|incorrect|not right|"
    "thats wrong|better not|no need|leave it|no thank you";
constexpr std::string_view extra_words =
    "i|we|well|um|uh|hmm|hm|tbh|honestly|frankly|really|yet|sorry|sry|lol|haha|at|the|moment|so|right|"
    "now|just|still|at all|all|yeah|yes|no|ok|oh|ah|to|be|honest|actually|unfortunately|pls|please|"
    "thanks|thx|man|mate|that|this|it|about|thats|its|is|of|them|today|sadly|again|im|am|ive|a|guess|"
    "think|say|would|id|there|here|afraid|currently|for|sure|then";

} // namespace

bool means_unknown(std::string_view text) {
    static const Phrases phrases = cut(unknown_phrases);
    if (trim(text).find_first_not_of('?') == std::string_view::npos && !trim(text).empty()) return true;
    if (text.size() > longest_short_form) return false;
    return without_extras_in(text, phrases) || nearly_unknown(plain(text));
}

bool means_yes(std::string_view text) {
    static const Phrases phrases = cut(yes_phrases);
    return text.size() <= longest_short_form && without_extras_in(text, phrases);
}

bool means_no(std::string_view text) {
    static const Phrases phrases = cut(no_phrases);
    return text.size() <= longest_short_form && without_extras_in(text, phrases);
}

bool says_nothing(std::string_view text) {
    const std::string folded = fold(text);
    return means_yes(text) ||
           is_one_of(folded, {"hm", "hmm", "uh", "um", "well", "sorry", "ok", "okay", "oh", "right", "so", "wait"});
}

std::optional<std::string> slip_of(std::string_view text, const std::vector<std::string>& phrases) {
    const std::string folded = fold(text);
    if (folded.empty() || words(folded).size() > 3 || could_be_answer(text)) return std::nullopt;
    std::optional<std::string> best;
    std::size_t fewest = 3;
    for (const std::string& phrase : phrases) {
        if (folded == phrase) return std::nullopt;
        const std::size_t shorter = std::min(letters(folded), letters(phrase));
        if (shorter < 4) continue; // "no" is one edit from "on", "go" and "so"
        const std::size_t most = shorter >= 8 ? 2 : 1;
        const std::size_t found = edits_apart(folded, phrase, most);
        if (found > most || found >= fewest) continue;
        fewest = found;
        best = phrase;
    }
    return best;
}

namespace {

Phrases cut(std::string_view phrases) {
    const auto all = split(phrases, "|");
    return {all.begin(), all.end()};
}

// Lower case, no apostrophes, letters said longer ("sooo") and blanks squeezed.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : fold(text)) {
        if (c == '\'' || c == ',' || c == '.' || c == '!' || c == ';' || c == ':') continue;
        const std::size_t size = out.size();
        if (size > 1 && out[size - 1] == c && out[size - 2] == c) continue;
        out += c == '-' ? ' ' : c;
    }
    return std::string(trim(out));
}

// "well, I don't know yet sorry": words that say nothing are left away at both ends.
bool without_extras_in(std::string_view text, const Phrases& phrases) {
    static const Phrases extras = cut(extra_words);
    const std::string said = plain(text);
    auto all = words(said);
    const auto is_known = [&](std::size_t from, std::size_t to) {
        std::string part;
        for (std::size_t i = from; i < to; ++i) part.append(i > from ? " " : "").append(all[i]);
        return phrases.contains(std::string_view(part));
    };
    if (all.size() > 8) return false;
    for (std::size_t from = 0; from < all.size(); ++from) {
        for (std::size_t to = all.size(); to > from; --to) {
            if (is_known(from, to)) return true;
            if (!extras.contains(all[to - 1])) break;
        }
        if (!extras.contains(all[from])) return false;
    }
    return false;
}

// "dont knwo", "dnot know", "no diea": the two most typed ones, with a slip.
bool nearly_unknown(const std::string& said) {
    std::string core = said;
    for (const std::string_view lead : {"i ", "we ", "sorry ", "well "})
        if (core.starts_with(lead)) core.erase(0, lead.size());
    for (const std::string_view end : {" yet", " sorry", " sry", " tbh", " really", " at all"})
        if (core.ends_with(end)) core.resize(core.size() - end.size());
    if (core.find_first_of("0123456789") != std::string::npos) return false;
    const auto two = words(core);
    const bool both = two.size() == 2 && edits_apart(two[0], "dont", 1) <= 1 && edits_apart(two[1], "know", 1) <= 1;
    return both || edits_apart(core, "dont know", 1) <= 1 || edits_apart(core, "no idea", 1) <= 1 ||
           edits_apart(core, "dunno", 1) <= 1 || edits_apart(core, "not sure", 1) <= 1 ||
           edits_apart(core, "keine ahnung", 2) <= 2;
}

bool could_be_answer(std::string_view text) {
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = character_at(text, at);
        if (code >= '0' && code <= '9') return true;
        if (inside && is_alnum(code) && to_lower(code) != code) return true; // "iT", "see Petra"
        inside = inside || is_alnum(code);
        at += size;
    }
    return false;
}

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\''; }));
}

} // namespace
} // namespace vera
