#pragma once
// Time as Vera keeps it: instants are UTC milliseconds, days are calendar days, and a local time is a
// wish (day, minute, zone name) from which the instant is derived late. Nobody here asks what time it
// is. One rule for clock changes (RFC 5545, section 3.3.5): a time that does not exist is read with the
// offset before the gap (02:30 becomes 03:30); one that exists twice is the first.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vera {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Day = std::chrono::year_month_day;
using Duration = std::chrono::milliseconds;

// An IANA zone name, known to exist (see find_zone). The default is UTC.
class Zone {
public:
    Zone() = default;
    const std::string& name() const { return name_; }
    bool operator==(const Zone&) const = default;

private:
    friend std::optional<Zone> find_zone(std::string_view name);
    explicit Zone(std::string name) : name_(std::move(name)) {}
    std::string name_ = "UTC";
};
std::optional<Zone> find_zone(std::string_view name); // nullopt: the zone data of this machine has no such name

struct Local {
    Day day;
    std::chrono::minutes minute{0}; // since midnight, 0..1439
    bool operator==(const Local&) const = default;
};

Time to_time(const Local&, const Zone&);
Local to_local(Time, const Zone&);
Day day_of(Time, const Zone&);

Day add_days(Day, int days);
int days_between(Day from, Day to); // negative when `to` is earlier
bool is_weekend(Day);
Day next_working_day(Day after); // the first Monday to Friday after it

std::int64_t to_ms(Time);
Time from_ms(std::int64_t);

std::string iso_day(Day);                             // 2026-11-27
std::optional<Day> parse_iso_day(std::string_view);   // exactly that form, and a day that exists
std::optional<Time> parse_iso_time(std::string_view); // 2026-11-27T09:00[:30][Z|+01:00]; a zone is required
std::string iso_time(Time);                           // 2026-11-27T08:00:00Z

std::string say_day(Day, Day today);          // "today", "tomorrow", "Fri 27 Nov", "30 June 2027"
std::string say_minute(std::chrono::minutes); // "09:00"

} // namespace vera
