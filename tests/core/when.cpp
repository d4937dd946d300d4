#include "core/reading/when.hpp"

#include "tests/core/readings.hpp"

namespace vera {

TEST_CASE("days ahead are read as people type them", "[when]") {
    const Row rows[] = {
        {"today", "2026-11-23"},
        {"Tomorrow.", "2026-11-24"},
        {"day after tomorrow", "2026-11-25"},
        {"the day after tomorrow", "2026-11-25"},
        {"Fri", "2026-11-27"},
        {"thu", "2026-11-26"},
        {"by Friday please", "2026-11-27"},
        {"Monday", "2026-11-30"},
        {"this monday", "2026-11-23"},
        {"this friday", "2026-11-27"},
        {"next Friday", "2026-12-04"},
        {"on sat", "2026-11-28"},
        {"Sun", "2026-11-29"},
        {"Fri 27 Nov", "2026-11-27"},
        {"Fri, Nov 27", "2026-11-27"},
        {"Friday the 27th", "2026-11-27"},
        {"in two weeks", "2026-12-07"},
        {"in 3 days", "2026-11-26"},
        {"in a week", "2026-11-30"},
        {"two weeks from now", "2026-12-07"},
        {"in a fortnight", "2026-12-07"},
        {"in three months", "2027-02-23 rough"},
        {"in a year", "2027-11-23 rough"},
        {"next week", "2026-11-30 rough"},
        {"this week", "2026-11-27 rough"},
        {"end of next week", "2026-12-04"},
        {"end of the month", "2026-11-30"},
        {"end of year", "2026-12-31"},
        {"next month", "2026-12-31 rough"},
        {"next quarter", "2027-03-31 rough"},
        {"by the end of the quarter", "2026-12-31"},
        {"2026-11-27", "2026-11-27"},
        {"2026-6-3", "2026-06-03"},
        {"2026/11/27", "2026-11-27"},
        {"2026-11-27T09:00", "2026-11-27"},
        {"27.11.", "2026-11-27"},
        {"27.11.2026", "2026-11-27"},
        {"27.11.26", "2026-11-27"},
        {"27.11", "2026-11-27"},
        {"call her 27.11. in the morning", "2026-11-27"},
        {"by 1.6.", "2027-06-01"},
        {"12.11.", "2027-11-12"},
        {"27/11/2026", "2026-11-27"},
        {"11/27/2026", "2026-11-27"},
        {"27/11", "2026-11-27"},
        {"04/04/2027", "2027-04-04"},
        {"27-11-2026", "2026-11-27"},
        {"27 Nov", "2026-11-27"},
        {"27. Nov", "2026-11-27"},
        {"27-Nov-2026", "2026-11-27"},
        {"27nov", "2026-11-27"},
        {"Nov 27", "2026-11-27"},
        {"Nov. 27, 2026", "2026-11-27"},
        {"November 27th", "2026-11-27"},
        {"27th of November 2026", "2026-11-27"},
        {"23 November", "2026-11-23"},
        {"22 November", "2027-11-22"},
        {"30 Sept", "2027-09-30"},
        {"29 Feb", "2028-02-29"},
        {"on the 27th", "2026-11-27"},
        {"the 3rd", "2026-12-03"},
        {"the 31st", "2026-12-31"},
        {"end of June", "2027-06-30"},
        {"by the end of June 2027", "2027-06-30"},
        {"end Feb 2028", "2028-02-29"},
        {"mid March", "2027-03-15 rough"},
        {"mid-March", "2027-03-15 rough"},
        {"beginning of March", "2027-03-01 rough"},
        {"in June", "2027-06-30 rough"},
        {"June", "2027-06-30 rough"},
        {"June 2027", "2027-06-30 rough"},
        {"next June", "2027-06-30 rough"},
        {"this November", "2026-11-30 rough"},
        {"May", "2027-05-31 rough"},
        {"Q2", "2027-06-30 rough"},
        {"Q4", "2026-12-31 rough"},
        {"Q2 2027", "2027-06-30 rough"},
        {"Q2/2028", "2028-06-30 rough"},
        {"end of Q2", "2027-06-30"},
        {"end of 2027", "2027-12-31"},
        {"in 2027", "2027-12-31 rough"},
        {"Send her the list by Tuesday, then wait until Friday", "2026-11-24"},
    };
    check_rows(rows, [](auto text) { return read_day(text); });
}

TEST_CASE("days behind us are read as people type them", "[when]") {
    const Row rows[] = {
        {"yesterday", "2026-11-22"},
        {"day before yesterday", "2026-11-21"},
        {"this morning", "2026-11-23"},
        {"Friday", "2026-11-20"},
        {"Monday", "2026-11-16"},
        {"last Friday", "2026-11-20"},
        {"12 Nov", "2026-11-12"},
        {"24 Nov", "2025-11-24"},
        {"12.11.", "2026-11-12"},
        {"29 Feb", "2024-02-29"},
        {"the 12th", "2026-11-12"},
        {"the 30th", "2026-10-30"},
        {"two weeks ago", "2026-11-09"},
        {"3 days ago", "2026-11-20"},
        {"a month ago", "2026-10-23 rough"},
        {"last week", "2026-11-16 rough"},
        {"last month", "2026-10-01 rough"},
        {"in June", "2026-06-01 rough"},
        {"in November", "2026-11-01 rough"},
        {"last December", "2025-12-01 rough"},
        {"Q2", "2026-04-01 rough"},
        {"She told me on Thursday at the fair", "2026-11-19"},
    };
    check_rows(rows, [](auto text) { return read_day(text, Look::back); });
}

TEST_CASE("what is no day, impossible or ambiguous is not read", "[when]") {
    for (const auto* text : {"",
                             "by summer",
                             "soon",
                             "03/04",
                             "03/04/2027",
                             "3-4-2027",
                             "31 June",
                             "June 31",
                             "30.02.2027",
                             "29 Feb 2027",
                             "2026-13-01",
                             "2026-02-30",
                             "31.04.",
                             "24/7 support",
                             "9/10 customers",
                             "season 2027/28",
                             "we may go there",
                             "this may help",
                             "march on",
                             "Jan de Boer",
                             "call June",
                             "she sat down",
                             "the sun",
                             "the 2nd floor",
                             "Fridays",
                             "from 3.4 to 2.8.",
                             "cost 27.11 EUR",
                             "1.234.567",
                             "1.2.3.4",
                             "27.11.2026.1",
                             "in 5 hours",
                             "within 4 hours",
                             "line 4",
                             "32 Nov",
                             "0.0.",
                             "Q5",
                             "Q27",
                             "the week",
                             "what happens next",
                             "12:30",
                             "winter tyres",
                             "the month-end report",
                             "week 3 of the trial",
                             "40 h per week",
                             "W 49",
                             "KW 54",
                             "rated 13/28",
                             "24/7",
                             "the 2nd-floor team",
                             "Christmas party costs",
                             "the first half hour",
                             "Monday's call",
                             "FY 2027"}) {
        INFO(text);
        CHECK(read_day(text) == "none");
    }
}

TEST_CASE("a day that two readers would read differently is told apart", "[when]") {
    for (const auto* text : {"03/04", "by 3/4", "3/4", "03/04/2027", "meet on 3-4-2027", "(3/4/27)", "she told me 3/12",
                             "met 3/12, at lunch"}) {
        INFO(text);
        CHECK(ambiguous_day(text));
    }
    for (const auto* text : {"", "03.04.", "27/11", "04/04", "9/10 customers", "13/14/2027", "2027-03-04", "24/7",
                             "rated 3/4", "from 3/10 to 7/10"}) {
        INFO(text);
        CHECK_FALSE(ambiguous_day(text));
    }
}

TEST_CASE("the bytes a day covers are told, so that the rest can be read", "[when]") {
    const std::string text = "Łódź: send the list by Fri 27 Nov, then 12.1.2027";
    const auto found = find_days(text, monday, Look::ahead);
    REQUIRE(found.size() == 2);
    CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "Fri 27 Nov");
    CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "12.1.2027");
    CHECK_FALSE(found[0].relative);
    CHECK(find_day("on Friday", monday, Look::ahead)->relative);
}

