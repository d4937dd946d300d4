// The short forms of chats and calendars, and which of several days is meant.
#include "core/reading/when.hpp"

#include "tests/core/readings.hpp"

namespace vera {

TEST_CASE("days are read in the short forms of chats and calendars", "[when]") {
    const Row rows[] = {
        {"tmrw", "2026-11-24"},
        {"call her tmr", "2026-11-24"},
        {"tommorow 9am", "2026-11-24"},
        {"2moro", "2026-11-24"},
        {"send it eod", "2026-11-23"},
        {"KW 49", "2026-12-04 rough"},
        {"kw49", "2026-12-04 rough"},
        {"by KW 49", "2026-12-04 rough"},
        {"CW 49", "2026-12-04 rough"},
        {"week 49", "2026-12-04 rough"},
        {"call in wk 50", "2026-12-11 rough"},
        {"KW 3", "2027-01-22 rough"},
        {"KW 3/2027", "2027-01-22 rough"},
        {"2027-W03", "2027-01-22 rough"},
        {"KW 53", "2027-01-01 rough"},
        {"by the thirtieth of June", "2027-06-30"},
        {"the thirty-first of March", "2027-03-31"},
        {"by end of February 5 instead of 2", "2027-02-28"},
        {"within 6 months from now", "2027-05-23 rough"},
        {"Tuesday KW 49", "2026-12-01"},
        {"KW 49, Thursday", "2026-12-03"},
        {"Friday next week", "2026-12-04"},
        {"Fri of next week", "2026-12-04"},
        {"next week Friday", "2026-12-04"},
        {"next week on Thu", "2026-12-03"},
        {"next Fri", "2026-12-04"},
        {"this coming Friday", "2026-11-27"},
        {"Thrusday", "2026-11-26"},
        {"by wendesday", "2026-11-25"},
        {"within 6 months", "2027-05-23 rough"},
        {"within two weeks", "2026-12-07"},
        {"in the next two weeks", "2026-12-07"},
        {"in a couple of weeks", "2026-12-07 rough"},
        {"in a few days", "2026-11-26 rough"},
        {"in twenty days", "2026-12-13"},
        {"in 5 working days", "2026-11-30"},
        {"in 2 wks", "2026-12-07"},
        {"mid December", "2026-12-15 rough"},
        {"early January", "2027-01-01 rough"},
        {"late Jan", "2027-01-31"},
        {"the 3rd of next month", "2026-12-03"},
        {"on the 3rd she decides", "2026-12-03"},
        {"before Christmas", "2026-12-23 rough"},
        {"by xmas", "2026-12-24 rough"},
        {"after New Year", "2027-01-02 rough"},
        {"after Easter", "2027-03-30 rough"},
        {"H1 2027", "2027-06-30 rough"},
        {"H2", "2026-12-31 rough"},
        {"Q3/27", "2027-09-30 rough"},
        {"Q3 '27", "2027-09-30 rough"},
        {"Q3 2027", "2027-09-30 rough"},
        {"2028 Q2", "2028-06-30 rough"},
        {"second quarter of 2027", "2027-06-30 rough"},
        {"first half of next year", "2027-06-30 rough"},
        {"in 06/2027", "2027-06-30 rough"},
        {"June '28", "2028-06-30 rough"},
        {"June of next year", "2027-06-30 rough"},
        {"eoy", "2026-12-31"},
        {"by year end", "2026-12-31"},
        {"by month-end", "2026-11-30"},
        {"after the weekend", "2026-11-30 rough"},
        {"Febuary 3", "2027-02-03"},
        {"call her 27/11 please", "2026-11-27"},
        {"on 27.11 we meet", "2026-11-27"},
    };
    check_rows(rows, [](auto text) { return read_day(text); });
    const Row back[] = {
        {"yday", "2026-11-22"},
        {"last night on the phone", "2026-11-22"},
        {"she told me yesterady", "2026-11-22"},
        {"KW 46", "2026-11-09 rough"},
        {"week 49", "2025-12-01 rough"},
        {"Friday last week", "2026-11-20"},
        {"Tuesday of last week", "2026-11-17"},
        {"this past Friday", "2026-11-20"},
        {"a few days ago", "2026-11-20 rough"},
        {"a couple of weeks ago", "2026-11-09 rough"},
        {"two weeks back", "2026-11-09"},
        {"met 12.11 at the fair", "2026-11-12"},
        {"met 12.11.", "2026-11-12"},
        {"met her 12.11", "2026-11-12"},
        {"\"I want my evenings back\" 12.11.", "2026-11-12"},
        {"\u201CI want my evenings back\u201D 12.11. at lunch", "2026-11-12"},
        {"She wants it. 12.11.", "2026-11-12"},
        {"mid-November", "2026-11-15 rough"},
    };
    check_rows(back, [](auto text) { return read_day(text, Look::back); });
}

TEST_CASE("a step is due on the day of its own verb", "[when]") {
    const Row rows[] = {
        {"call her Monday, offer by Friday", "2026-11-30"},
        {"prepare the talk on 3 Dec by Friday", "2026-11-27"},
        {"call her Monday and send the offer by Friday", "2026-11-30"},
        {"send the list, due Friday", "2026-11-27"},
        {"offer by Friday, call Monday", "2026-11-27"},
        {"ask Petra by the 27th", "2026-11-27"},
        {"ask Petra", "none"},
    };
    for (const auto& [text, day] : rows) {
        INFO(text);
        const auto due = find_due(text, monday);
        CHECK((due ? iso_day(due->day) : "none") == day);
    }
}

TEST_CASE("a day inside quoted words is not the day they were said", "[when]") {
    const Row rows[] = {
        {"\"I need it by Friday\", 12 Nov", "2026-11-12"},
        {"12 Nov: \u201Eend of June is the end\u201C", "2026-11-12"},
        {"said 'Friday is bad for me' yesterday", "2026-11-22"},
        {"\"Friday is bad\"", "none"},
        {"on Friday: she doesn't want the boss's job", "2026-11-20"},
    };
    for (const auto& [text, day] : rows) {
        INFO(text);
        const auto said = find_said(text, monday);
        CHECK((said ? iso_day(said->day) : "none") == day);
    }
}

TEST_CASE("a time that is no day is found, to be asked about", "[when]") {
    const Row rows[] = {
        {"14 to 11 hours by summer", "by summer"},
        {"this winter", "this winter"},
        {"winter 2027/28", "winter 2027/28"},
        {"by the end of spring", "by the end of spring"},
        {"by end of FY", "by end of FY"},
        {"FY27", "FY27"},
        {"by the end of the fiscal year", "by the end of the fiscal year"},
        {"asap please", "asap"},
        {"she told me the other day", "the other day"},
        {"in the new year", "in the new year"},
        {"3 months after go-live", "after go-live"},
        {"after the holidays", "after the holidays"},
        {"winter tyres from 5 to 3", "none"},
        {"costs fall from 5 to 3", "none"},
        {"by Friday", "none"},
        {"", "none"},
    };
    for (const auto& [text, words] : rows) {
        INFO(text);
        const auto vague = vague_day(text);
        CHECK((vague ? std::string(vague->words) : "none") == words);
    }
}

} // namespace vera
