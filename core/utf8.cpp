#include "core/utf8.hpp"

#include <algorithm>
#include <clocale>
#include <cwctype>

namespace vera {
namespace {

struct FirstByte { // what a first byte says about the ones that follow
    std::size_t bytes = 0;
    unsigned char lowest = 0x80, highest = 0xBF; // of the second byte: no overlong forms, no surrogates
};
FirstByte read_first_byte(unsigned char);
unsigned char byte_of(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
bool is_follower(unsigned char byte) { return (byte & 0xC0) == 0x80; }
locale_t every_script();

} // namespace

Character character_at(std::string_view text, std::size_t at) {
    const unsigned char first = byte_of(text, at);
    if (first < 0x80) return {first, 1};
    auto [bytes, lowest, highest] = read_first_byte(first);
    if (bytes == 0) return {replacement_character, 1};
    char32_t code = first & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (at + i >= text.size()) return {replacement_character, i};
        const unsigned char byte = byte_of(text, at + i);
        if (byte < lowest || byte > highest) return {replacement_character, i};
        lowest = 0x80, highest = 0xBF;
        code = (code << 6) | (byte & 0x3Fu);
    }
    return {code, bytes};
}

Character character_before(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && is_follower(byte_of(text, begin))) --begin;
    const Character found = character_at(text, begin);
    return begin + found.bytes == at ? found : Character{replacement_character, 1};
}

void append(std::string& text, char32_t code) {
    const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return add(code);
    if (code < 0x800) {
        add(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            add(0xE0 | code >> 12);
        } else {
            add(0xF0 | code >> 18);
            add(0x80 | (code >> 12 & 0x3F));
        }
        add(0x80 | (code >> 6 & 0x3F));
    }
    add(0x80 | (code & 0x3F));
}

bool is_blank(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_alnum(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c != replacement_character && iswalnum_l(static_cast<wint_t>(c), every_script()) != 0;
}

// By ranges and not by iswpunct: glibc counts the marks that end a Tamil or Hindi word as punctuation.
bool is_punctuation(char32_t c) {
    struct Range {
        char32_t first, last;
    };
    static constexpr Range ranges[] = {
        {'!', '/'},       {':', '@'},       {'[', '`'},       {'{', '~'},       {0xA1, 0xA9},
        {0xAB, 0xB1},     {0xB4, 0xB4},     {0xB6, 0xB8},     {0xBB, 0xBB},     {0xBF, 0xBF},
        {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2010, 0x2027}, {0x2030, 0x205E}, {0x20A0, 0x20CF},
        {0x2190, 0x2BFF}, {0x3001, 0x3003}, {0x3008, 0x3020}, {0xFE00, 0xFE0F}, {0xFF01, 0xFF0F},
        {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFFD, 0xFFFD}, {0x1F000, 0x1FAFF},
    };
    return std::any_of(std::begin(ranges), std::end(ranges), [c](Range r) { return c >= r.first && c <= r.last; });
}

char32_t to_lower(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), every_script()));
}

char32_t to_upper(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    return static_cast<char32_t>(towupper_l(static_cast<wint_t>(c), every_script()));
}

namespace {

FirstByte read_first_byte(unsigned char byte) {
    if (byte < 0xC2 || byte > 0xF4) return {};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    return byte == 0xF4 ? FirstByte{4, 0x80, 0x8F} : FirstByte{4};
}

// Made once and never freed. On a machine without it, letters outside ASCII keep their case.
locale_t every_script() {
    static const locale_t made = [] {
        const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return utf8 ? utf8 : newlocale(LC_CTYPE_MASK, "C", nullptr);
    }();
    return made;
}

} // namespace
} // namespace vera
