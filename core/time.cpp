#include "core/time.hpp"

#include "core/must.hpp"

#include <date/tz.h>

#include <array>
#include <cstdio>

namespace vera {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int nearby_days = 60; // further away, a day is said with its year

date::local_seconds wished(const Local&);
std::string padded(std::int64_t number, int digits);
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count);
struct ReadMinute {
    std::chrono::minutes minute;
    std::string_view rest;
};
std::optional<ReadMinute> read_minute(std::string_view text);
std::optional<std::chrono::seconds> read_offset(std::string_view text);

constexpr std::array weekday_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array month_names{"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};

} // namespace

// The library throws for a name it does not know, and for a file among the zones that is none.
std::optional<Zone> find_zone(std::string_view name) {
    try {
        date::locate_zone(name)->get_info(date::sys_seconds{});
        return Zone{std::string{name}};
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

// `first` is the only offset of a plain time, the earlier of two, and the one before a gap: the rule of
// the header is the same subtraction in all three cases.
Time to_time(const Local& local, const Zone& zone) {
    const auto wish = wished(local);
    const auto info = date::locate_zone(zone.name())->get_info(wish);
    return Time{wish.time_since_epoch() - info.first.offset};
}

Local to_local(Time time, const Zone& zone) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto info = date::locate_zone(zone.name())->get_info(date::sys_seconds{seconds.time_since_epoch()});
    const auto local = seconds + info.offset;
    const auto midnight = std::chrono::floor<days>(local);
    return {Day{midnight}, std::chrono::floor<std::chrono::minutes>(local - midnight)};
}

Day day_of(Time time, const Zone& zone) { return to_local(time, zone).day; }

Day add_days(Day day, int count) { return Day{sys_days{day} + days{count}}; }

int days_between(Day from, Day to) { return static_cast<int>((sys_days{to} - sys_days{from}).count()); }

bool is_weekend(Day day) {
    const std::chrono::weekday weekday{sys_days{day}};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

Day next_working_day(Day after) {
    Day day = add_days(after, 1);
    while (is_weekend(day)) day = add_days(day, 1);
    return day;
}

std::int64_t to_ms(Time time) { return time.time_since_epoch().count(); }

Time from_ms(std::int64_t ms) { return Time{std::chrono::milliseconds{ms}}; }

std::string iso_day(Day day) {
    return padded(static_cast<int>(day.year()), 4) + "-" + padded(static_cast<unsigned>(day.month()), 2) + "-" +
           padded(static_cast<unsigned>(day.day()), 2);
}

std::optional<Day> parse_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const Day read{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                   std::chrono::day(static_cast<unsigned>(*day))};
    return read.ok() ? std::optional{read} : std::nullopt;
}

std::optional<Time> parse_iso_time(std::string_view text) {
    const auto day = parse_iso_day(text.substr(0, 10));
    if (!day || text.size() < 11 || text[10] != 'T') return std::nullopt;
    const auto minute = read_minute(text.substr(11));
    if (!minute) return std::nullopt;
    std::string_view rest = minute->rest;
    std::chrono::seconds second{0};
    if (rest.starts_with(':')) {
        const auto read = digits(rest, 1, 2);
        if (!read || *read > 59) return std::nullopt;
        second = std::chrono::seconds{*read};
        rest.remove_prefix(3);
    }
    const auto offset = read_offset(rest);
    if (!offset) return std::nullopt;
    return Time{sys_days{*day} + minute->minute + second - *offset};
}

std::string iso_time(Time time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto midnight = std::chrono::floor<days>(seconds);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(seconds - midnight);
    return iso_day(Day{midnight}) + "T" + say_minute(minutes) + ":" +
           padded((seconds - midnight - minutes).count(), 2) + "Z";
}

std::string say_day(Day day, Day today) {
    const int away = days_between(today, day);
    if (away == 0) return "today";
    if (away == 1) return "tomorrow";
    if (away == -1) return "yesterday";
    const auto number = std::to_string(static_cast<unsigned>(day.day()));
    const std::string month = month_names.at(static_cast<unsigned>(day.month()) - 1);
    if (std::abs(away) > nearby_days) {
        return number + " " + month + " " + std::to_string(static_cast<int>(day.year()));
    }
    const std::chrono::weekday weekday{sys_days{day}};
    return std::string{weekday_names.at(weekday.c_encoding())} + " " + number + " " + month.substr(0, 3);
}

std::string say_minute(std::chrono::minutes minute) {
    return padded(minute.count() / 60, 2) + ":" + padded(minute.count() % 60, 2);
}

namespace {

date::local_seconds wished(const Local& local) {
    MUST(local.day.ok());
    MUST(local.minute >= std::chrono::minutes{0} && local.minute < std::chrono::hours{24});
    return date::local_seconds{sys_days{local.day}.time_since_epoch() + local.minute};
}

std::string padded(std::int64_t number, int digits) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%0*lld", digits, static_cast<long long>(number));
    return buffer.data();
}

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<ReadMinute> read_minute(std::string_view text) {
    const auto hour = digits(text, 0, 2), minute = digits(text, 3, 2);
    if (!hour || !minute || text[2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
    return ReadMinute{std::chrono::hours{*hour} + std::chrono::minutes{*minute}, text.substr(5)};
}

std::optional<std::chrono::seconds> read_offset(std::string_view text) {
    if (text == "Z") return std::chrono::seconds{0};
    if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
    const auto read = read_minute(text.substr(1));
    if (!read || !read->rest.empty()) return std::nullopt;
    return text[0] == '-' ? -read->minute : read->minute;
}

} // namespace
} // namespace vera
