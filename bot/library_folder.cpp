#include "bot/library_folder.hpp"

#include "bot/files.hpp"
#include "core/text.hpp"
#include "dialogs/library/books.hpp"

#include <set>

namespace vera {

namespace {

namespace fs = std::filesystem;

const Library& compiled_in();
void check_names(const std::string& folder, const FolderLook&, Problems&);
std::string meant_by(const std::string& name);
bool is_nobodys(const fs::path&);
void add_files(const std::string& folder, const FolderLook&, LibraryFiles&, Problems&);

} // namespace

Expected<Library> open_library(const std::string& folder) {
    if (folder.empty()) return compiled_in();
    std::error_code error;
    if (!fs::is_directory(folder, error)) return Problem{folder, "the library is not a folder"};
    auto look = look_at(folder);
    Problems problems;
    check_names(folder, look, problems);
    auto files = compiled_in_files();
    add_files(folder, look, files, problems);
    auto library = read_library(files);
    if (!library)
        problems.insert(problems.end(), library.problems().begin(), library.problems().end());
    else
        check_succession(compiled_in(), *library, Gone::allowed, problems);
    if (!problems.empty()) return problems;
    return library;
}

FolderLook look_at(const std::string& folder) {
    FolderLook look;
    std::error_code ended;
    fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, ended), end;
    for (; !ended && at != end && look.size() <= max_library_files; at.increment(ended)) {
        std::error_code error;
        auto name = at->path().lexically_relative(folder);
        if (is_nobodys(name.filename())) {
            at.disable_recursion_pending();
        } else if (!at->is_directory(error)) {
            FileLook file;
            file.size = at->file_size(error);
            file.changed = at->last_write_time(error);
            look.emplace(name.generic_string(), file);
        }
    }
    return look;
}

namespace {

const Library& compiled_in() {
    static const Library library = *read_library(compiled_in_files());
    return library;
}

// A misspelt or misplaced file would silently change nothing.
void check_names(const std::string& folder, const FolderLook& look, Problems& problems) {
    for (auto& [name, file] : look) {
        if (compiled_in_files().contains(name) || is_solution(name)) continue;
        auto meant = meant_by(name);
        problems.push_back({folder + "/" + name, "no file of this name belongs to a library" +
                                                     (meant.empty() ? "" : "; did you mean " + meant + "?")});
    }
    if (look.size() > max_library_files)
        problems.push_back({folder, "a library has at most " + std::to_string(max_library_files) + " files"});
}

// A slip in the name, or the right name in the wrong place.
std::string meant_by(const std::string& name) {
    fs::path path(name);
    std::vector<std::string> known;
    for (auto& [file, text] : compiled_in_files()) {
        known.push_back(file);
        if (fs::path(file).filename() == path.filename()) return file;
    }
    auto near = nearest(name, known);
    if (near.empty() && !nearest(path.parent_path().string(), {"solutions"}).empty() && name.ends_with(".toml"))
        return "solutions/" + path.filename().string();
    return near;
}

// What editors and version control leave beside the files, and what people write to each other.
bool is_nobodys(const fs::path& name) {
    static const std::set<std::string> plain{".md", ".txt"};
    auto text = name.string();
    return text.starts_with('.') || text.starts_with('#') || text.ends_with('~') ||
           plain.contains(name.extension().string());
}

void add_files(const std::string& folder, const FolderLook& look, LibraryFiles& files, Problems& problems) {
    for (auto& [name, file] : look) {
        if (!files.contains(name) && !is_solution(name)) continue;
        auto text = read_file(folder + "/" + name);
        if (text)
            files[name] = *text;
        else
            problems.insert(problems.end(), text.problems().begin(), text.problems().end());
    }
}

} // namespace

} // namespace vera
