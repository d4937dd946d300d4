#pragma once
// The library from the files compiled in and the folder that VERA_LIBRARY names: which files belong to it, and
// whether they have changed. Reads only; what the files say is dialogs/library's.
#include "dialogs/library/library.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace vera {

// What is compiled in, with the files of `folder` in place of those of the same name. Every problem at once,
// those of the files' names first.
Expected<Library> open_library(const std::string& folder);

// What the folder looks like from outside: equal looks mean equal files, as far as names, sizes and times tell.
struct FileLook {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type changed{};
    bool operator==(const FileLook&) const = default;
};
using FolderLook = std::map<std::string, FileLook>; // by name in the folder
FolderLook look_at(const std::string& folder);      // of a folder that is not there: nothing

inline constexpr std::size_t max_library_files = 200;

} // namespace vera
