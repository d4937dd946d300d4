#include "tests/bench/office.hpp"

namespace bench {

void stored() {
    heading("the cost of a turn with so many influences stored");
    Cost first;
    for (const std::size_t influences : {10u, 10'000u, 1'000'000u}) {
        const Folder folder;
        Office office(folder.file("vera.db"));
        const Cost filling = measure([&] { office.fill(influences); });
        const auto staff = office.hire(256);
        const Cost cost = office.have_talk(staff, vera::max_batch);
        const double turns = static_cast<double>(staff.size() * talk().size());
        const std::string size = std::to_string(influences) + ": ";
        line(size + "filling the store", filling.wall_s, "s");
        line(size + "processor time of a turn", cost.cpu_s / turns * 1e6, "us");
        line(size + "wall time of a turn", cost.wall_s / turns * 1e6, "us");
        if (first.cpu_s == 0) first = cost;
        ratio(size + "processor time against 10", cost.cpu_s, first.cpu_s);
        ratio(size + "wall time against 10", cost.wall_s, first.wall_s);
    }
}

} // namespace bench
