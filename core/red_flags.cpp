#include "core/red_flags.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace vera {
namespace {

struct PersonRule {
    const char* id;
    const char* about;
    bool (*holds)(const Influence&);
};
struct DealRule {
    const char* id;
    const char* about;
    bool (*holds)(const Deal&);
};
struct Swallow { // of two flags for one person, only the first is raised
    std::string_view kept, dropped;
};
struct Raised {
    RedFlag flag;
    std::size_t rank = 0, person = 0, rule = 0; // in this order
    auto order() const { return std::tuple{rank, person, rule}; }
};
constexpr std::size_t behind_all_others = 10'000;

bool nobody_decides(const Deal&);
bool two_decide(const Deal&);
bool nobody_is_with_us(const Deal&);
bool nobody_uses(const Deal&);
bool nobody_can_stop(const Deal&);
bool nobody_owns_old_way(const Deal&);
bool is_untouched(const Influence&);
bool result_unknown(const Influence&);
bool result_soft(const Influence&);
bool win_unknown(const Influence&);
bool win_guessed(const Influence&);
bool win_without_result(const Influence&);
bool lose_untested(const Influence&);
bool lose_open(const Influence&);
std::size_t buyers_with(const Deal&, Role);
bool has_role(const Influence& person, Role role) { return person.roles.contains(role); }

constexpr std::array deal_rules{
    DealRule{"RF-E-NONE", "", nobody_decides},
    DealRule{"RF-E-TWO", "", two_decide},
    DealRule{"RF-COACH", "", nobody_is_with_us},
    DealRule{"RF-ROLE-NONE", "user", nobody_uses},
    DealRule{"RF-ROLE-NONE", "technical", nobody_can_stop},
    DealRule{"RF-OLD-WAY", "", nobody_owns_old_way},
};
constexpr const char* role_open = "RF-ROLE-OPEN"; // of a person, but only asked with the list of people
constexpr std::array person_rules{
    PersonRule{"RF-UNCONTACTED", "contact", is_untouched}, PersonRule{"RF-RES-NONE", "result", result_unknown},
    PersonRule{"RF-RES-SOFT", "result", result_soft},      PersonRule{"RF-WIN-NONE", "win", win_unknown},
    PersonRule{"RF-WIN-HYP", "evidence", win_guessed},     PersonRule{"RF-WIN-NO-RESULT", "result", win_without_result},
    PersonRule{"RF-LOSE-UNTESTED", "lose", lose_untested}, PersonRule{"RF-LOSE-OPEN", "lose", lose_open},
};
constexpr std::array swallows{
    Swallow{"RF-RES-NONE", "RF-RES-SOFT"},
    Swallow{"RF-RES-NONE", "RF-WIN-NO-RESULT"},
    Swallow{"RF-WIN-NO-RESULT", "RF-RES-SOFT"},
    Swallow{"RF-WIN-NONE", "RF-WIN-HYP"},
};

const FlagRule* rule_for(const FlagRules&, std::string_view id);
std::vector<Raised> flags_of_deal(const Deal&, const FlagRules&);
std::vector<Raised> flags_of_person(const Deal&, std::size_t index, const FlagRules&);
Raised raised(const FlagRules&, const FlagRule&, const Influence&, std::size_t index, const char* about);
void drop_swallowed(std::vector<Raised>&);

} // namespace

const std::vector<std::string>& flag_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> made;
        const auto add = [&](std::string_view id) {
            if (std::find(made.begin(), made.end(), id) == made.end()) made.emplace_back(id);
        };
        for (const auto& rule : deal_rules) add(rule.id);
        add(role_open);
        for (const auto& rule : person_rules) add(rule.id);
        return made;
    }();
    return ids;
}

std::vector<RedFlag> red_flags(const Deal& deal, const FlagRules& rules, Day) {
    std::vector<Raised> all = flags_of_deal(deal, rules);
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        if (deal.people[i].ours) continue;
        auto found = flags_of_person(deal, i, rules);
        drop_swallowed(found);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::stable_sort(all.begin(), all.end(), [](const Raised& a, const Raised& b) { return a.order() < b.order(); });
    std::vector<RedFlag> flags;
    for (auto& each : all) flags.push_back(std::move(each.flag));
    return flags;
}

