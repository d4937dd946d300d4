#include "tests/fake_slack/faults.hpp"

namespace vera::fake_slack {

bool Faults::happens(Fault fault) {
    auto ordered = ordered_.find(fault);
    auto chance = chances_.find(fault);
    bool now = false;
    if (ordered != ordered_.end() && ordered->second > 0) {
        --ordered->second;
        now = true;
    } else if (chance != chances_.end()) {
        now = random.chance(chance->second);
    }
    if (now) ++happened_[fault];
    return now;
}

int Faults::happened_in_all() const {
    int all = 0;
    for (auto& [fault, times] : happened_) all += times;
    return all;
}

} // namespace vera::fake_slack
