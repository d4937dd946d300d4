#include "dialogs/people/part.hpp"

#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "dialogs/people/part_phrases.hpp"

#include <algorithm>
#include <unordered_map>

namespace vera {
namespace {

const std::vector<Phrase>& phrases_from(std::string_view word);
std::size_t what_we_replace(const Tokens&, std::size_t at);
bool is_our_seller(const Tokens&, std::size_t at);
std::size_t take_mistyped(const Tokens&, std::size_t at, std::vector<PartAt>&);
std::size_t mistyped_tokens_of(const Phrase&, const Tokens&, std::size_t at);
std::size_t tokens_of(const Phrase&, const Tokens&, std::size_t at);
bool stands_alone(const Tokens&, std::size_t at, std::size_t next);
bool denied(const Tokens&, std::size_t at);

} // namespace

std::vector<PartAt> parts_in(std::string_view text) {
    std::vector<PartAt> found;
    Tokens all = tokens(text);
    for (Token& token : all)
        if (token.kind == Token::Kind::word && token.text.size() > 4) token.text = fold(token.text); // ’ is '
    for (std::size_t at = 0; at < all.size();) {
        std::size_t taken = 0;
        for (const Phrase& phrase : phrases_from(word_at(all, at))) {
            taken = tokens_of(phrase, all, at);
            if (taken == 0) continue;
            const bool fits = !denied(all, at) && (!phrase.alone || stands_alone(all, at, at + taken));
            if (fits) found.push_back({all[at].begin, all[at + taken - 1].end, phrase.part});
            if (fits) break;
            taken = 0;
        }
        if (taken == 0 && is_our_seller(all, at)) {
            found.push_back({all[at].begin, all[at].end, Part::ours});
            taken = 1;
        }
        if (const std::size_t old = what_we_replace(all, at); old > taken) {
            if (taken > 0) found.pop_back();
            found.push_back({all[at].begin, all[at + old - 1].end, Part::old_way});
            taken = old;
        }
        if (taken == 0) taken = take_mistyped(all, at, found);
        at += std::max<std::size_t>(taken, 1);
    }
    return found;
}

PartRead read_part(std::string_view text) {
    PartRead read;
    Draft draft;
    std::size_t at = 0;
    for (const PartAt& part : parts_in(text)) {
        take_part(draft, part.part);
        read.rest.append(text.substr(at, part.begin - at)).append(",");
        at = part.end;
    }
    read.rest.append(text.substr(at));
    read.rest = std::string(trim(read.rest));
    read.roles = std::move(draft.roles);
    read.owns_old_way = draft.owns_old_way;
    read.ours = draft.ours;
    return read;
}

void take_part(Draft& draft, Part part) {
    switch (part) {
    case Part::economic:
        draft.roles.insert(Role::economic);
        break;
    case Part::user:
        draft.roles.insert(Role::user);
        break;
    case Part::technical:
        draft.roles.insert(Role::technical);
        break;
    case Part::coach:
        draft.roles.insert(Role::coach);
        break;
    case Part::old_way:
        draft.owns_old_way = true;
        break;
    case Part::ours:
        draft.ours = true;
        break;
    }
}

namespace {

// Those that begin with a word: asked for every word of a line.
const std::vector<Phrase>& phrases_from(std::string_view word) {
    static const auto by_word = [] {
        std::unordered_map<std::string_view, std::vector<Phrase>> map;
        for (const Phrase& phrase : part_phrases())
            map[phrase.words.substr(0, phrase.words.find_first_of(" -"))].push_back(phrase);
        return map;
    }();
    static const std::vector<Phrase> none;
    const auto found = by_word.find(word);
    return found == by_word.end() ? none : found->second;
}

std::size_t tokens_of(const Phrase& phrase, const Tokens& all, std::size_t at) {
    std::string_view left = phrase.words;
    std::size_t place = at;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find_first_of(" -"), left.size());
        if (word_at(all, place) != left.substr(0, end)) return 0;
        ++place;
        if (end < left.size() && left[end] == '-' && sign_at(all, place++) != "-") return 0;
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return place - at;
}

// "built the tool we'd replace", "chose the vendor we would replace", "wrote today's planner"
std::size_t what_we_replace(const Tokens& all, std::size_t at) {
    constexpr std::size_t most_words = 8;
    const std::string_view verb = word_at(all, at);
    const bool made = is_one_of(verb, {"built", "bought", "chose", "picked", "wrote", "runs", "introduced", "brought",
                                       "made", "designed", "owns"}) ||
                      one_edit_apart(verb, "built");
    if (!made || denied(all, at)) return 0;
    if (is_one_of(word_at(all, at + 1), {"today's", "todays"})) return verb == "made" ? 0 : 2;
    for (std::size_t next = at + 1; next < at + most_words && !word_at(all, next).empty(); ++next) {
        const std::string_view word = word_at(all, next);
        if (word == "replace" || word == "replacing" || one_edit_apart(word, "replace")) return next + 1 - at;
    }
    return 0;
}

// "our presales": one of us, by what only sellers have
bool is_our_seller(const Tokens& all, std::size_t at) {
    const std::string_view next = word_at(all, at + 1);
    return word_at(all, at) == "our" &&
           (is_one_of(next, {"presales", "sdr", "csm"}) || (next == "account" && word_at(all, at + 2) == "manager") ||
            (next == "sales" && is_one_of(word_at(all, at + 2), {"engineer", "rep", "manager"})));
}

// "wroks with it", "last wrod": a phrase of several words with one slip in it.
std::size_t take_mistyped(const Tokens& all, std::size_t at, std::vector<PartAt>& found) {
    if (word_at(all, at).size() < 2 || word_at(all, at + 1).empty()) return 0;
    for (const Phrase& phrase : part_phrases()) {
        if (phrase.words.find(' ') == phrase.words.npos || phrase.alone) continue;
        const std::size_t taken = mistyped_tokens_of(phrase, all, at);
        if (taken < 2 || denied(all, at)) continue;
        found.push_back({all[at].begin, all[at + taken - 1].end, phrase.part});
        return taken;
    }
    return 0;
}

std::size_t mistyped_tokens_of(const Phrase& phrase, const Tokens& all, std::size_t at) {
    std::size_t place = at, slips = 0;
    for (std::string_view left = phrase.words; !left.empty(); ++place) {
        const std::size_t end = std::min(left.find(' '), left.size());
        const std::string_view wanted = left.substr(0, end), word = word_at(all, place);
        if (word != wanted) {
            if (++slips > 1 || wanted.size() < 4 || word.size() < 4 || !one_edit_apart(word, wanted)) return 0;
        }
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return place - at;
}

// "technical director", "agile coach" and "works with Petra" say nothing about the decision.
bool stands_alone(const Tokens& all, std::size_t at, std::size_t next) {
    const std::string_view before = at > 0 ? word_at(all, at - 1) : "", after = word_at(all, next);
    const bool opens = before.empty() || is_one_of(before, {"is", "are", "also", "a", "an", "the", "our", "as", "and",
                                                            "be", "she", "he", "or", "my", "works", "plus", "only"});
    const bool verb = is_one_of(word_at(all, at), {"works"});
    const bool hyphen = sign_at(all, next) == "-" && glued_at(all, next);
    const bool ends = after.empty() || is_one_of(after, {"too", "and", "also", "as", "or", "but", "then", "here"});
    return (opens || verb) && ends && !hyphen;
}

// "not the last word", "never decides", "used to work with us"
bool denied(const Tokens& all, std::size_t at) {
    const std::string_view last = at > 0 ? word_at(all, at - 1) : "", before = at > 1 ? word_at(all, at - 2) : "";
    const auto denies = [](std::string_view word) {
        return is_one_of(word, {"not", "no", "never", "cannot", "without"}) || word.ends_with("n't") ||
               word.ends_with("n\xE2\x80\x99t");
    };
    const bool other_with = word_at(all, at) == "with" &&
                            is_one_of(last, {"work", "works", "worked", "working", "talks", "meets", "done", "deal"});
    return denies(last) || before == "not" || (denies(before) && is_one_of(last, {"longer", "really", "even"})) ||
           other_with;
}

} // namespace
} // namespace vera
