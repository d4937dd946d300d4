#include "core/time.hpp"

#include "core/must.hpp"
#include "tests/support/catch.hpp"

#include <array>

namespace vera {
namespace {

Day day(std::string_view iso) { return parse_iso_day(iso).value(); }
Time at(std::string_view iso) { return parse_iso_time(iso).value(); }
Local local(std::string_view iso_day, int hour, int minute) {
    return {day(iso_day), std::chrono::hours{hour} + std::chrono::minutes{minute}};
}

struct Wish {
    const char* day;
    int hour, minute;
    const char* zone;
    const char* utc;
    const char* shown_day; // the local time people then see
    int shown_hour, shown_minute;
};

// Computed with another program. Days that are over, because governments change the ones to come: every
// kind of change there is.
constexpr std::array wishes{
    Wish{"2024-03-31", 2, 30, "Europe/Paris", "2024-03-31T01:30Z", "2024-03-31", 3, 30},        // gap
    Wish{"2024-10-27", 2, 30, "Europe/Paris", "2024-10-27T00:30Z", "2024-10-27", 2, 30},        // overlap
    Wish{"2024-03-10", 2, 30, "America/New_York", "2024-03-10T07:30Z", "2024-03-10", 3, 30},    // gap
    Wish{"2024-11-03", 1, 30, "America/New_York", "2024-11-03T05:30Z", "2024-11-03", 1, 30},    // overlap
    Wish{"2024-10-06", 2, 15, "Australia/Lord_Howe", "2024-10-05T15:45Z", "2024-10-06", 2, 45}, // gap of 30 minutes
    Wish{"2024-04-07", 1, 45, "Australia/Lord_Howe", "2024-04-06T14:45Z", "2024-04-07", 1, 45}, // overlap of 30 minutes
    Wish{"2024-03-31", 2, 30, "Antarctica/Troll", "2024-03-31T02:30Z", "2024-03-31", 4, 30},    // gap of 2 hours
    Wish{"2024-04-26", 0, 0, "Africa/Cairo", "2024-04-25T22:00Z", "2024-04-26", 1, 0},          // no midnight
    Wish{"2024-03-31", 0, 0, "Asia/Beirut", "2024-03-30T22:00Z", "2024-03-31", 1, 0},           // no midnight
    Wish{"2024-03-10", 0, 30, "America/Havana", "2024-03-10T05:30Z", "2024-03-10", 1, 30},      // no midnight
    Wish{"2024-09-08", 0, 0, "America/Santiago", "2024-09-08T04:00Z", "2024-09-08", 1, 0},      // no midnight, south
    Wish{"2024-03-31", 1, 30, "Europe/Dublin", "2024-03-31T01:30Z", "2024-03-31", 2,
         30}, // winter time is the exception
    Wish{"2024-03-10", 2, 30, "Africa/Casablanca", "2024-03-10T01:30Z", "2024-03-10", 2, 30}, // overlap for Ramadan
    Wish{"2024-04-14", 2, 30, "Africa/Casablanca", "2024-04-14T02:30Z", "2024-04-14", 3, 30}, // gap after Ramadan
    Wish{"2024-09-29", 2, 50, "Pacific/Chatham", "2024-09-28T14:05Z", "2024-09-29", 3, 50},   // +12:45
    Wish{"2024-03-30", 23, 30, "America/Nuuk", "2024-03-31T01:30Z", "2024-03-31", 0, 30}, // gap that changes the date
    Wish{"2011-12-30", 9, 0, "Pacific/Apia", "2011-12-30T19:00Z", "2011-12-31", 9, 0},    // a whole day is missing
    Wish{"2025-01-01", 9, 0, "Pacific/Kiritimati", "2024-12-31T19:00Z", "2025-01-01", 9, 0}, // +14
    Wish{"2025-01-01", 9, 0, "Etc/GMT+12", "2025-01-01T21:00Z", "2025-01-01", 9, 0},         // -12
    Wish{"2024-06-01", 9, 0, "Asia/Kathmandu", "2024-06-01T03:15Z", "2024-06-01", 9, 0},     // +05:45
    Wish{"2024-04-07", 2, 30, "America/Mexico_City", "2024-04-07T08:30Z", "2024-04-07", 2,
         30},                                                                              // no summer time since 2022
    Wish{"2025-01-01", 9, 0, "Asia/Almaty", "2025-01-01T04:00Z", "2025-01-01", 9, 0},      // changed in 2024
    Wish{"2025-06-01", 9, 0, "America/Asuncion", "2025-06-01T12:00Z", "2025-06-01", 9, 0}, // changed in 2024
};

} // namespace

TEST_CASE("a wished local time becomes one instant, also when clocks change", "[time]") {
    for (const Wish& wish : wishes) {
        INFO(wish.day << " " << wish.hour << ":" << wish.minute << " " << wish.zone);
        const Zone zone = find_zone(wish.zone).value();
        const Time time = to_time(local(wish.day, wish.hour, wish.minute), zone);
        CHECK(iso_time(time) == iso_time(at(wish.utc)));
        const Local shown = to_local(time, zone);
        CHECK(iso_day(shown.day) == wish.shown_day);
        CHECK(shown.minute == std::chrono::hours{wish.shown_hour} + std::chrono::minutes{wish.shown_minute});
    }
}

TEST_CASE("a local time that exists comes back as it was, every half hour of a year", "[time]") {
    for (const auto* name : {"Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"}) {
        const Zone zone = find_zone(name).value();
        for (Time time = at("2027-01-01T00:00Z"); time < at("2028-01-01T00:00Z"); time += std::chrono::minutes{30}) {
            const Local shown = to_local(time, zone);
            const Time again = to_time(shown, zone);
            REQUIRE(to_local(again, zone) == shown);
            REQUIRE(again <= time); // of two instants with that name it is the first
        }
    }
}

TEST_CASE("a daily wish comes once on every local date for ten years", "[time]") {
    for (const auto* name : {"Europe/Paris", "America/Havana", "Africa/Cairo", "Pacific/Chatham"}) {
        const Zone zone = find_zone(name).value();
        Time last = from_ms(0);
        for (Day today = day("2026-01-01"); today < day("2036-01-01"); today = add_days(today, 1)) {
            const Time time = to_time({today, std::chrono::minutes{150}}, zone);
            REQUIRE(time > last);
            REQUIRE(day_of(time, zone) == today);
            last = time;
        }
    }
}

TEST_CASE("zone names nobody knows are refused quietly", "[time]") {
    for (const auto* name : {"", "Mars/Olympus", "europe", "../../etc/passwd", "/", "tzdata.zi", "leapseconds"}) {
        CHECK_FALSE(find_zone(name));
    }
    CHECK_FALSE(find_zone(std::string_view{"\0\xFF", 2}));
    CHECK(find_zone("Europe/Berlin")->name() == "Europe/Berlin");
    CHECK(Zone{} == find_zone("UTC"));
}

TEST_CASE("a local time outside the day is our bug", "[time]") {
    CHECK_THROWS_AS(to_time({day("2026-11-23"), std::chrono::hours{24}}, Zone{}), Bug);
    CHECK_THROWS_AS(to_time({day("2026-11-23"), std::chrono::minutes{-1}}, Zone{}), Bug);
    CHECK_THROWS_AS(to_time(Local{}, Zone{}), Bug);
}

TEST_CASE("days are counted on the calendar", "[time]") {
    CHECK(add_days(day("2026-11-23"), 40) == day("2027-01-02"));
    CHECK(add_days(day("2028-03-01"), -1) == day("2028-02-29"));
    CHECK(days_between(day("2026-11-23"), day("2026-12-01")) == 8);
    CHECK(days_between(day("2026-11-23"), day("2026-11-20")) == -3);
    CHECK(is_weekend(day("2026-11-28")));
    CHECK_FALSE(is_weekend(day("2026-11-27")));
    CHECK(next_working_day(day("2026-11-27")) == day("2026-11-30"));
    CHECK(next_working_day(day("2026-11-23")) == day("2026-11-24"));
}

TEST_CASE("instants are written and read in one form", "[time]") {
    CHECK(iso_time(at("2026-11-27T09:00+01:00")) == "2026-11-27T08:00:00Z");
    CHECK(iso_time(at("2026-11-27T09:00:30Z")) == "2026-11-27T09:00:30Z");
    CHECK(iso_time(at("2026-11-27T23:30-02:30")) == "2026-11-28T02:00:00Z");
    CHECK(iso_time(from_ms(-1)) == "1969-12-31T23:59:59Z");
    CHECK(to_ms(from_ms(1'795'449'600'123)) == 1'795'449'600'123);
    for (const auto* text : {"", "2026-11-27", "2026-11-27T09:00", "2026-11-27T24:00Z", "2026-11-27T09:60Z",
                             "2026-11-27T09:00:60Z", "2026-11-27T09:00:3Z", "2026-11-27 09:00Z", "2026-02-30T09:00Z",
                             "2026-11-27T09:00+1:00", "2026-11-27T09:00+01:00x", "2026-11-27T9:00Z"}) {
        CHECK_FALSE(parse_iso_time(text));
    }
}

TEST_CASE("days are written and read in one form", "[time]") {
    CHECK(iso_day(day("2026-01-05")) == "2026-01-05");
    CHECK(parse_iso_day("2028-02-29"));
    for (const auto* text : {"", "2027-02-29", "2026-13-01", "2026-00-01", "2026-1-05", "26-01-05", "2026-01-05 ",
                             "2026/01/05", "2026-01-0x"}) {
        CHECK_FALSE(parse_iso_day(text));
    }
}

TEST_CASE("a day is said the way people would", "[time]") {
    const Day today = day("2026-11-23");
    CHECK(say_day(today, today) == "today");
    CHECK(say_day(day("2026-11-24"), today) == "tomorrow");
    CHECK(say_day(day("2026-11-22"), today) == "yesterday");
    CHECK(say_day(day("2026-11-27"), today) == "Fri 27 Nov");
    CHECK(say_day(day("2027-01-07"), today) == "Thu 7 Jan");
    CHECK(say_day(day("2026-11-12"), today) == "Thu 12 Nov");
    CHECK(say_day(day("2027-06-30"), today) == "30 June 2027");
    CHECK(say_day(day("2026-06-30"), today) == "30 June 2026");
    CHECK(say_minute(std::chrono::minutes{545}) == "09:05");
}

} // namespace vera
