#include "core/flags/red_flags.hpp"

#include "core/flags/flag_table.hpp"
#include "core/must.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

std::vector<Raised> all_raised(const Deal&, const FlagRules&, Day today);
void raise(std::vector<Raised>&, std::span<const Check>, const Deal&, std::size_t person, const FlagRules&, Day today);
const FlagRule* rule_for(const FlagRules&, std::string_view id);
const std::vector<Check>& all_checks();
bool has_several(std::string_view id);

} // namespace

const std::vector<std::string>& flag_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> made;
        for (const Check& check : all_checks())
            if (std::find(made.begin(), made.end(), check.id) == made.end()) made.emplace_back(check.id);
        return made;
    }();
    return ids;
}

const std::vector<std::string>& flag_keys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> made;
        for (const Check& check : all_checks())
            made.push_back(flag_key({check.id, {}, Severity::medium, check.about, Standing::open}));
        return made;
    }();
    return keys;
}

std::string flag_key(const RedFlag& flag) {
    return flag.about.empty() || !has_several(flag.id) ? flag.id : flag.id + "-" + flag.about;
}

std::vector<RedFlag> red_flags(const Deal& deal, const FlagRules& rules, Day today,
                               const std::vector<PersonId>& attendees) {
    if (!is_live(deal, today)) return {};
    return ranked(deal, rules, today, attendees, all_raised(deal, rules, today));
}

std::size_t open_flags(const std::vector<RedFlag>& flags) {
    const auto is_open = [](const RedFlag& flag) { return flag.standing == Standing::open; };
    return static_cast<std::size_t>(std::count_if(flags.begin(), flags.end(), is_open));
}

void drop_settled_choices(Deal& deal, const FlagRules& rules, Day today) {
    if (deal.choices.empty() || !is_live(deal, today)) return;
    const auto found = all_raised(deal, rules, today);
    std::erase_if(deal.choices, [&](const FlagChoice& choice) {
        return std::none_of(found.begin(), found.end(), [&](const Raised& each) {
            return each.flag.id == choice.flag && each.flag.person == choice.person;
        });
    });
}

int limit(const Looked& looked, std::string_view key) {
    const auto found = looked.rule.limits.find(key);
    MUST(found != looked.rule.limits.end());
    return found->second;
}

namespace {

std::vector<Raised> all_raised(const Deal& deal, const FlagRules& rules, Day today) {
    std::vector<Raised> all;
    raise(all, deal_checks(), deal, deal.people.size(), rules, today);
    drop_swallowed(all);
    for (std::size_t i = 0; i < deal.people.size(); ++i) {
        std::vector<Raised> found;
        raise(found, coach_checks(), deal, i, rules, today);
        if (!deal.people[i].ours)
            for (const auto& checks : {contact_checks(), result_checks(), win_checks(), stance_checks()})
                raise(found, checks, deal, i, rules, today);
        drop_swallowed(found);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

void raise(std::vector<Raised>& found, std::span<const Check> checks, const Deal& deal, std::size_t person,
           const FlagRules& rules, Day today) {
    static const Influence nobody;
    const bool of_person = person < deal.people.size();
    const Influence& who = of_person ? deal.people[person] : nobody;
    for (const Check& check : checks) {
        const FlagRule* rule = rule_for(rules, check.id);
        if (!rule || !rule->on || (!rule->in_tender && deal.tender.is(true))) continue;
        if (!check.holds({deal, who, today, *rule})) continue;
        const RedFlag flag{check.id, who.person, severity_for(*rule, who, check.about), check.about, Standing::open};
        found.push_back({flag, static_cast<std::size_t>(rule - rules.rules.data()), of_person ? person + 1 : 0});
    }
}

const FlagRule* rule_for(const FlagRules& rules, std::string_view id) {
    const auto is_it = [&](const FlagRule& rule) { return rule.id == id; };
    const auto found = std::find_if(rules.rules.begin(), rules.rules.end(), is_it);
    return found == rules.rules.end() ? nullptr : &*found;
}

const std::vector<Check>& all_checks() {
    static const std::vector<Check> all = [] {
        std::vector<Check> made;
        for (const auto& checks :
             {deal_checks(), coach_checks(), contact_checks(), result_checks(), win_checks(), stance_checks()})
            made.insert(made.end(), checks.begin(), checks.end());
        return made;
    }();
    return all;
}

// Whether flags of this rule are about more than one field, and so need a sentence for each.
bool has_several(std::string_view id) {
    const auto& all = all_checks();
    return std::count_if(all.begin(), all.end(), [&](const Check& check) { return check.id == id; }) > 1;
}

} // namespace
} // namespace vera
