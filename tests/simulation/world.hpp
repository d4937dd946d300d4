#pragma once
// Time, chance, and everything that is still to happen. Time moves only from one happening to the next.
// It also keeps the story: its hash proves that a seed tells the same one twice.
#include "core/time.hpp"
#include "tests/simulation/random.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vera::simulation {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

using Happening = std::function<void()>;

struct Violation {
    Time at{};
    std::string what;
};

class World {
public:
    World(std::uint64_t seed, bool trace);

    Random random;
    Time now() const { return now_; }
    void at(Time, Happening);         // in the world outside: it happens whatever becomes of the process
    void in_process(Time, Happening); // dies with the process
    void drop_process();
    std::optional<Time> next() const;
    void move_to(Time time) { now_ = time; }
    void happen(); // what is due now, one thing

    void tell(const std::string& kind, const std::string& detail = {});
    void violate(const std::string& what);
    const std::vector<Violation>& violations() const { return violations_; }
    std::uint64_t hash() const { return hash_; }

private:
    struct Planned {
        bool dies_with_process;
        Happening happening;
    };
    void plan(Time, Planned);
    Time now_;
    std::uint64_t planned_ = 0;
    std::map<std::pair<Time, std::uint64_t>, Planned> to_come_; // equal times: in the order of planning
    std::vector<Violation> violations_;
    std::uint64_t hash_ = 1469598103934665603ull;
    bool trace_;
};

Duration random_duration(Random&, Duration low, Duration high);

} // namespace vera::simulation
