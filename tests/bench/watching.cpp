#include "bot/live_library.hpp"
#include "tests/bench/bench.hpp"

#include <fstream>

namespace bench {

namespace {

void write(const Folder& folder, const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    std::ofstream(folder.path() / name) << text;
}

} // namespace

void watching() {
    const Folder folder;
    for (const auto& [name, text] : vera::compiled_in_files()) write(folder, name, text);
    auto live = vera::open_live_library(folder.path().string());
    vera::Time now{};
    constexpr int looks = 2'000, changes = 50;
    const auto later = [&] { return now += vera::look_every; };
    live->look(now);
    const Cost not_yet = measure([&] {
        for (int i = 0; i < looks; ++i) live->look(now);
    });
    const Cost same = measure([&] {
        for (int i = 0; i < looks; ++i) live->look(later());
    });
    const auto& wording = vera::compiled_in_files().at("wording/en.toml");
    const Cost changed = measure([&] {
        for (int i = 0; i < changes; ++i) {
            write(folder, "wording/en.toml", wording + std::string(static_cast<std::size_t>(i % 2 + 1), '\n'));
            live->look(later());
        }
    });
    heading("a library's folder of " + std::to_string(vera::compiled_in_files().size()) + " files");
    line("a turn that does not look", not_yet.cpu_s / looks * 1e6, "us");
    line("a look, nothing has changed", same.cpu_s / looks * 1e6, "us");
    line("a change read, checked and swapped in", changed.cpu_s / changes * 1e3, "ms");
}

} // namespace bench
