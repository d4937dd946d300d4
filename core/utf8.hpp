#pragma once
// Characters (code points) out of bytes that may be anything, and back. What is not UTF-8 reads as
// U+FFFD, one for each part that a decoder can skip.
#include <cstddef>
#include <string>
#include <string_view>

namespace vera {

struct Character {
    char32_t code = 0;
    std::size_t bytes = 0; // that it takes in the text; never 0
};

inline constexpr char32_t replacement_character = 0xFFFD;

Character character_at(std::string_view text, std::size_t at);     // at < text.size()
Character character_before(std::string_view text, std::size_t at); // 0 < at <= text.size()
void append(std::string& text, char32_t code);

bool is_blank(char32_t); // every kind of space, tab and line end
bool is_alnum(char32_t); // a letter or a digit of any script
bool is_punctuation(char32_t);
char32_t to_lower(char32_t);
char32_t to_upper(char32_t);

} // namespace vera
