#include "tests/tidy/cpp_text.hpp"

#include <algorithm>

namespace tidy {

namespace {

struct Reader {
    std::string& code;
    std::vector<Literal> literals;
    std::size_t line = 1;

    void blank(std::size_t from, std::size_t to);
    std::size_t comment(std::size_t at);
    std::size_t quoted(std::size_t at);
    std::size_t raw(std::size_t at);
    std::size_t literal(std::size_t at, std::size_t from, std::size_t to, std::size_t end);
};

bool starts_raw(const std::string& code, std::size_t at);
bool is_digit_separator(const std::string& code, std::size_t at);

} // namespace

std::vector<Literal> blank_comments_and_literals(std::string& code) {
    Reader reader{code, {}};
    for (std::size_t at = 0; at < code.size();) {
        if (code.compare(at, 2, "//") == 0 || code.compare(at, 2, "/*") == 0) {
            at = reader.comment(at);
        } else if (starts_raw(code, at)) {
            at = reader.raw(at);
        } else if (code[at] == '"' || (code[at] == '\'' && !is_digit_separator(code, at))) {
            at = reader.quoted(at);
        } else {
            if (code[at] == '\n') ++reader.line;
            ++at;
        }
    }
    return std::move(reader.literals);
}

namespace {

void Reader::blank(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        if (code[i] == '\n') {
            ++line;
        } else {
            code[i] = ' ';
        }
    }
}

std::size_t Reader::comment(std::size_t at) {
    const bool one_line = code[at + 1] == '/';
    const std::size_t found = one_line ? code.find('\n', at) : code.find("*/", at + 2);
    const std::size_t end = found == code.npos ? code.size() : found + (one_line ? 0 : 2);
    blank(at, end);
    return end;
}

std::size_t Reader::quoted(std::size_t at) {
    std::size_t end = at + 1;
    while (end < code.size() && code[end] != code[at] && code[end] != '\n') end += code[end] == '\\' ? 2 : 1;
    end = std::min(end, code.size());
    if (code[at] == '"') return literal(at, at + 1, end, end + 1);
    blank(at + 1, end);
    return end + 1;
}

std::size_t Reader::raw(std::size_t at) {
    const std::size_t open = code.find('(', at);
    const std::string close = ")" + code.substr(at + 2, open - at - 2) + "\"";
    const std::size_t end = std::min(code.find(close, open), code.size());
    return literal(at, open + 1, end, std::min(end + close.size(), code.size()));
}

std::size_t Reader::literal(std::size_t at, std::size_t from, std::size_t to, std::size_t end) {
    literals.push_back({line, at, code.substr(from, to - from)});
    blank(from, to);
    return end;
}

bool starts_raw(const std::string& code, std::size_t at) {
    return code.compare(at, 2, "R\"") == 0 && (at == 0 || !is_word(code[at - 1])) && code.find('(', at) != code.npos;
}

bool is_digit_separator(const std::string& code, std::size_t at) {
    return at > 0 && is_word(code[at - 1]) && at + 1 < code.size() && is_word(code[at + 1]);
}

} // namespace

} // namespace tidy
