#include "core/flags/flag_table.hpp"

#include <array>

namespace vera {
namespace {

bool part_is_open(const Looked&);
bool is_untouched(const Looked&);
bool not_met_since_start(const Looked&);
bool win_from_before_start(const Looked&);
bool contact_is_old(const Looked&);
bool win_is_old(const Looked&);

constexpr std::array checks{
    Check{"RF-ROLE-OPEN", "", part_is_open},         Check{"RF-UNCONTACTED", "contact", is_untouched},
    Check{"RF-NEW", "contact", not_met_since_start}, Check{"RF-NEW", "evidence", win_from_before_start},
    Check{"RF-STALE", "contact", contact_is_old},    Check{"RF-STALE", "evidence", win_is_old},
};

bool is_new(const Looked&);
bool met_since_start(const Influence&);
std::optional<Day> win_known_on(const Influence&);

} // namespace

std::span<const Check> contact_checks() { return checks; }

bool is_older(Day day, const Looked& at, std::string_view days) {
    return days_between(day, at.today) > limit(at, days);
}

namespace {

bool part_is_open(const Looked& at) { return at.deal.people_confirmed && at.person.roles.empty(); }

bool is_untouched(const Looked& at) {
    const Contact& contact = at.person.contact;
    return contact.asked == Asked::does_not_know || (contact.asked == Asked::answered && !contact.spoken);
}

bool not_met_since_start(const Looked& at) { return is_new(at) && !met_since_start(at.person); }

bool win_from_before_start(const Looked& at) {
    const auto known = win_known_on(at.person);
    return is_new(at) && known && *known < *at.person.in_job.value && met_since_start(at.person);
}

// Whoever was spoken with on a day nobody remembers is not called old: that day was never asked.
bool contact_is_old(const Looked& at) {
    const Contact& contact = at.person.contact;
    return contact.asked == Asked::answered && contact.spoken && contact.last && is_older(*contact.last, at, "days");
}

bool win_is_old(const Looked& at) {
    const auto known = win_known_on(at.person);
    return known && is_older(*known, at, "days");
}

bool is_new(const Looked& at) {
    const Told<Day>& start = at.person.in_job;
    if (start.asked != Asked::answered || !start.value) return false;
    const Day settled = *start.value + std::chrono::months(limit(at, "months"));
    return std::chrono::sys_days(at.today) < std::chrono::sys_days(settled);
}

bool met_since_start(const Influence& person) {
    const Contact& contact = person.contact;
    return contact.spoken && contact.last && *contact.last >= *person.in_job.value;
}

std::optional<Day> win_known_on(const Influence& person) {
    return status(person.win) == WinStatus::supported ? last_confirmed(person.win) : std::nullopt;
}

} // namespace
} // namespace vera
