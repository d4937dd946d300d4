// Sentences live in wording/en.toml, where people can edit and translate them; C++ names them by key.
#include "tests/tidy/source.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace tidy {

namespace {

const std::string wording = "dialogs/wording/en.toml";
const std::vector<std::string_view> speaking = {"dialogs/", "bot/terminal/"};
// Statements that write for an operator, an editor or a log, not for the talk.
const std::vector<std::string_view> not_the_talk = {"throw", "MUST", "Problem", "problem", "log", "problems", "usage"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool reads_like_a_sentence(const std::string& text) {
    bool two_words = false;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        two_words = two_words || (text[i] == ' ' && is_letter(text[i - 1]) && is_letter(text[i + 1]));
    }
    if (!two_words) return false;
    const bool capital = text.front() >= 'A' && text.front() <= 'Z';
    return capital || std::string_view(".?!:").find(text.back()) != std::string_view::npos;
}

std::string_view statement_around(const Source& source, std::size_t at) {
    const std::size_t before = source.code.find_last_of(";{}", at);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    return std::string_view(source.code).substr(begin, source.code.find(';', at) - begin);
}

bool says_something_else(std::string_view statement) {
    return std::any_of(not_the_talk.begin(), not_the_talk.end(),
                       [&](std::string_view word) { return find_word(statement, word) != statement.npos; });
}

struct Key {
    std::size_t line;
    std::string name;
};

std::vector<Key> keys_of_wording() {
    std::vector<Key> keys;
    std::string section;
    for (const File& file : tracked()) {
        if (file.path != wording) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string& line = file.lines[i];
            const std::size_t equals = line.find(" = ");
            if (line.starts_with('[')) section = line.substr(1, line.find(']') - 1);
            if (is_letter(line.empty() ? ' ' : line[0]) && equals != line.npos) {
                keys.push_back({i + 1, section + "." + line.substr(0, equals)});
            }
        }
    }
    return keys;
}

bool looks_like_a_key(const std::string& text) {
    return !text.starts_with('.') && text.find('.') != text.npos && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    });
}

// "<script>.<step>." for every step, and "<script>." + what a literal in C++ ends with a dot: the first
// halves of keys that the program puts together.
std::set<std::string> beginnings() {
    std::set<std::string> found;
    for (const Source& source : sources()) {
        for (const Literal& literal : source.literals) {
            if (source.path.starts_with("dialogs/") && literal.text.size() > 1 && literal.text.ends_with('.') &&
                looks_like_a_key(literal.text)) {
                found.insert(literal.text);
            }
        }
    }
    for (const File& file : tracked()) {
        if (!file.path.starts_with("dialogs/scripts/")) continue;
        std::string script;
        for (const std::string& line : file.lines) {
            if (!line.starts_with("id = \"")) continue;
            const std::string id = line.substr(6, line.find('"', 6) - 6);
            if (script.empty()) {
                script = id;
            } else {
                found.insert(script + "." + id + ".");
            }
        }
    }
    return found;
}

} // namespace

TEST_CASE("what Vera says stands in the wording file, not in C++", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        if (!under_any(source.path, speaking)) continue;
        for (const Literal& literal : source.literals) {
            if (!reads_like_a_sentence(literal.text) || says_something_else(statement_around(source, literal.at)))
                continue;
            findings.add(source.path, literal.line,
                         "\"" + literal.text + "\": move it to " + wording + " and say it by key");
        }
    }
    findings.check();
}

TEST_CASE("every sentence the program says exists, and every sentence that exists is said", "[tidy]") {
    std::set<std::string> known, used;
    const std::vector<Key> keys = keys_of_wording();
    for (const Key& key : keys) known.insert(key.name);
    Findings findings;
    for (const Source& source : sources()) {
        if (!under_any(source.path, speaking)) continue;
        for (const Literal& literal : source.literals) {
            used.insert(literal.text);
            const std::string_view statement = statement_around(source, literal.at);
            const bool said =
                find_word(statement, "say") != statement.npos || find_word(statement, "sentence") != statement.npos;
            if (said && looks_like_a_key(literal.text) && !literal.text.ends_with('.') &&
                !known.contains(literal.text)) {
                findings.add(source.path, literal.line,
                             literal.text + " is not in " + wording + ": write the sentence there");
            }
        }
    }
    const std::set<std::string> composed = beginnings();
    for (const Key& key : keys) {
        const bool begun = std::any_of(composed.begin(), composed.end(),
                                       [&](const std::string& beginning) { return key.name.starts_with(beginning); });
        if (!begun && !used.contains(key.name)) findings.add(wording, key.line, key.name + " is never said: delete it");
    }
    findings.check();
}

} // namespace tidy
