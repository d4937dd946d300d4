#include "core/flags/flag_table.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

// Of two flags, only the first is raised: it is the more specific one about the same fact, or closing it
// closes the other. By sentence, "RF-STALE-contact", or by rule, "RF-STALE".
struct Swallow {
    std::string_view kept, dropped;
};
constexpr std::array swallows{
    Swallow{"RF-DATE-objective", "RF-DATE-date_of"},
    Swallow{"RF-UNCONTACTED", "RF-NEW-contact"}, // one talk closes both
    Swallow{"RF-UNCONTACTED", "RF-STALE-contact"},
    Swallow{"RF-UNCONTACTED", "RF-RATE-SHAKY"}, // a rating of somebody nobody met is the smaller half of that
    Swallow{"RF-NEW", "RF-STALE"},
    Swallow{"RF-NEW-contact", "RF-RATE-SHAKY-contact"},
    Swallow{"RF-STALE-contact", "RF-STALE-evidence"},
    Swallow{"RF-STALE-contact", "RF-RATE-SHAKY-contact"},
    Swallow{"RF-RES-NONE", "RF-RES-SOFT"},
    Swallow{"RF-RES-NONE", "RF-WIN-NO-RESULT"},
    Swallow{"RF-WIN-NO-RESULT", "RF-RES-SOFT"},
    Swallow{"RF-RES-OURS", "RF-RES-SOFT"}, // asking whose number it is brings theirs, with its base and date
    Swallow{"RF-RES-NO-WIN", "RF-WIN-NONE"},
    Swallow{"RF-WIN-NONE", "RF-WIN-HYP"},
    Swallow{"RF-LOSE-OPEN", "RF-LOSE-PLAN"},
    Swallow{"RF-LOSE-OPEN", "RF-LOSE-UNTESTED"},
    Swallow{"RF-MODE-EK", "RF-RATE-SHAKY-mode"},
    Swallow{"RF-RATE-SHAKY-mode", "RF-RATE-SHAKY-contact"},
    Swallow{"RF-RATE-SHAKY-mode", "RF-RATE-SHAKY-rating"},
    Swallow{"RF-RATE-SHAKY-contact", "RF-RATE-SHAKY-rating"},
    Swallow{"RF-RATE-NEG", "RF-DEGREE"},
};

bool fits(const RedFlag& flag, std::string_view which) { return flag.id == which || flag_key(flag) == which; }

} // namespace

void drop_swallowed(std::vector<Raised>& found) {
    const std::vector<Raised> before = found;
    std::erase_if(found, [&](const Raised& each) {
        return std::any_of(swallows.begin(), swallows.end(), [&](const Swallow& swallow) {
            const auto keeps = [&](const Raised& other) { return fits(other.flag, swallow.kept); };
            return fits(each.flag, swallow.dropped) && std::any_of(before.begin(), before.end(), keeps);
        });
    });
}

} // namespace vera
