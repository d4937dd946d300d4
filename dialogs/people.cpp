#include "dialogs/people.hpp"

#include "core/limits.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace vera {
namespace {

using Strings = std::vector<std::string>;
struct Clause {
    bool may_be_lower = true; // a name in lower case counts here
    bool has_person = false;  // somebody was named in it already
    bool wants_title = false; // and has no title yet
};

std::vector<std::string> clauses(std::string_view text);
void read_clause(const std::string& clause, PeopleRead&);
void read_piece(std::string_view piece, const Clause&, PeopleRead&);
bool is_place(const Strings& words);
std::optional<std::size_t> name_length(const Strings& words, const Clause&);
bool may_follow_name(std::string_view word);
bool is_title_word(std::string_view word);
bool starts_upper(std::string_view word);
bool is_shout(std::string_view word);
void add_rest(const Strings& words, std::size_t from, const Clause&, PeopleRead&);
Strings without_edges(std::string_view text);
void take_part(Draft&, const PartRead&);
std::string joined(const Strings& words, std::size_t from, std::size_t to);

constexpr std::array<std::string_view, 46> title_words = {
    "head",       "chief",    "director",    "manager",    "lead",     "leader",      "officer",    "vp",
    "president",  "engineer", "planner",     "controller", "buyer",    "analyst",     "architect",  "owner",
    "founder",    "legal",    "it",          "hr",         "security", "procurement", "purchasing", "finance",
    "operations", "quality",  "planning",    "logistics",  "sales",    "marketing",   "compliance", "counsel",
    "consultant", "council",  "supervisor",  "nurse",      "team",     "board",       "department", "production",
    "warehouse",  "systems",  "maintenance", "coo",        "ceo",      "cfo"};
constexpr std::array<std::string_view, 28> stop_words = {
    "is", "from", "in",  "at",   "has",   "can", "who", "our", "the", "with", "works", "and", "then", "there's",
    "a",  "of",   "for", "also", "there", "are", "as",  "on",  "to",  "over", "but",   "she", "he",   "they"};
constexpr std::array<std::string_view, 12> particles = {"van", "von", "de",  "der", "den", "da",
                                                        "di",  "dos", "del", "la",  "al",  "bin"};
constexpr std::array<std::string_view, 8> honorifics = {"dr.", "dr", "mr.", "mr", "ms.", "ms", "mrs.", "prof."};
constexpr std::size_t max_name_words = 5;

bool among(std::string_view word, auto& list) { return std::ranges::find(list, word) != std::end(list); }

} // namespace

PeopleRead read_people(std::string_view text) {
    PeopleRead read;
    for (const auto& clause : clauses(text)) read_clause(clause, read);
    return read;
}

