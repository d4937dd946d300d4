#include "tests/bench/floor.hpp"
#include "tests/bench/office.hpp"

namespace bench {

namespace {

void compare(std::size_t at_once, std::size_t sellers) {
    const Folder folder;
    const std::size_t count = sellers * talk().size();
    const auto turns = static_cast<double>(count);
    const Cost floor = floor_turns(folder.file("floor.db"), count, at_once);
    Office office(folder.file("vera.db"));
    const Cost cost = office.have_talk(office.hire(sellers), at_once);
    heading(std::to_string(count) + " turns, " + std::to_string(at_once) + " to a commit");
    line("turns per second", turns / cost.wall_s, "/s");
    line("rows per second, floor", turns / floor.wall_s, "/s");
    ratio("time of a turn against the floor", cost.wall_s, floor.wall_s);
    line("processor time of a turn", cost.cpu_s / turns * 1e6, "us");
    ratio("processor time of a turn against the floor", cost.cpu_s, floor.cpu_s);
}

} // namespace

void turns() {
    compare(1, 32);
    compare(vera::max_batch, 512);

    const Folder folder;
    constexpr std::size_t sellers = 512;
    std::size_t said = 0;
    {
        Office office(folder.file("vera.db"));
        office.have_talk(office.hire(sellers), vera::max_batch);
        said = office.said_bytes();
    }
    const auto size = static_cast<double>(std::filesystem::file_size(folder.file("vera.db")));
    heading("on disk, after closing");
    line("per 1,000 turns", size / static_cast<double>(sellers * talk().size()) * 1000 / 1024, "KiB");
    ratio("against the text said by both sides", size, static_cast<double>(said));
}

} // namespace bench
