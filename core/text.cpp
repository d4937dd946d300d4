#include "core/text.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

constexpr std::size_t longest_guessed_word = 40; // nearest() compares every letter with every letter

bool is_dropped(char32_t);
char32_t made_plain(char32_t);
bool is_word_character(std::string_view text, std::size_t at);
bool word_ends_at(std::string_view text, std::size_t at);
bool word_begins_at(std::string_view text, std::size_t at);
std::size_t edits(std::string_view a, std::string_view b);

} // namespace

std::string clean(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const auto [code, size] = character_at(bytes, at);
        at += size;
        const bool before_line_end = code == '\r' && at < bytes.size() && bytes[at] == '\n';
        if (code == '\n' || code == 0x2028 || code == 0x2029) {
            out += '\n';
        } else if (is_blank(code) && code != 0x85) {
            if (!before_line_end) out += ' ';
        } else if (!is_dropped(code)) {
            append(out, code);
        }
    }
    return std::string{trim(out)};
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) ++count;
    return count;
}

std::string shorten(std::string_view text, std::size_t characters) {
    if (length(text) <= characters) return std::string{text};
    constexpr std::string_view dots = "...";
    const std::size_t kept = characters > dots.size() ? characters - dots.size() : 0;
    std::size_t end = 0;
    for (std::size_t count = 0; count < kept; ++count) end += character_at(text, end).bytes;
    std::string out{trim(text.substr(0, end))};
    return out.append(dots.substr(0, std::min(characters, dots.size())));
}

std::string fold(std::string_view text) {
    std::string out;
    std::size_t good_end = 0; // after the last character that is neither blank nor punctuation
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character read = character_at(text, at);
        const char32_t code = made_plain(to_lower(read.code));
        at += read.bytes;
        const bool edge = is_blank(code) || is_punctuation(code);
        if (is_dropped(code) || (out.empty() && edge)) continue;
        if (is_blank(code)) {
            blank = true;
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        append(out, code);
        if (!edge) good_end = out.size();
    }
    out.resize(good_end);
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_blank(character_at(text, 0).code)) text.remove_prefix(character_at(text, 0).bytes);
    while (!text.empty()) {
        const auto [code, size] = character_before(text, text.size());
        if (!is_blank(code)) break;
        text.remove_suffix(size);
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view any_of) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(any_of), text.size());
        if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const Character here = at < text.size() ? character_at(text, at) : Character{' ', 1};
        if (is_blank(here.code)) {
            if (at > begin) found.push_back(text.substr(begin, at - begin));
            begin = at + here.bytes;
        }
        at += here.bytes;
    }
    return found;
}

bool starts_with_word(std::string_view folded, std::string_view word) {
    return !word.empty() && folded.starts_with(word) && word_ends_at(folded, word.size());
}

bool has_word(std::string_view folded, std::string_view words) {
    if (words.empty()) return false;
    for (auto at = folded.find(words); at != folded.npos; at = folded.find(words, at + 1)) {
        if (word_begins_at(folded, at) && word_ends_at(folded, at + words.size())) return true;
    }
    return false;
}

bool has_letter_or_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) {
        if (is_alnum(character_at(text, at).code)) return true;
    }
    return false;
}

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    const auto [code, size] = character_at(text, 0);
    std::string out;
    append(out, to_upper(code));
    return out.append(text.substr(size));
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    std::string best;
    std::size_t best_edits = 3;
    if (word.size() > longest_guessed_word) return best;
    for (const auto& candidate : known) {
        if (candidate.size() > longest_guessed_word) continue;
        const std::size_t found = edits(word, candidate);
        // Two edits turn any two letters into any other two.
        if (found < best_edits && found < std::min(word.size(), candidate.size())) {
            best = candidate;
            best_edits = found;
        }
    }
    return best;
}

bool one_edit_apart(std::string_view a, std::string_view b) { return edits_apart(a, b, 1) == 1; }

std::size_t edits_apart(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most || std::max(a.size(), b.size()) > longest_guessed_word) return most + 1;
    return std::min(edits(a, b), most + 1);
}

namespace {

// Controls, zero-width characters, and those that turn the direction of what follows.
bool is_dropped(char32_t c) {
    return (c < 0x20 && c != '\n' && !is_blank(c)) || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
           c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

// Phones write curly quotes and long dashes where the word tables have the ones of a keyboard.
char32_t made_plain(char32_t c) {
    if (c == 0x2018 || c == 0x2019 || c == 0x2BC) return '\'';
    if (c == 0x201C || c == 0x201D) return '"';
    if (c >= 0x2010 && c <= 0x2015) return '-';
    return c == 0x3C2 ? 0x3C3 : c; // the Greek sigma at the end of a word is the same letter
}

// "no-one" and "don't" are one word; a dash or a quote at the edge of a word is not part of it.
bool is_word_character(std::string_view text, std::size_t at) {
    const auto plain = [&](char32_t code) { return !is_blank(code) && !is_punctuation(code); };
    const auto [code, size] = character_at(text, at);
    if (code != '-' && code != '\'') return plain(code);
    return at > 0 && at + size < text.size() && plain(character_before(text, at).code) &&
           plain(character_at(text, at + size).code);
}

bool word_ends_at(std::string_view text, std::size_t at) { return at >= text.size() || !is_word_character(text, at); }

bool word_begins_at(std::string_view text, std::size_t at) {
    return at == 0 || !is_word_character(text, at - character_before(text, at).bytes);
}

// Letters put in, left out, replaced, or two neighbours swapped.
std::size_t edits(std::string_view a, std::string_view b) {
    using Row = std::array<std::size_t, longest_guessed_word + 1>;
    Row before{}, last{}, now{};
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
    }
    return last[b.size()];
}

} // namespace
} // namespace vera
