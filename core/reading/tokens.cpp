#include "core/reading/tokens.hpp"

#include "core/utf8.hpp"

#include <algorithm>

namespace vera {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return is_alnum(c) && !is_digit(c); }
std::size_t end_of_token(std::string_view line, std::size_t begin, Token::Kind);
std::string_view text_at(const Tokens&, std::size_t at, Token::Kind);

} // namespace

Tokens tokens(std::string_view line) {
    Tokens found;
    bool glued = false;
    for (std::size_t at = 0; at < line.size();) {
        const auto [code, size] = character_at(line, at);
        if (is_blank(code)) {
            glued = false;
            at += size;
            continue;
        }
        const auto kind = is_digit(code)    ? Token::Kind::number
                          : is_letter(code) ? Token::Kind::word
                                            : Token::Kind::sign;
        Token token{kind, at, end_of_token(line, at, kind), {}, glued};
        for (; at < token.end; at += character_at(line, at).bytes)
            append(token.text, to_lower(character_at(line, at).code));
        found.push_back(std::move(token));
        glued = true;
    }
    return found;
}

std::string_view word_at(const Tokens& all, std::size_t at) { return text_at(all, at, Token::Kind::word); }
std::string_view sign_at(const Tokens& all, std::size_t at) { return text_at(all, at, Token::Kind::sign); }
std::string_view digits_at(const Tokens& all, std::size_t at) { return text_at(all, at, Token::Kind::number); }

std::optional<int> number_at(const Tokens& all, std::size_t at) {
    const std::string_view digits = digits_at(all, at);
    if (digits.empty() || digits.size() > 6) return std::nullopt;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

bool glued_at(const Tokens& all, std::size_t at) { return at < all.size() && all[at].glued; }

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

namespace {

std::size_t end_of_token(std::string_view line, std::size_t begin, Token::Kind kind) {
    std::size_t at = begin + character_at(line, begin).bytes;
    if (kind == Token::Kind::sign) return at;
    while (at < line.size()) {
        const auto [code, size] = character_at(line, at);
        const bool digit = kind == Token::Kind::number && is_digit(code);
        const bool letter = kind == Token::Kind::word && is_letter(code);
        const bool apostrophe = kind == Token::Kind::word && (code == '\'' || code == 0x2019) &&
                                at + size < line.size() && is_letter(character_at(line, at + size).code);
        if (!digit && !letter && !apostrophe) break;
        at += size;
    }
    return at;
}

std::string_view text_at(const Tokens& all, std::size_t at, Token::Kind kind) {
    return at < all.size() && all[at].kind == kind ? std::string_view{all[at].text} : std::string_view{};
}

} // namespace
} // namespace vera
