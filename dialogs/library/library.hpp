#pragma once
// The library: scripts, wording, flag rules, checks, themes, banks and solution sheets, parsed and checked as
// a whole. Immutable once read; a broken one is refused with every mistake at once. Files compiled in are the
// default; a folder (see VERA_LIBRARY) replaces them file by file.
#include "core/books/banks.hpp"
#include "core/books/solution.hpp"
#include "core/books/themes.hpp"
#include "core/checks/check.hpp"
#include "core/expected.hpp"
#include "core/flags/red_flags.hpp"
#include "dialogs/library/course.hpp"
#include "dialogs/library/script.hpp"
#include "dialogs/library/wording.hpp"

#include <map>
#include <string>

namespace vera {

struct Library {
    std::map<std::string, Script> scripts; // by id
    Wording wording;
    FlagRules flag_rules;
    CheckRules check_rules;
    Themes themes;
    Banks banks;
    std::map<std::string, Solution> solutions; // by product id
    Course course;

    // How this house uses it; not of the files.
    bool strict_privacy = false; // motives go through forms and are never shown in the chat
    bool company_chat = false;   // the employer may be able to read the chat; such a chat has forms
};

// The text of the library's files by their relative name: "scripts/person.toml", "wording/en.toml",
// "wording/learn.toml", "red_flags.toml", "checks.toml", "themes.toml", "banks.toml", "solutions/yard_planner.toml".
using LibraryFiles = std::map<std::string, std::string>;

const LibraryFiles& compiled_in_files();
Expected<Library> read_library(const LibraryFiles&); // every mistake, with file, line and column

} // namespace vera
