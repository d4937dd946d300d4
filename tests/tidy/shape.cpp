// Sizes that keep files and functions readable, and what a header begins with.
#include "tests/tidy/source.hpp"

#include "tests/support/catch.hpp"

#include <map>

namespace tidy {

namespace {

constexpr std::size_t max_source_lines = 300, max_header_lines = 120, max_function_lines = 60, max_columns = 120;

// A ratchet: files that were longer when the rule came may only shrink. Take the entry out once it fits.
const std::map<std::string, std::size_t, std::less<>> longer_by_agreement = {
    {"core/store/store.hpp", 127},
};

std::size_t characters(std::string_view line) {
    std::size_t count = 0;
    for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

struct Function {
    std::size_t line, lines;
};

enum class Brace { scope, function, other }; // scope: namespace or type

Brace kind_of(const std::string& code, std::size_t head_at, std::size_t brace_at, bool in_scope) {
    const std::string_view head(code.data() + head_at, brace_at - head_at);
    const std::size_t last = head.find_last_not_of(" \n");
    const bool initializer = last == head.npos || head[last] == '=' || head[last] == ',' || head[last] == '(' ||
                             (brace_at > 0 && code[brace_at - 1] != ' ' && code[brace_at - 1] != '\n');
    if (initializer || !in_scope) return Brace::other;
    if (find_word(head, "namespace") != head.npos) return Brace::scope;
    if (head.find('(') != head.npos) return Brace::function;
    for (const std::string_view type : {"struct", "class", "union", "extern"}) {
        if (find_word(head, type) != head.npos) return Brace::scope;
    }
    return Brace::other;
}

// The rows of a table in braces are data, not code.
std::size_t lines_of_code(const Source& source, std::size_t first, std::size_t last) {
    std::size_t count = 0;
    for (std::size_t line = first; line <= last; ++line) {
        const std::string& text = source.file->lines[line - 1];
        const std::size_t begin = text.find_first_not_of(' ');
        count += begin == text.npos || text[begin] != '{';
    }
    return count;
}

std::vector<Function> functions_of(const Source& source) {
    struct Open {
        Brace kind;
        std::size_t line;
    };
    std::vector<Function> found;
    std::vector<Open> open;
    std::size_t head = 0, line = 1;
    const auto in_scope = [&] { return open.empty() || open.back().kind == Brace::scope; };
    for (std::size_t at = 0; at < source.code.size(); ++at) {
        const char c = source.code[at];
        if (c == '\n') ++line;
        bool ends_head = c == ';';
        // The braces of `a_{1}` among a constructor's initializers do not end its head.
        if (c == '{') {
            const Brace kind = kind_of(source.code, head, at, in_scope());
            ends_head = !in_scope() || kind != Brace::other;
            open.push_back({kind, line});
        } else if (c == '}' && !open.empty()) {
            const Open closed = open.back();
            open.pop_back();
            ends_head = !in_scope() || closed.kind != Brace::other;
            if (closed.kind == Brace::function)
                found.push_back({closed.line, lines_of_code(source, closed.line, line)});
        }
        if (ends_head) head = at + 1;
    }
    return found;
}

} // namespace

TEST_CASE("files stay short", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        const std::size_t lines = source.file->lines.size();
        const auto agreed = longer_by_agreement.find(source.path);
        const std::size_t rule = source.header() ? max_header_lines : max_source_lines;
        const std::size_t limit = agreed == longer_by_agreement.end() ? rule : agreed->second;
        if (lines > limit) {
            findings.add(source.path, limit,
                         std::to_string(lines) + " lines, at most " + std::to_string(limit) +
                             ": split it by what its parts are for");
        }
        if (agreed != longer_by_agreement.end() && lines < limit) {
            findings.add(source.path, 1,
                         "shrank to " + std::to_string(lines) + " lines: say so in tests/tidy/shape.cpp");
        }
    }
    findings.check();
}

TEST_CASE("functions stay short", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        for (const Function& function : functions_of(source)) {
            if (function.lines <= max_function_lines) continue;
            findings.add(source.path, function.line,
                         "a function of " + std::to_string(function.lines) + " lines, at most " +
                             std::to_string(max_function_lines) + ": keep the branches, move the straight parts out");
        }
    }
    findings.check();
}

TEST_CASE("lines stay within 120 characters", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        for (std::size_t i = 0; i < source.file->lines.size(); ++i) {
            const std::size_t count = characters(source.file->lines[i]);
            if (count > max_columns)
                findings.add(source.path, i + 1, std::to_string(count) + " characters: break the line");
        }
    }
    findings.check();
}

TEST_CASE("a header begins with what it is for", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        if (!source.header()) continue;
        const std::vector<std::string>& lines = source.file->lines;
        if (lines[0] != "#pragma once") findings.add(source.path, 1, "begin with #pragma once");
        std::size_t comment = 0;
        while (comment + 1 < lines.size() && lines[comment + 1].starts_with("//")) ++comment;
        if (comment < 1 || comment > 6) {
            findings.add(source.path, 2, "say in one to six lines of // what it is for and what it does not do");
        }
    }
    findings.check();
}

} // namespace tidy