namespace {

bool nobody_decides(const Deal& deal) { return buyers_with(deal, Role::economic) == 0; }

bool two_decide(const Deal& deal) { return buyers_with(deal, Role::economic) > 1; }

// Somebody of our own house can be the Coach too.
bool nobody_is_with_us(const Deal& deal) {
    return std::none_of(deal.people.begin(), deal.people.end(), [](const auto& p) { return has_role(p, Role::coach); });
}

bool nobody_uses(const Deal& deal) { return buyers_with(deal, Role::user) == 0; }

bool nobody_can_stop(const Deal& deal) { return buyers_with(deal, Role::technical) == 0; }

bool nobody_owns_old_way(const Deal& deal) {
    return std::none_of(deal.people.begin(), deal.people.end(), [](const auto& p) { return p.owns_old_way; });
}

bool is_untouched(const Influence& person) {
    const Contact& contact = person.contact;
    return contact.asked == Asked::does_not_know || (contact.asked == Asked::answered && !contact.spoken);
}

bool result_unknown(const Influence& person) { return person.result.asked == Asked::does_not_know; }

bool result_soft(const Influence& person) {
    const Quality enough = has_role(person, Role::economic) ? Quality::m4 : Quality::m3;
    return person.result.asked == Asked::answered && quality(person.result.measure) < enough;
}

bool win_unknown(const Influence& person) { return person.win.asked == Asked::does_not_know; }

// Until somebody was asked how they know, a Win is not a guess but a question that waits.
bool win_guessed(const Influence& person) {
    const Win& win = person.win;
    const bool asked = win.evidence_asked != Asked::not_yet || !win.evidence.empty();
    return asked && status(win) == WinStatus::guess;
}

bool win_without_result(const Influence& person) {
    const Result& result = person.result;
    const bool vague = result.asked == Asked::answered && quality(result.measure) == Quality::m0;
    return person.win.asked == Asked::answered && (vague || result.asked == Asked::does_not_know);
}

bool lose_untested(const Influence& person) {
    const Lose& lose = person.lose;
    return lose.asked == Asked::does_not_know || (lose.asked == Asked::answered && !lose.suspected);
}

bool lose_open(const Influence& person) {
    const Lose& lose = person.lose;
    return lose.asked == Asked::answered && lose.suspected && lose.mitigation.empty();
}

std::size_t buyers_with(const Deal& deal, Role role) {
    const auto is_one = [role](const Influence& person) { return !person.ours && has_role(person, role); };
    return static_cast<std::size_t>(std::count_if(deal.people.begin(), deal.people.end(), is_one));
}

const FlagRule* rule_for(const FlagRules& rules, std::string_view id) {
    const auto is_it = [&](const FlagRule& rule) { return rule.id == id; };
    const auto found = std::find_if(rules.rules.begin(), rules.rules.end(), is_it);
    return found == rules.rules.end() || !found->on ? nullptr : &*found;
}

std::vector<Raised> flags_of_deal(const Deal& deal, const FlagRules& rules) {
    std::vector<Raised> found;
    if (!deal.people_confirmed) return found;
    for (const auto& rule : deal_rules) {
        const FlagRule* set = rule_for(rules, rule.id);
        if (set && rule.holds(deal)) found.push_back(raised(rules, *set, {}, 0, rule.about));
    }
    return found;
}

std::vector<Raised> flags_of_person(const Deal& deal, std::size_t index, const FlagRules& rules) {
    const Influence& person = deal.people[index];
    std::vector<Raised> found;
    const FlagRule* open = rule_for(rules, role_open);
    if (open && deal.people_confirmed && person.roles.empty()) {
        found.push_back(raised(rules, *open, person, index + 1, ""));
    }
    for (const auto& rule : person_rules) {
        const FlagRule* set = rule_for(rules, rule.id);
        if (set && rule.holds(person)) found.push_back(raised(rules, *set, person, index + 1, rule.about));
    }
    return found;
}

Raised raised(const FlagRules& rules, const FlagRule& set, const Influence& person, std::size_t index,
              const char* about) {
    const bool economic = has_role(person, Role::economic);
    Raised out;
    out.flag = {set.id, person.person, economic ? set.severity_economic.value_or(set.severity) : set.severity, about,
                Standing::open};
    out.rank = static_cast<std::size_t>(std::max(0, economic ? set.rank_economic : set.rank));
    out.person = index;
    out.rule = static_cast<std::size_t>(&set - rules.rules.data());
    // What a Coach's own company gets is not what decides the deal.
    if (is_only_coach(person) && out.flag.about == "result") {
        out.flag.severity = Severity::medium;
        out.rank += behind_all_others;
    }
    return out;
}

void drop_swallowed(std::vector<Raised>& found) {
    const std::vector<Raised> before = found;
    std::erase_if(found, [&](const Raised& each) {
        return std::any_of(swallows.begin(), swallows.end(), [&](const Swallow& swallow) {
            const auto keeps = [&](const Raised& other) { return other.flag.id == swallow.kept; };
            return each.flag.id == swallow.dropped && std::any_of(before.begin(), before.end(), keeps);
        });
    });
}

} // namespace
} // namespace vera
