#pragma once
// Text as people send it, made safe once, at the door: valid UTF-8, no control or invisible direction
// characters. Lengths are in characters (code points), not bytes.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

// Replaces invalid UTF-8 by U+FFFD, turns tabs and CR into spaces, drops other control characters (LF
// stays), zero-width and bidirectional controls, and trims. Safe for any bytes.
std::string clean(std::string_view bytes);

std::size_t length(std::string_view text);
std::string shorten(std::string_view text, std::size_t characters); // ends in "..." when it was longer

// Lower case in every script, blanks squeezed, edge punctuation gone: "  Ingrid AAS!" -> "ingrid aas".
// For comparing what people type; a person's folded name is a plain column (SECURITY.md).
std::string fold(std::string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, std::string_view any_of); // trimmed, empty parts left out
std::vector<std::string_view> words(std::string_view text);                          // by blanks
bool starts_with_word(std::string_view folded, std::string_view word);               // "no, 16" starts with "no"
bool has_word(std::string_view folded, std::string_view words);                      // whole words, in a row
bool has_letter_or_digit(std::string_view text);                                     // false for emoji only

std::string capitalised(std::string_view text); // first character upper case, the rest as it is

// The closest of `known` within two edits, or empty: for "did you mean".
std::string nearest(std::string_view word, const std::vector<std::string>& known);
bool one_edit_apart(std::string_view a, std::string_view b); // a letter more, less, other, or two swapped
std::size_t edits_apart(std::string_view a, std::string_view b, std::size_t most); // most + 1: more than that

} // namespace vera
