// Who may include what: the table of the house. Arrows point down (core <- dialogs <- bot), and a library
// shows itself only behind the door that was built for it.
#include "tests/tidy/source.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

namespace tidy {

namespace {

using Places = std::vector<std::string_view>;

struct Room {
    std::string_view folder; // the longest that fits counts
    Places may_include;
};
const std::vector<Room> rooms = {
    {"core/", {"core/"}},
    {"core/store/", {"core/"}},
    {"dialogs/", {"core/", "dialogs/"}},
    {"bot/", {"core/", "dialogs/", "bot/"}},
    {"bot/slack/",
     {"core/", "bot/platform.hpp", "bot/ports.hpp", "bot/suspend.hpp", "bot/http.hpp", "bot/sockets.hpp",
      "bot/rate_limit.hpp", "bot/slack/"}},
    {"bot/teams/", {"core/", "bot/platform.hpp", "bot/ports.hpp", "bot/http_client.hpp", "bot/teams/"}},
    {"bot/calendar/", {"core/", "bot/platform.hpp", "bot/ports.hpp", "bot/http_client.hpp", "bot/calendar/"}},
    {"bot/web/", {"core/", "bot/platform.hpp", "bot/ports.hpp", "bot/web/"}},
    {"bot/terminal/", {"core/", "bot/platform.hpp", "bot/ports.hpp", "bot/terminal/"}},
    {"tests/", {"core/", "dialogs/", "bot/", "tests/"}},
};

// Only who builds the house knows the platforms.
const Places platforms = {"bot/slack/", "bot/teams/", "bot/calendar/", "bot/web/", "bot/terminal/"};
const Places builders = {"bot/main.cpp",        "bot/house.cpp",        "bot/chat.hpp",         "bot/chat.cpp",
                         "bot/interactive.cpp", "bot/serve.hpp",        "bot/serve.cpp",        "bot/server.hpp",
                         "bot/server.cpp",      "bot/slack_routes.hpp", "bot/slack_routes.cpp", "bot/slack_check.hpp",
                         "bot/slack_check.cpp"};

struct Library {
    std::string_view header; // how its headers begin
    Places only_in;
    std::string_view instead;
};
const std::vector<Library> libraries = {
    {"nlohmann/",
     {"core/json.cpp", "core/json.hpp", "core/export/json.cpp", "core/store/", "bot/slack/"},
     "text becomes a typed value at the door (style 21)"},
    {"date/", {"core/time.cpp", "bot/real_clock.cpp"}, "use core/time.hpp"},
    {"toml++/", {"core/toml.cpp"}, "use core/toml.hpp"},
    {"toml.hpp", {"core/toml.cpp"}, "use core/toml.hpp"},
    {"sqlite3.h", {"core/store/"}, "use core/store/database.hpp"},
    {"libpq-fe.h", {"core/store/"}, "use core/store/database.hpp"},
    {"sodium.h", {"core/store/", "bot/ids.cpp"}, "use core/store/sealed.hpp, or Ids of bot/ports.hpp"},
    {"boost/beast",
     {"bot/http_server.cpp", "bot/http_client.cpp", "bot/websocket.cpp"},
     "Beast stays in its three files"},
    {"boost/", {"bot/"}, "core and dialogs know no Asio"},
    {"openssl/",
     {"bot/slack/signature.cpp", "bot/http_client.cpp", "bot/http_server.cpp", "bot/websocket.cpp"},
     "a library that uses it, or its own door"},
    {"prometheus/", {"bot/metrics.cpp"}, "use bot/metrics.hpp"},
    {"spdlog/", {"bot/log.cpp"}, "use bot/log.hpp"},
    {"CLI/", {"bot/main.cpp"}, "only main reads the command line"},
    {"histedit.h", {"bot/terminal/"}, "only the terminal edits lines"},
    {"editline/", {"bot/terminal/"}, "only the terminal edits lines"},
    {"catch2/", {"tests/support/"}, "include tests/support/catch.hpp"},
    {"regex", {}, "read it by hand: std::regex is slow and overflows the stack"},
    {"mutex", {"bot/metrics.cpp"}, "one thread for the network, one for the store: no locks (style 18)"},
    {"thread", {"bot/real_threads.cpp", "bot/store_thread.cpp"}, "use StoreThread of bot/ports.hpp"},
    {"random", {}, "chance comes in from outside (style 24)"},
    {"fstream", {"bot/", "core/store/"}, "core and dialogs do no I/O"},
    {"filesystem", {"bot/", "core/store/"}, "core and dialogs do no I/O"},
    {"iostream", {"bot/main.cpp", "bot/terminal/"}, "log through bot/log.hpp"},
};

struct Include {
    std::size_t line;
    std::string name;
    bool project; // in quotes
};

std::vector<Include> includes_of(const Source& source) {
    std::vector<Include> found;
    for (std::size_t i = 0; i < source.file->lines.size(); ++i) {
        const std::string& line = source.file->lines[i];
        if (!line.starts_with("#include ") || line.size() < 12) continue;
        const std::size_t end = line.find_first_of(">\"", 10);
        if (end != line.npos) found.push_back({i + 1, line.substr(10, end - 10), line[9] == '"'});
    }
    return found;
}

const Room* room_of(std::string_view path) {
    const Room* best = nullptr;
    for (const Room& room : rooms) {
        if (path.starts_with(room.folder) && (!best || room.folder.size() > best->folder.size())) best = &room;
    }
    return best;
}

void check_project_include(const Source& source, const Include& include, Findings& findings) {
    const Room* room = room_of(source.path);
    if (!room) return findings.add(source.path, include.line, "no room of the house: put the file under one");
    const std::string_view target_room = room_of(include.name) ? room_of(include.name)->folder : "";
    const bool store_from_outside =
        target_room == "core/store/" && (room->folder == "core/" || room->folder == "dialogs/");
    const bool platform_from_outside = under_any(include.name, platforms) && target_room != room->folder &&
                                       !under_any(source.path, builders) && room->folder != "tests/";
    if (!under_any(include.name, room->may_include) || store_from_outside || platform_from_outside) {
        findings.add(source.path, include.line,
                     std::string(room->folder) + " may not include " + include.name +
                         ": turn the arrow round (core <- dialogs <- bot), or pass the thing in as an argument");
    }
}

void check_library_include(const Source& source, const Include& include, Findings& findings) {
    if (source.path.starts_with("tests/") && !include.name.starts_with("catch2/") && include.name != "regex") return;
    for (const Library& library : libraries) {
        const bool whole = library.header.find_first_of("/.") == library.header.npos;
        const bool hit = whole ? include.name == library.header : include.name.starts_with(library.header);
        if (!hit) continue;
        if (!under_any(source.path, library.only_in)) {
            findings.add(source.path, include.line,
                         "<" + include.name + "> may not be here: " + std::string(library.instead));
        }
        return;
    }
}

} // namespace

TEST_CASE("every file includes only what its room may", "[tidy]") {
    Findings findings;
    for (const Source& source : sources()) {
        for (const Include& include : includes_of(source)) {
            if (include.project) {
                check_project_include(source, include, findings);
            } else {
                check_library_include(source, include, findings);
            }
        }
    }
    findings.check();
}

TEST_CASE("every file includes its own header first, which proves the header stands alone", "[tidy]") {
    std::set<std::string> headers;
    for (const Source& source : sources()) {
        if (source.header()) headers.insert(source.path);
    }
    Findings findings;
    for (const Source& source : sources()) {
        const std::string own = source.path.substr(0, source.path.size() - 4) + ".hpp";
        const std::vector<Include> includes = includes_of(source);
        if (source.header() || !headers.contains(own)) continue;
        if (includes.empty() || includes.front().name != own) {
            findings.add(source.path, 1, "include \"" + own + "\" before anything else");
        }
    }
    findings.check();
}

TEST_CASE("no header is forgotten and no source file stands outside the build", "[tidy]") {
    std::set<std::string> included;
    std::string build_files;
    for (const Source& source : sources()) {
        for (const Include& include : includes_of(source)) included.insert(include.name);
    }
    for (const File& file : tracked()) {
        if (!file.path.ends_with("CMakeLists.txt")) continue;
        for (const std::string& line : file.lines) build_files += line + '\n';
    }
    Findings findings;
    for (const Source& source : sources()) {
        const std::string folder = source.path.substr(0, source.path.rfind('/'));
        const std::string test_folder = folder.substr(folder.find('/') + 1);
        const bool built = build_files.find(folder + "/*.cpp") != build_files.npos ||
                           build_files.find(test_folder + "/*.cpp") != build_files.npos ||
                           build_files.find(" " + test_folder + " ") != build_files.npos ||
                           build_files.find(" " + test_folder + ")") != build_files.npos ||
                           build_files.find(source.path.substr(source.path.find('/') + 1)) != build_files.npos;
        if (source.header() && !included.contains(source.path)) {
            findings.add(source.path, 1, "nobody includes it: delete it");
        } else if (!source.header() && !built) {
            findings.add(source.path, 1, "no CMakeLists.txt builds it: delete it, or add its folder");
        }
    }
    findings.check();
}

} // namespace tidy
