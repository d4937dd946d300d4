#include "core/reading/quotes.hpp"

#include "core/text.hpp"
#include "core/utf8.hpp"

namespace vera {
namespace {

constexpr char32_t single = '\'', curly_single = 0x2019;

bool closes(char32_t open, char32_t c);
bool may_open(std::string_view text, std::size_t at, Character);
bool may_close(std::string_view text, std::size_t at, Character);

} // namespace

std::vector<Quote> quotes(std::string_view text) {
    std::vector<Quote> found;
    struct {
        std::size_t begin = 0, inside = 0;
        char32_t mark = 0;
    } open;
    for (std::size_t at = 0; at < text.size();) {
        const Character here = character_at(text, at);
        const std::size_t next = at + here.bytes;
        if (open.mark != 0 && closes(open.mark, here.code) && may_close(text, at, here)) {
            const std::string_view words = trim(text.substr(open.inside, at - open.inside));
            if (has_letter_or_digit(words)) found.push_back({open.begin, next, words});
            open.mark = 0;
        } else if (open.mark == 0 && may_open(text, at, here)) {
            open = {at, next, here.code};
        }
        at = next;
    }
    return found;
}

namespace {

bool closes(char32_t open, char32_t c) {
    switch (open) {
    case '"':
        return c == '"' || c == 0x201D;
    case 0x201C: // “
        return c == 0x201D || c == '"';
    case 0x201E: // „
        return c == 0x201C || c == 0x201D || c == '"';
    case 0xAB:
        return c == 0xBB;
    case 0xBB:
        return c == 0xAB;
    default:
        return c == single || c == curly_single;
    }
}

// A single mark opens before a word and closes behind one; inside a word it is an apostrophe.
bool may_open(std::string_view text, std::size_t at, Character here) {
    if (here.code == '"' || here.code == 0x201C || here.code == 0x201E || here.code == 0xAB || here.code == 0xBB)
        return true;
    if (here.code != single && here.code != 0x2018) return false;
    const bool word_before = at > 0 && is_alnum(character_before(text, at).code);
    const std::size_t next = at + here.bytes;
    return !word_before && next < text.size() && is_alnum(character_at(text, next).code);
}

bool may_close(std::string_view text, std::size_t at, Character here) {
    if (here.code != single && here.code != curly_single) return true;
    const std::size_t next = at + here.bytes;
    return next >= text.size() || !is_alnum(character_at(text, next).code);
}

} // namespace
} // namespace vera
