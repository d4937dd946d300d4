#pragma once
// The library that turns run on, and the folder it came from. When the folder has changed, a valid version takes
// its place between two turns; a broken one is told once, and the old one stays. For one thread: the store's.
#include "bot/library_folder.hpp"
#include "core/time.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vera {

// How the house uses its library; the files do not say it.
struct HouseUse {
    bool strict_privacy = false, company_chat = false; // dialogs/library/library.hpp
};

class LiveLibrary {
public:
    // `seen`: what the folder looked like before the library was read from it. No folder: it never changes.
    LiveLibrary(Library, std::string folder = "", FolderLook seen = {}, HouseUse = {});
    // Shared, because a turn keeps the version it began with; immutable.
    std::shared_ptr<const Library> current() const { return current_; }
    // Between two turns: looks at the folder, unless it did a moment ago. Sentences for the log.
    std::vector<std::string> look(Time now);

private:
    std::vector<std::string> read();
    HouseUse use_;
    std::shared_ptr<const Library> current_;
    std::string folder_;
    FolderLook seen_; // when it was read last, well or not
    std::optional<Time> looked_;
};
Expected<LiveLibrary> open_live_library(const std::string& folder, HouseUse = {});

inline constexpr Duration look_every = std::chrono::seconds{2};

} // namespace vera
