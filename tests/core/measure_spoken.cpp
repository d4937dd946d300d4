// Results as people say them in a hurry: two at once, without a verb, with a day that is none.
#include "core/reading/measure.hpp"
#include "core/text.hpp"

#include "tests/core/readings.hpp"

namespace vera {

TEST_CASE("two numbers are read in whatever order they are told", "[measure]") {
    const Row rows[] = {
        {"3 minutes per case, today it's 7", "- | 7 | 3 | minutes per case | -"},
        {"5 instead of 2", "- | 2 | 5 | - | -"},
        {"on-time delivery up from 82 to 95 percent", "on-time delivery | 82 | 95 | % | -"},
        {"handling time 7:40 to 6:30 minutes", "handling time | 460 | 390 | seconds | -"},
        {"EUR 1,2 Mio to 900k", "- | 1,200,000 | 900,000 | EUR | -"},
        {"scrap cost from 1.2m to 0.9m", "scrap cost | 1,200,000 | 900,000 | - | -"},
        {"EUR 410k -> 300k per month", "- | 410,000 | 300,000 | EUR per month | -"},
        {"agency nurses EUR 410k per month down to 300k", "agency nurses | 410,000 | 300,000 | EUR per month | -"},
        {"waiting time from fourteen to eleven hours", "waiting time | 14 | 11 | hours | -"},
        {"forty-one to fourteen hours", "- | 41 | 14 | hours | -"},
        {"one system instead of three", "- | 3 | 1 | system | -"},
        {"14 down to 11", "- | 14 | 11 | - | -"},
        {"to 11 from 14", "- | 14 | 11 | - | -"},
        {"61h->30h", "- | 61 | 30 | h | -"},
        {"currently 14 hours, want 11", "- | 14 | 11 | hours | -"},
        {"today 14 h, 11 by June", "- | 14 | 11 | h | 2027-06-30"},
        {"14 h now, 11 h by June", "- | 14 | 11 | h | 2027-06-30"},
        {"11 hours by June, 14 now", "- | 14 | 11 | hours | 2027-06-30"},
        {"was 14 h, now 11 h", "- | 14 | 11 | h | -"},
        {"today 61 hours; goal 30", "- | 61 | 30 | hours | -"},
        {"Today 14 h. Should be 11.", "- | 14 | 11 | h | -"},
        {"overtime: 40 h/month now, goal 20 h/month", "overtime | 40 | 20 | h/month | -"},
        {"month end close takes 9 days, should be 5", "month end close | 9 | 5 | days | -"},
        {"We're at 14 hours today and need to get to 11 hours", "- | 14 | 11 | hours | -"},
        {"she wants waiting time down from 14 to 11 h", "waiting time | 14 | 11 | h | -"},
        {"1) waiting time 14 to 11 h", "waiting time | 14 | 11 | h | -"},
        {"drop-out rate from 20 to 25 %", "drop-out rate | 20 | 25 | % | -"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("a change is read with its sign, and faster is less", "[measure]") {
    const Row rows[] = {
        {"onboarding 30% faster", "onboarding | - | -30 change | % | -"},
        {"30 % quicker month-end close", "month-end close | - | -30 change | % | -"},
        {"delivery 20% sooner", "delivery | - | -20 change | % | -"},
        {"scrap down 15 %", "scrap | - | -15 change | % | -"},
        {"sales up 5%", "sales | - | 5 change | % | -"},
        {"15 % reduction in cost", "cost | - | -15 change | % | -"},
        {"a third less scrap", "scrap | - | -33 change | % | -"},
        {"scrap down by a third", "scrap | - | -33 change | % | -"},
        {"cut rework by a quarter by June", "rework | - | -25 change | % | 2027-06-30"},
        {"half the errors", "errors | - | -50 change | % | -"},
        {"twice as fast", "- | - | -50 change | % | -"},
        {"twice as many orders per day", "orders per day | - | 100 change | % | -"},
        {"uptime 5 percentage points higher", "uptime | - | 5 change | percentage points | -"},
        {"waiting time -3 pp", "waiting time | - | -3 change | percentage points | -"},
        {"<=4h", "- | - | 4 | h | -"},
        {"max. 5 days", "- | - | 5 | days | -"},
        {"5 days or less", "- | - | 5 | days | -"},
        {"no more than 3 errors per week", "errors | - | 3 | per week | -"},
        {"at most 5", "- | - | 5 | - | -"},
        {"410k EUR/month", "- | - | 410,000 | EUR/month | -"},
        {"currently 61 hours", "nothing"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
    CHECK(say_measure(*read_measure("onboarding 30% faster", monday), monday) == "onboarding 30 % lower");
}

TEST_CASE("a Result is due on a weekday, in some weeks or in a calendar week", "[measure]") {
    const Row rows[] = {
        {"stock-outs from 7 to 3 by Friday", "stock-outs | 7 | 3 | - | 2026-11-27"},
        {"14 to 11 h within 6 months", "- | 14 | 11 | h | 2027-05-23"},
        {"waiting time 14 to 11 h in two weeks", "waiting time | 14 | 11 | h | 2026-12-07"},
        {"14 to 11 h by KW 49", "- | 14 | 11 | h | 2026-12-04"},
        {"error rate 7 to 3 % by Q2/Q3 2027", "error rate | 7 | 3 | % | 2027-09-30"},
        {"error rate 7 to 3 % by H1 2027", "error rate | 7 | 3 | % | 2027-06-30"},
        {"In two weeks: 14 to 11 h", "- | 14 | 11 | h | 2026-12-07"},
        {"orders shipped within 2 days from 82 to 95%", "orders shipped within 2 days | 82 | 95 | % | -"},
        {"95 % of orders shipped within 2 days", "- | - | 95 | % of orders shipped | -"},
        {"stock-outs on Fridays from 7 to 3", "stock-outs on Fridays | 7 | 3 | - | -"},
        {"Streets cleared from 82 to 95 % in season 2027/28", "Streets cleared | 82 | 95 | % | -"},
        {"14 to 11 hours by summer", "- | 14 | 11 | hours | -"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("two Results in one text are told apart, and one is not torn", "[measure]") {
    const auto split = [](std::string_view text) {
        std::string out;
        for (const auto part : results_in(text, monday)) out += (out.empty() ? "" : " | ") + std::string(part);
        return out;
    };
    CHECK(split("waiting time 14 to 11 h; re-handles 1.9 to 1.5") == "waiting time 14 to 11 h | re-handles 1.9 to 1.5");
    CHECK(split("15% less cost, 20% more sales") == "15% less cost | 20% more sales");
    CHECK(split("cut waiting time by 20% and raise uptime to 99%") == "cut waiting time by 20% | raise uptime to 99%");
    CHECK(split("errors 7 to 3\nscrap 4 to 2 %") == "errors 7 to 3 | scrap 4 to 2 %");
    for (const auto* one : {"waiting time, 41 to 14 hours", "14 hours, now 41", "today 61 hours; goal 30",
                            "Documentation per patient and shift from 38 to 20 minutes by 2027-04-30", "",
                            "Price per unit 6 percent under the last contract, 60 days payment, by 2027-01-31",
                            "Zero person-related reports from the system, agreement signed by 2027-02-15",
                            "waiting time 14 to 11 h. That is what the board wants.", "Better transparency"}) {
        INFO(one);
        CHECK(split(one) == one);
    }
    const auto both = read_measure("waiting time 14 to 11 h and re-handles 1.9 to 1.5 by June", monday);
    REQUIRE(both);
    CHECK(say_measure(*both, monday) == "waiting time 14 to 11 h, by 30 June 2027");
}

TEST_CASE("a direction anywhere in the clause is held against the numbers", "[measure]") {
    const auto doubt_of = [](std::string_view text) {
        return doubt(read_measure(text, monday).value_or(Measure{}), text, monday);
    };
    for (const auto* text :
         {"waiting time should drop from 30 to 61", "lower: 30 to 61", "higher uptime, 95 to 82 %",
          "complaints up from 82 to 75", "faster onboarding: 14 to 41 days", "down from 11 to 14 h"}) {
        INFO(text);
        CHECK(doubt_of(text) == MeasureDoubt::wrong_way);
    }
    for (const auto* text : {"savings from 10k to 30k EUR", "orders with more lines from 5 to 8", "14 down to 11",
                             "drop-out rate from 20 to 25 %", "cost growth from 8 to 5 %", "up from 82 to 95 %",
                             "less rework, more orders from 5 to 8", "faster answers, from 82 to 95 % on time"}) {
        INFO(text);
        CHECK(doubt_of(text) == MeasureDoubt::none);
    }
    CHECK(doubt_of("14 to 11 h by 2030-01-01") == MeasureDoubt::too_far);
    CHECK(doubt_of("14 to 11 h by 2028-11-23") == MeasureDoubt::none);
    CHECK(doubt_of("14 to 11 h by 03/04") == MeasureDoubt::ambiguous_day);
    CHECK(doubt_of("14 to 11 h by summer") == MeasureDoubt::vague_day);
    CHECK(doubt_of("14 to 11 h by end of FY") == MeasureDoubt::vague_day);
    CHECK(doubt_of("from 5 % to 3 hours") == MeasureDoubt::units_differ);
}

TEST_CASE("any bytes of any length are survived quickly", "[measure]") {
    for (const std::string_view piece : {"1",
                                         "1,",
                                         "1 000 ",
                                         "a",
                                         "from ",
                                         "1 to ",
                                         "5 % ",
                                         "-",
                                         "->",
                                         "7:40 ",
                                         "27.11. ",
                                         "no ",
                                         "zero ",
                                         "halve ",
                                         "per ",
                                         "/",
                                         "\xFF",
                                         "\xE2\x86\x92",
                                         "EUR ",
                                         "1k ",
                                         ".",
                                         "by June ",
                                         "less ",
                                         "two ",
                                         "today 1, ",
                                         "a third less ",
                                         "5 % more x, ",
                                         "1 to 2 y; ",
                                         "and ",
                                         "in 2 weeks ",
                                         "summer ",
                                         "max. "}) {
        std::string text;
        while (text.size() < 4'000) text += piece;
        for (const std::string& line : {text, text.substr(1), "from 61 to 30 hours " + text}) {
            const auto measure = read_measure(line, monday).value_or(Measure{});
            CHECK(length(measure.metric) <= 60);
            CHECK(length(measure.unit) <= 40);
            CHECK(length(say_measure(measure, monday)) < 300);
            doubt(measure, line, monday);
            CHECK_FALSE(results_in(line, monday).empty());
        }
    }
}

} // namespace vera