namespace {

// One person, or one list of them, each: cut at ; and line ends, at "and"/"then", and at full stops that
// do not belong to an honorific or an initial.
std::vector<std::string> clauses(std::string_view text) {
    std::vector<std::string> result(1);
    for (const auto part : split(text, ";\n")) {
        if (!result.back().empty()) result.emplace_back();
        for (const auto word : words(part)) {
            const std::string folded = fold(word);
            if (folded == "and" || folded == "then" || folded == "plus" || word == "&") {
                if (!result.back().empty()) result.emplace_back();
                continue;
            }
            result.back() += (result.back().empty() ? "" : " ") + std::string(word);
            const bool stop =
                word.size() > 2 && word.back() == '.' && !among(std::string_view(folded + "."), honorifics);
            if (stop) result.emplace_back();
        }
    }
    std::erase_if(result, [](const auto& clause) { return trim(clause).empty(); });
    return result;
}

// Behind a comma, lower case is somebody new only in a plain list of names ("ingrid aas, devrim kaya").
void read_clause(const std::string& text, PeopleRead& read) {
    const std::size_t before = read.people.size();
    Clause clause;
    for (const auto piece : split(text, ",:()|")) {
        read_piece(piece, clause, read);
        if (read.people.size() == before) continue;
        const Draft& last = read.people.back();
        clause.wants_title = !last.name.empty() && last.title.empty();
        clause.may_be_lower = !starts_upper(piece) && clause.wants_title && last.roles.empty();
    }
}

void read_piece(std::string_view piece, const Clause& clause, PeopleRead& read) {
    const PartRead part = read_part(piece);
    std::string text = part.rest;
    std::ranges::replace(text, ',', ' ');
    Strings pieces = without_edges(text);
    Draft draft;
    if (is_place(pieces)) {
        draft.title = shorten(joined(pieces, 0, pieces.size()), limits::name_text);
        read.people.push_back(std::move(draft));
    } else if (const auto name = name_length(pieces, clause)) {
        for (std::size_t i = 0; i < *name; ++i)
            if (i == 0 || !among(std::string_view(fold(pieces[i])), particles)) pieces[i] = capitalised(pieces[i]);
        draft.name = shorten(joined(pieces, 0, *name), limits::name_text);
        read.people.push_back(std::move(draft));
        add_rest(pieces, *name, {.may_be_lower = true, .wants_title = true}, read);
    } else {
        add_rest(pieces, 0, clause, read);
    }
    if (part.any() && !read.people.empty()) take_part(read.people.back(), part);
}

bool is_place(const Strings& words) {
    if (words.size() < 2) return false;
    const std::string first = fold(words[0]);
    return first == "someone" || first == "somebody";
}

// How many of the words are a name; nullopt when they are not one.
std::optional<std::size_t> name_length(const Strings& words, const Clause& clause) {
    if (words.empty() || is_title_word(words[0])) return std::nullopt;
    std::size_t n = among(fold(words[0]) + ".", honorifics) || among(fold(words[0]), honorifics) ? 1 : 0;
    const bool upper = n < words.size() && starts_upper(words[n]);
    if (!upper && !clause.may_be_lower) return std::nullopt;
    const std::size_t most = upper ? max_name_words : n + 2;
    const std::size_t first = n;
    while (n < words.size() && n < most) {
        const std::string folded = fold(words[n]);
        const bool particle = among(std::string_view(folded), particles) && n > first && n + 1 < words.size();
        if (!particle && (is_title_word(words[n]) || among(std::string_view(folded), stop_words))) break;
        if (upper && !particle && (!starts_upper(words[n]) || (is_shout(words[n]) && n > first))) break;
        if (!has_letter_or_digit(words[n])) break;
        ++n;
    }
    // "Ingrid Aas, Shift Lead": behind a name, one word before a title word belongs to the title.
    if (clause.wants_title && n == first + 1 && n < words.size() && is_title_word(words[n])) return std::nullopt;
    if (n == first || (!upper && n < words.size() && !may_follow_name(words[n]))) return std::nullopt;
    return n;
}

// "ingrid from sales", "ingrid coo": what is typed in lower case is a name if such a word comes next.
bool may_follow_name(std::string_view word) {
    static constexpr std::array<std::string_view, 8> links = {"from", "in", "at", "is", "has", "can", "who", "works"};
    return is_title_word(word) || among(std::string_view(fold(word)), links);
}

bool is_title_word(std::string_view word) { return among(std::string_view(fold(word)), title_words); }

bool starts_upper(std::string_view word) {
    if (word.empty()) return false;
    const std::string first(word.substr(0, static_cast<unsigned char>(word[0]) < 128 ? 1 : 2));
    return fold(first) != first && !fold(first).empty();
}

bool is_shout(std::string_view word) {
    return word.size() > 1 && std::ranges::all_of(word, [](unsigned char c) { return std::isupper(c) || c == '.'; });
}

// Words behind a name: a title if one of them is known as such or the person has none yet and they follow
// "from" or "in"; else they are left over.
void add_rest(const Strings& words, std::size_t from, const Clause& clause, PeopleRead& read) {
    std::size_t begin = from;
    bool place = false;
    while (begin < words.size() && among(std::string_view(fold(words[begin])), stop_words)) {
        const std::string folded = fold(words[begin++]);
        place = place || folded == "from" || folded == "in" || folded == "at";
    }
    std::size_t end = words.size();
    while (end > begin && among(std::string_view(fold(words[end - 1])), stop_words)) --end;
    if (begin == end) return;
    bool titled = place || from == 0;
    for (std::size_t i = begin; i < end; ++i) titled = titled || is_title_word(words[i]) || is_shout(words[i]);
    std::string text = joined(words, begin, end);
    const bool fits = clause.wants_title && titled;
    if (fits)
        read.people.back().title = shorten(text, limits::name_text);
    else
        read.leftover.push_back(text);
}

Strings without_edges(std::string_view text) {
    Strings result;
    for (auto word : words(text)) {
        while (!word.empty() && (word.back() == '.' || word.back() == '!' || word.back() == '?') &&
               !among(std::string_view(fold(word) + "."), honorifics))
            word.remove_suffix(1);
        if (word == "-" || word == "–" || word.empty()) continue;
        result.emplace_back(word);
    }
    while (!result.empty() && among(std::string_view(fold(result.front())), stop_words) &&
           fold(result.front()) != "from" && fold(result.front()) != "in")
        result.erase(result.begin());
    return result;
}

void take_part(Draft& draft, const PartRead& part) {
    draft.roles.insert(part.roles.begin(), part.roles.end());
    draft.owns_old_way = draft.owns_old_way || part.owns_old_way;
    draft.ours = draft.ours || part.ours;
}

std::string joined(const Strings& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

} // namespace
} // namespace vera
