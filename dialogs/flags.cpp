#include "dialogs/flags.hpp"

namespace vera {
namespace {

Slots flag_slots(const Desk&, const Deal&, const RedFlag&);
std::string_view severity_key(Severity);

} // namespace

std::vector<RedFlag> flags_of(const Desk& desk, const Deal& deal) {
    return red_flags(deal, desk.library.flag_rules, desk.today);
}

std::optional<RedFlag> top_flag(const Desk& desk, const Deal& deal, const PersonId& person) {
    for (const RedFlag& flag : flags_of(desk, deal))
        if (flag.person == person) return flag;
    return std::nullopt;
}

std::string flag_name(const Desk& desk, const Deal& deal, const RedFlag& flag) {
    return sentence(desk, "flag." + flag_key(flag) + ".name", flag_slots(desk, deal, flag));
}

std::string flag_step(const Desk& desk, const Deal& deal, const RedFlag& flag) {
    return sentence(desk, "flag." + flag_key(flag) + ".step", flag_slots(desk, deal, flag));
}

void name_flag(Desk& desk, const Deal& deal, const RedFlag& flag) {
    desk.flag_named = true;
    say(desk, "flag.named",
        {{"severity", sentence(desk, severity_key(flag.severity))}, {"text", flag_name(desk, deal, flag)}});
    if (first_time(desk, "flag.explain")) say(desk, "flag.explain", {}, LineStyle::context);
}

std::string coach_name(const Desk& desk, const Deal& deal, const PersonId& but) {
    for (const Influence& person : deal.people)
        if (person.roles.contains(Role::coach) && person.person != but) return first_name(person);
    return sentence(desk, "coach.somebody");
}

namespace {

Slots flag_slots(const Desk& desk, const Deal& deal, const RedFlag& flag) {
    Slots slots = {{"account", deal.head.name}, {"coach", coach_name(desk, deal, flag.person)}};
    if (const Influence* person = find_person(deal, flag.person)) slots["first"] = first_name(*person);
    return slots;
}

std::string_view severity_key(Severity severity) {
    switch (severity) {
    case Severity::critical:
        return "severity.critical";
    case Severity::high:
        return "severity.high";
    case Severity::medium:
        return "severity.medium";
    }
    throw Bug("no such severity");
}

} // namespace
} // namespace vera
