#include "bot/live_library.hpp"

namespace vera {

namespace {

std::shared_ptr<const Library> in_use(Library, HouseUse);

} // namespace

LiveLibrary::LiveLibrary(Library library, std::string folder, FolderLook seen, HouseUse use)
    : use_(use), current_(in_use(std::move(library), use)), folder_(std::move(folder)), seen_(std::move(seen)) {}

Expected<LiveLibrary> open_live_library(const std::string& folder, HouseUse use) {
    auto seen = folder.empty() ? FolderLook{} : look_at(folder);
    auto library = open_library(folder);
    if (!library) return library.problems();
    return LiveLibrary(std::move(*library), folder, std::move(seen), use);
}

std::vector<std::string> LiveLibrary::look(Time now) {
    if (folder_.empty() || (looked_ && now >= *looked_ && now - *looked_ < look_every)) return {};
    looked_ = now;
    auto found = look_at(folder_);
    if (found == seen_) return {};
    seen_ = std::move(found);
    try {
        return read();
    } catch (const std::exception& error) { // a file that somebody edits must not end the process
        return {std::string("library: it cannot be read, the version before stays: ") + error.what()};
    }
}

std::vector<std::string> LiveLibrary::read() {
    auto next = open_library(folder_);
    Problems problems;
    if (!next)
        problems = next.problems();
    else
        check_succession(*current_, *next, Gone::refused, problems);
    if (problems.empty()) {
        current_ = in_use(std::move(*next), use_);
        return {"library: the new version of the folder " + folder_ + " is in use"};
    }
    std::vector<std::string> lines{"library: " + folder_ +
                                   " has changed and is not in order; the version before stays"};
    for (auto& problem : problems) lines.push_back("library: " + problem.where + ": " + problem.what);
    return lines;
}

namespace {

std::shared_ptr<const Library> in_use(Library library, HouseUse use) {
    library.strict_privacy = use.strict_privacy;
    library.company_chat = use.company_chat;
    return std::make_shared<const Library>(std::move(library));
}

} // namespace

} // namespace vera
