#include "core/flags/flag_table.hpp"
#include "core/flags/weight.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace vera {
namespace {

// What a Coach's own company gets is not what decides the deal.
constexpr int behind_all_others = 10'000;

struct Place {
    bool put_off = false, not_in_call = false;
    int rank = 0;
    Weight weight = Weight::medium;
    std::size_t rule = 0, person = 0; // in this order
    auto order() const { return std::tuple{put_off, not_in_call, rank, weight, rule, person}; }
};

Place place_of(const Deal&, const FlagRules&, const std::vector<PersonId>& attendees, const Raised&);
Standing standing_of(const Deal&, const RedFlag&, Day today);
bool is_coachs_result(const Influence&, std::string_view about);
template <class Visit> void each_urgency(const FlagRule&, const Influence&, Visit);

} // namespace

Severity severity_for(const FlagRule& rule, const Influence& person, std::string_view about) {
    if (is_coachs_result(person, about)) return Severity::medium;
    std::optional<Severity> special;
    each_urgency(rule, person, [&](const Urgency& urgency) { special = std::max(special, urgency.severity); });
    return special.value_or(rule.severity);
}

std::vector<RedFlag> ranked(const Deal& deal, const FlagRules& rules, Day today, const std::vector<PersonId>& attendees,
                            std::vector<Raised> found) {
    std::vector<std::pair<Place, RedFlag>> placed;
    for (Raised& each : found) {
        each.flag.standing = standing_of(deal, each.flag, today);
        placed.emplace_back(place_of(deal, rules, attendees, each), std::move(each.flag));
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto& a, const auto& b) { return a.first.order() < b.first.order(); });
    std::vector<RedFlag> flags;
    for (auto& [place, flag] : placed) flags.push_back(std::move(flag));
    return flags;
}

namespace {

Place place_of(const Deal& deal, const FlagRules& rules, const std::vector<PersonId>& attendees, const Raised& raised) {
    static const Influence nobody;
    const FlagRule& rule = rules.rules[raised.rule];
    const Influence& person = raised.person == 0 ? nobody : deal.people[raised.person - 1];
    const bool in_call = std::find(attendees.begin(), attendees.end(), person.person) != attendees.end();
    std::optional<int> special;
    each_urgency(rule, person, [&](const Urgency& urgency) {
        if (urgency.rank) special = std::min(special.value_or(*urgency.rank), *urgency.rank);
    });
    const int rank =
        special.value_or(rule.rank) + (is_coachs_result(person, raised.flag.about) ? behind_all_others : 0);
    return {raised.flag.standing != Standing::open, !in_call, rank, weight(person), raised.rule, raised.person};
}

Standing standing_of(const Deal& deal, const RedFlag& flag, Day today) {
    const auto is_it = [&](const FlagChoice& c) { return c.flag == flag.id && c.person == flag.person; };
    const auto choice = std::find_if(deal.choices.begin(), deal.choices.end(), is_it);
    if (choice == deal.choices.end()) return Standing::open;
    if (choice->decision == FlagDecision::accepted) return Standing::accepted;
    return choice->until && *choice->until > today ? Standing::snoozed : Standing::open;
}

bool is_coachs_result(const Influence& person, std::string_view about) {
    return is_only_coach(person) && (about == "result" || about == "whose");
}

template <class Visit> void each_urgency(const FlagRule& rule, const Influence& person, Visit visit) {
    if (person.roles.contains(Role::economic)) visit(rule.economic);
    if (person.roles.contains(Role::technical)) visit(rule.technical);
    if (person.degree.is(Degree::high)) visit(rule.high);
    if (person.degree.is(Degree::low)) visit(rule.low);
}

} // namespace
} // namespace vera
