// Words that have a better replacement here, with the replacement.
#include "tests/tidy/source.hpp"

#include "tests/support/catch.hpp"

namespace tidy {

namespace {

struct Banned {
    std::string_view word;
    std::string_view instead;
    std::vector<std::string_view> except;
};

const std::vector<Banned> in_code = {
    {"system_clock::now", "take `Time now` as an argument, or ask a Clock", {"bot/real_clock.cpp", "tests/bench/"}},
    {"steady_clock::now", "take `Time now` as an argument, or ask a Clock", {"bot/real_clock.cpp", "tests/bench/"}},
    {"std::cout", "log through bot/log.hpp", {"bot/main.cpp", "bot/terminal/", "tests/"}},
    {"std::cerr", "log through bot/log.hpp", {"bot/main.cpp", "bot/terminal/", "tests/"}},
    {"printf", "log through bot/log.hpp", {"bot/main.cpp", "bot/terminal/", "tests/"}},
    {"using namespace std;", "write std::", {}},
    {"using namespace boost", "write a namespace alias", {}},
    {"std::regex", "read it by hand: std::regex is slow and overflows the stack", {}},
    {"this_thread", "wait by `co_await waiter.until(time)`", {}},
    {"steady_timer", "wait by `co_await waiter.until(time)`", {"bot/real_clock.cpp", "bot/deadline.hpp"}},
    {"detached", "give co_spawn a completion that logs the exception", {}},
    {"awaitable_operators", "they are for the three Beast files only", {}},
    {"rand", "chance comes in from outside", {}},
    {"goto", "return early", {}},
    {"std::endl", "write '\\n'", {}},
    {"std::bind", "write a lambda", {}},
    {"assert", "MUST is always on", {}},
};

// In comments too, and in every language.
const std::vector<Banned> anywhere = {
    {"TODO", "do it, or file an issue", {"tests/tidy/"}},
    {"FIXME", "do it, or file an issue", {"tests/tidy/"}},
    {"XXX", "do it, or file an issue", {"tests/tidy/"}},
    {"NOLINT", "change the code instead of silencing the tool", {"tests/tidy/"}},
    {"clang-format off", "let clang-format decide", {"tests/tidy/"}},
};

const std::vector<std::string_view> machine_folders = {"/work/", "/farm/", "/home/", "/tmp/"};

bool is_shell(const File& file) { return file.lines[0].starts_with("#!") || file.path.ends_with(".sh"); }

void check_empty_catch(const Source& source, Findings& findings) {
    for (std::size_t at = find_word(source.code, "catch"); at != std::string::npos;
         at = find_word(source.code, "catch", at + 1)) {
        const std::size_t open = source.code.find('{', at);
        if (open == std::string::npos) return;
        const std::size_t close = source.code.find_first_not_of(" \n", open + 1);
        if (close == std::string::npos || source.code[close] != '}') continue;
        bool says_why = false;
        for (std::size_t line = line_of(source.code, open); line <= line_of(source.code, close); ++line) {
            says_why = says_why || source.file->lines[line - 1].find("//") != std::string::npos;
        }
        if (!says_why) findings.add(source.path, line_of(source.code, at), "an empty catch: say why nothing is right");
    }
}

} // namespace

TEST_CASE("words with a better replacement are not used", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        for (const Banned& banned : in_code) {
            if (under_any(source.path, banned.except)) continue;
            for (std::size_t at = find_word(source.code, banned.word); at != std::string::npos;
                 at = find_word(source.code, banned.word, at + 1)) {
                findings.add(source.path, line_of(source.code, at),
                             std::string(banned.word) + ": " + std::string(banned.instead));
            }
        }
        check_empty_catch(source, findings);
    }
    findings.check();
}

TEST_CASE("nothing is left for later and no tool is silenced", "[tidy]") {
    Findings findings;
    for (const File& file : tracked()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            for (const Banned& banned : anywhere) {
                if (find_word(file.lines[i], banned.word) == std::string::npos || under_any(file.path, banned.except))
                    continue;
                findings.add(file.path, i + 1, std::string(banned.word) + ": " + std::string(banned.instead));
            }
        }
    }
    findings.check();
}

TEST_CASE("no path of one machine is written down", "[tidy]") {
    Findings findings;
    for (const File& file : tracked()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            for (const std::string_view folder : machine_folders) {
                const std::size_t at = file.lines[i].find(folder);
                const bool path = at != std::string::npos && (at == 0 || !is_word(file.lines[i][at - 1]));
                if (!path || file.path.starts_with("tests/tidy/") || (folder == "/tmp/" && is_shell(file))) continue;
                findings.add(file.path, i + 1,
                             std::string(folder) + ": use a path relative to the project, or a setting");
            }
        }
    }
    findings.check();
}

TEST_CASE("the top of the repository holds what the design names", "[tidy]") {
    const std::vector<std::string_view> known = {
        ".ci/",          "bot/",       "config/",    "core/",        "deploy/",        "dialogs/",          "tests/",
        ".clang-format", "README.md",  ".gitignore", "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "LICENSE",
        "SECURITY.md",   "THIRD-PARTY"};
    Findings findings;
    for (const File& file : tracked()) {
        if (!under_any(file.path, known))
            findings.add(file.path, 1, "not part of the tree: put it into one of the folders");
    }
    findings.check();
}

} // namespace tidy
