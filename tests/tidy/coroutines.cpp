// GCC 12 compiles some forms of co_await into double frees and jumps into nothing, without a warning. The
// safe form is: name it, then await it.
#include "tests/tidy/source.hpp"

#include "tests/support/catch.hpp"

namespace tidy {

namespace {

const std::string instead = ": write `auto x = co_await f(named);`, or await alone as a statement";

// What stands before co_await in its statement, without `if (...)`, `else`, `case x:` in front of it.
std::string_view before_in_statement(std::string_view code, std::size_t at) {
    const std::size_t begin = code.find_last_of(";{}", at);
    std::string_view before =
        code.substr(begin == code.npos ? 0 : begin + 1, at - (begin == code.npos ? 0 : begin + 1));
    int depth = 0;
    std::size_t control_end = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        depth += before[i] == '(' ? 1 : before[i] == ')' ? -1 : 0;
        if (before[i] == ')' && depth == 0) control_end = i + 1;
    }
    if (depth != 0) return before; // inside a condition or an argument list
    before.remove_prefix(control_end);
    while (!before.empty() && (before.front() == ' ' || before.front() == '\n')) before.remove_prefix(1);
    if (before.starts_with("else")) before.remove_prefix(4);
    if (before.starts_with("case ") || before.starts_with("default")) before.remove_prefix(before.rfind(':') + 1);
    return before;
}

bool only_names_a_variable(std::string_view before) {
    const std::size_t last = before.find_last_not_of(" \n");
    if (last == before.npos) return true;
    return before[last] == '=' && before.find_first_of("({?!|") == before.npos &&
           find_word(before, "return") == before.npos;
}

std::string fault_after(std::string_view after) {
    if (find_word(after, "co_await", 1) != after.npos) return "two co_await in one statement";
    if (after.find('{') != after.npos) return "braces beside co_await";
    for (std::size_t at = after.find('['); at != after.npos; at = after.find('[', at + 1)) {
        const char left = after[at - 1];
        if (!is_word(left) && left != ')' && left != ']') return "a lambda beside co_await";
    }
    for (const std::string_view sign : {"&&", "||", "?", "=="}) {
        if (after.find(sign) != after.npos) return "an operator beside co_await";
    }
    return "";
}

} // namespace

TEST_CASE("coroutines keep to the forms that GCC 12 compiles rightly", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        const std::string_view code = source.code;
        for (std::size_t at = find_word(code, "co_await"); at != code.npos; at = find_word(code, "co_await", at + 1)) {
            const std::string_view after = code.substr(at, code.find(';', at) - at);
            const bool alone = only_names_a_variable(before_in_statement(code, at));
            const std::string fault = alone ? fault_after(after) : "co_await inside another expression";
            if (!fault.empty()) findings.add(source.path, line_of(source.code, at), fault + instead);
        }
        for (std::size_t at = code.find("co_return {"); at != code.npos; at = code.find("co_return {", at + 1)) {
            findings.add(source.path, line_of(source.code, at), "co_return {...}: name the type, co_return T{...}");
        }
    }
    findings.check();
}

// A const reference can be bound to something that is gone when the coroutine goes on; a plain one cannot, and
// is for what outlives the loops.
TEST_CASE("a coroutine takes its parameters by value", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        const std::string_view code = source.code;
        for (std::size_t at = code.find("awaitable<"); at != code.npos; at = code.find("awaitable<", at + 1)) {
            const std::size_t open = code.find('(', at);
            if (open == code.npos || open > code.find_first_of(";{=,", at)) continue; // a type, not a function
            const std::string_view parameters = code.substr(open, code.find(')', open) - open);
            for (std::size_t sign = parameters.find('&'); sign != parameters.npos;
                 sign = parameters.find('&', sign + 1)) {
                const std::size_t comma = parameters.find_last_of(",(", sign);
                const std::string_view type = parameters.substr(comma + 1, sign - comma);
                if (find_word(type, "const") == type.npos && parameters.substr(sign, 2) != "&&") continue;
                findings.add(source.path, line_of(source.code, open + sign),
                             "a coroutine keeps a reference (" + std::string(type) + "): take it by value");
            }
        }
    }
    findings.check();
}

} // namespace tidy
