#pragma once
// A line cut into words, runs of digits and single signs, for the readers of days and measures. Works on
// any bytes, in one pass.
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vera {

struct Token {
    enum class Kind { word, number, sign };
    Kind kind = Kind::sign;
    std::size_t begin = 0, end = 0; // the bytes of the line
    std::string text;               // in lower case; an apostrophe inside a word belongs to it
    bool glued = false;             // no blank before it
};
using Tokens = std::vector<Token>;

Tokens tokens(std::string_view line);

// What stands at a place, which may be past the end: an empty text is equal to nothing.
std::string_view word_at(const Tokens&, std::size_t at);
std::string_view sign_at(const Tokens&, std::size_t at);
std::string_view digits_at(const Tokens&, std::size_t at);
std::optional<int> number_at(const Tokens&, std::size_t at); // a run of at most six digits
bool glued_at(const Tokens&, std::size_t at);

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words);

} // namespace vera