TEST_CASE("every weekday ahead is the next one and every weekday behind the last one", "[when]") {
    const std::string_view names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    for (int shift = 0; shift < 7; ++shift) {
        const Day today = add_days(monday, shift);
        for (int weekday = 0; weekday < 7; ++weekday) {
            const Day ahead = find_day(names[weekday], today, Look::ahead)->day;
            const Day back = find_day(names[weekday], today, Look::back)->day;
            CHECK((days_between(today, ahead) >= 1 && days_between(today, ahead) <= 7));
            CHECK((days_between(back, today) >= 1 && days_between(back, today) <= 7));
            CHECK(days_between(monday, ahead) % 7 == weekday);
        }
    }
}

TEST_CASE("any bytes are survived quickly", "[when]") {
    for (const std::string_view piece :
         {"1", "1.",    "1/",    "June ", "in ",  "the ", "Fri, ",  "\xFF", "27.11.", "a week ", "end of ",
          "Q", "next ", ",the ", "2027-", "KW 4", "by ",  "a few ", "\"",   "'a",     "summer ", "the end of "}) {
        std::string text;
        while (text.size() < 4'000) text += piece;
        find_days(text, monday, Look::ahead);
        find_days(text, monday, Look::back);
        ambiguous_day(text);
        find_due(text, monday);
        find_said(text, monday);
        vague_day(text);
    }
    SUCCEED();
}

} // namespace vera
