#include "dialogs/people/names.hpp"

#include "core/reading/tokens.hpp"
#include "core/text.hpp"
#include "dialogs/people/name_words.hpp"

#include <algorithm>

namespace vera::people {
namespace {

std::optional<Name> upper_name(const Words&, const Around&);
std::optional<Name> lower_name(const Words&, const Around&);

constexpr std::size_t max_name_words = 5;

} // namespace

std::optional<Name> find_name(const Words& words, const Around& around) {
    if (around.in_brackets) return std::nullopt;
    if (!around.upper) return lower_name(words, around);
    if (const auto name = upper_name(words, around)) return name;
    const bool capitals = std::ranges::any_of(
        words, [](const auto& word) { return starts_upper(word) && !is_shout(word) && !is_title_word(word); });
    const auto name = capitals || around.last ? std::nullopt : lower_name(words, around);
    const bool two = name && name->end >= name->begin + 2; // "new planner" beside names with capitals is no name
    return two && (name->behind_title || name->end < words.size()) ? name : std::nullopt;
}

std::size_t end_of_upper_name(const Words& words, std::size_t begin) {
    std::size_t n = begin;
    while (n < words.size() && is_honorific(words[n])) ++n;
    const std::size_t first = n;
    while (n < words.size() && n < begin + max_name_words) {
        const bool particle = is_particle(words[n]) && n > first && n + 1 < words.size() && starts_upper(words[n + 1]);
        if (particle) {
            ++n;
            continue;
        }
        const bool initial = words[n].size() <= 2 && words[n] != "IT" && words[n] != "HR";
        if (!starts_upper(words[n]) || !has_letter_or_digit(words[n]) || is_title_word(words[n])) break;
        if (is_stop_word(words[n]) || is_never_name(words[n]) || (is_shout(words[n]) && !initial)) break;
        ++n;
    }
    return n == first ? begin : n;
}

bool counts_people(const Words& words) {
    if (words.size() < 2 || !is_one_of(fold(words[0]), {"a", "an", "some", "one", "two", "three", "several", "our"}))
        return false;
    const auto fits = [](const auto& word) {
        return is_somebody(word) || is_title_word(word) || is_place_lead(word) || is_one_of(fold(word), {"the", "of"});
    };
    return std::all_of(words.begin() + 1, words.end(), fits) && std::ranges::any_of(words, is_somebody);
}

bool is_title_only(const Words& words) {
    return std::ranges::all_of(words, [](const auto& word) {
        return is_title_word(word) || is_shout(word) || is_one_of(fold(word), {"of", "the", "for", "and", "their"});
    });
}

std::string mail_name(std::string_view word) {
    Words parts;
    for (const auto part : split(word.substr(0, word.find('@')), "._-+")) {
        if (part.size() < 2 || part.find_first_of("0123456789") != std::string_view::npos) return {};
        parts.push_back(capitalised(part));
    }
    return parts.size() == 2 || parts.size() == 3 ? joined(parts, 0, parts.size()) : std::string{};
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

namespace {

// The first run of capitals, with nothing before it but a title: "VP Ops Jonas Brandt", "her boss Jonas".
std::optional<Name> upper_name(const Words& words, const Around& around) {
    std::size_t begin = 0;
    while (begin < words.size()) {
        const std::string& word = words[begin];
        const bool titles = is_title_word(word) || is_relation(word) || is_possessive(word) || is_shout(word) ||
                            is_one_of(fold(word), {"of", "for", "the"});
        const bool possessor = is_possessive(word) && begin + 1 < words.size() && is_relation(words[begin + 1]);
        if (starts_upper(word) && !is_title_word(word) && !possessor && end_of_upper_name(words, begin) > begin) break;
        if (!titles || (is_possessive(word) && !possessor)) return std::nullopt;
        ++begin;
    }
    if (begin == words.size()) return std::nullopt;
    const std::size_t end = end_of_upper_name(words, begin);
    const bool wants_title = around.last && around.last->title.empty();
    // "Ingrid Aas, Shift Lead": behind a name, one word before a title word belongs to the title.
    if (wants_title && end == begin + 1 && end < words.size() && is_title_word(words[end])) return std::nullopt;
    if (begin > 0 && wants_title && end == begin + 1) return std::nullopt; // "Head of Europe"
    return Name{begin, end, begin > 0};
}

// In lower case only two words, or one, with a title or such behind them; behind a comma only in a list.
std::optional<Name> lower_name(const Words& words, const Around& around) {
    const auto plain = [&](std::size_t at) {
        return at < words.size() && !is_title_word(words[at]) && !is_stop_word(words[at]) &&
               !is_never_name(words[at]) && !is_verb(words[at]) && !is_relation(words[at]) && !is_somebody(words[at]) &&
               has_letter_or_digit(words[at]);
    };
    std::size_t begin = 0;
    while (begin < words.size() && is_title_word(words[begin])) ++begin;
    const std::size_t start = begin + (begin < words.size() && is_honorific(words[begin]) ? 1 : 0);
    if (!plain(start)) return std::nullopt;
    std::size_t end = start + 1;
    while (end < words.size() && end < start + 3 && is_particle(words[end]) && plain(end + 1)) ++end;
    if (plain(end)) ++end;
    if (begin > 0)
        return end == words.size() && end == start + 2 ? std::optional{Name{begin, end, true}} : std::nullopt;
    const bool titled = end < words.size() && is_title_word(words[end]);
    if (end < words.size() && !is_link(words[end])) return std::nullopt;
    if (!around.last || titled) return Name{begin, end, false};
    const Draft& last = *around.last;
    const bool list = last.title.empty() && !last.name.empty() && last.roles.empty();
    const bool has_part = end == words.size() && around.next && around.next->kind == Item::Kind::part;
    const bool title_next = end == start + 2 && around.next && around.next->kind == Item::Kind::comma && around.after &&
                            is_title_word(around.after->text);
    const bool behind_part = around.after_part && end >= start + 2 && end < words.size();
    return list || has_part || title_next || behind_part ? std::optional{Name{begin, end, false}} : std::nullopt;
}

} // namespace
} // namespace vera::people
