#include "core/reading/measure.hpp"

#include "core/text.hpp"
#include "tests/core/readings.hpp"

namespace vera {
namespace {

Quality quality_of(std::string_view text) { return quality(read_measure(text, monday).value_or(Measure{})); }

} // namespace

TEST_CASE("two numbers are read with what belongs to them", "[measure]") {
    const Row rows[] = {
        {"14 to 11 hours per ship by end of June", "- | 14 | 11 | hours per ship | 2027-06-30"},
        {"waiting time, 41 to 14 hours", "waiting time | 41 | 14 | hours | -"},
        {"from 61 to 30 h/quarter by 2027-06-30", "- | 61 | 30 | h/quarter | 2027-06-30"},
        {"61h -> 30h", "- | 61 | 30 | h | -"},
        {"61h→30h", "- | 61 | 30 | h | -"},
        {"61 => 30 h", "- | 61 | 30 | h | -"},
        {"downtime 61 > 30 h", "downtime | 61 | 30 | h | -"},
        {"9 to 5 days", "- | 9 | 5 | days | -"},
        {"9 to 5 working days", "- | 9 | 5 | working days | -"},
        {"1,9 should be 1.5", "- | 1.9 | 1.5 | - | -"},
        {"from 1,2 Mio to 0.9m EUR", "- | 1,200,000 | 900,000 | EUR | -"},
        {"from 1.2 to 0.9m EUR", "- | 1,200,000 | 900,000 | EUR | -"},
        {"EUR 410k to 300k a month", "- | 410,000 | 300,000 | EUR per month | -"},
        {"agency spend from €410k to €300k/month", "agency spend | 410,000 | 300,000 | EUR/month | -"},
        {"12 000 to 9 500 pallets", "- | 12,000 | 9500 | pallets | -"},
        {"1.200 to 1,000 calls per day", "calls | 1200 | 1000 | per day | -"},
        {"from 1.234,50 to 1,100.25 EUR", "- | 1234.5 | 1100.25 | EUR | -"},
        {"from 82 to 95 %", "- | 82 | 95 | % | -"},
        {"4.8% to 3%", "- | 4.8 | 3 | % | -"},
        {"5 days instead of 9", "- | 9 | 5 | days | -"},
        {"lead time to 30 days from 61", "lead time | 61 | 30 | days | -"},
        {"14 hours, now 41", "- | 41 | 14 | hours | -"},
        {"today 61 hours, goal 30", "- | 61 | 30 | hours | -"},
        {"month-end report from day 9 to day 5", "month-end report | 9 | 5 | - | -"},
        {"We want to cut the waiting time from 41 down to 14 hours", "waiting time | 41 | 14 | hours | -"},
        {"41 to 14 hours waiting time per ship", "waiting time per ship | 41 | 14 | hours | -"},
        {"unit cost line 2 from 4.10 to 3.50 by 30 Sept", "unit cost line 2 | 4.1 | 3.5 | - | 2027-09-30"},
        {"By Q2 2027: error rate from 7 to 3 %", "error rate | 7 | 3 | % | 2027-06-30"},
        {"7:40 to 6:30 hours", "- | 460 | 390 | minutes | -"},
        {"-5 to +3 points", "- | -5 | 3 | points | -"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("the Results of the worked examples are read right", "[measure]") {
    const Row rows[] = {
        {"Unplanned downtime on line 4 from 61 to 30 hours per quarter by 2027-06-30",
         "Unplanned downtime on line 4 | 61 | 30 | hours per quarter | 2027-06-30"},
        {"Agency nurse spend from EUR 410k to EUR 300k per month by 2027-09-30",
         "Agency nurse spend | 410,000 | 300,000 | EUR per month | 2027-09-30"},
        {"Time to yes for loans under EUR 50k from 11 to 4 working days by 2027-07-01",
         "Time to yes for loans under EUR 50k | 11 | 4 | working days | 2027-07-01"},
        {"Streets cleared within 4 hours from 82 to 95 percent in season 2027/28",
         "Streets cleared within 4 hours | 82 | 95 | % | -"},
        {"Gross churn from 2.4 to 1.5 percent per month by 2027-05-31",
         "Gross churn | 2.4 | 1.5 | % per month | 2027-05-31"},
        {"Claims leakage from 4.1 to 3.0 percent of paid claims by 2027-12-31",
         "Claims leakage | 4.1 | 3 | % of paid claims | 2027-12-31"},
        {"Scrap on housing line from 4.8 to 3.0 percent by 2027-08-31",
         "Scrap on housing line | 4.8 | 3 | % | 2027-08-31"},
        {"Fewer stock-outs", "stock-outs | - | - | - | -"},
        {"Interruption minutes per customer from 92 to 75 per year by 2027-12-31",
         "Interruption minutes per customer | 92 | 75 | per year | 2027-12-31"},
        {"Fuel per 100 km from 31.5 to 29.5 litres by 2027-06-30",
         "Fuel per 100 km | 31.5 | 29.5 | litres | 2027-06-30"},
        {"Re-handles per container from 1.9 to 1.5 by 2027-06-30",
         "Re-handles per container | 1.9 | 1.5 | - | 2027-06-30"},
        {"Documentation per patient and shift from 38 to 20 minutes by 2027-04-30",
         "Documentation per patient and shift | 38 | 20 | minutes | 2027-04-30"},
        {"Manual checks per small loan from 14 to 5 by 2027-07-01",
         "Manual checks per small loan | 14 | 5 | - | 2027-07-01"},
        {"Pick errors from 7 to 3 per 1000 lines by 2027-03-31", "Pick errors | 7 | 3 | per 1000 lines | 2027-03-31"},
        {"Average handling time from 7:40 to 6:30 minutes by 2027-05-31 at equal satisfaction",
         "Average handling time | 460 | 390 | seconds | 2027-05-31"},
        {"Exam clashes from 230 to under 20 per term by spring term 2027", "Exam clashes | 230 | 20 | per term | -"},
        {"Turnaround findings closed in shift from 71 to 85 percent by 2027-10-31",
         "Turnaround findings closed in shift | 71 | 85 | % | 2027-10-31"},
        {"Revenue per room from EUR 94 to EUR 101 by 2027-09-30", "Revenue per room | 94 | 101 | EUR | 2027-09-30"},
        {"Batch release from 18 to 12 days by 2027-11-30", "Batch release | 18 | 12 | days | 2027-11-30"},
        {"Answer time for questions to the architect from 9 to 3 days by 2027-05-01",
         "Answer time for questions to the architect | 9 | 3 | days | 2027-05-01"},
        {"No high finding open longer than 30 days after penetration test, first test by 2027-02-28",
         "- | - | 0 | high finding open | 2027-02-28"},
        {"Interfaces to the terminal system from 6 to 2 by 2027-04-30",
         "Interfaces to the terminal system | 6 | 2 | - | 2027-04-30"},
        {"Price per unit 6 percent under the last contract, 60 days payment, by 2027-01-31",
         "Price per unit | - | -6 change | % | 2027-01-31"},
        {"Contract cycle from 34 to 15 days using their paper, for signature by 2027-03-15",
         "Contract cycle | 34 | 15 | days | 2027-03-15"},
        {"Validation package complete with zero critical gaps by 2027-08-31",
         "Validation package complete | - | 0 | critical gaps | 2027-08-31"},
        {"Zero person-related reports from the system, agreement signed by 2027-02-15",
         "- | - | 0 | person-related reports | 2027-02-15"},
        {"Nightly planning run from 5 to 2 hours by 2027-07-31", "Nightly planning run | 5 | 2 | hours | 2027-07-31"},
        {"Safety walks documented on the same day from 40 to 95 percent by 2027-04-01",
         "Safety walks documented on the same day | 40 | 95 | % | 2027-04-01"},
        {"Plan stable before shift start from 60 to 90 percent of shifts by 2027-06-30",
         "Plan stable before shift start | 60 | 90 | % of shifts | 2027-06-30"},
        {"Walking distance per shift from 17 to 12 km by 2027-03-31",
         "Walking distance per shift | 17 | 12 | km | 2027-03-31"},
        {"Particle alarms without cause from 23 to 8 per week by 2027-06-30",
         "Particle alarms without cause | 23 | 8 | per week | 2027-06-30"},
        {"Repair jobs billed within 3 days from 55 to 80 percent by 2027-03-31",
         "Repair jobs billed within 3 days | 55 | 80 | % | 2027-03-31"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("one number is a target, a change in percent, or a yes or no", "[measure]") {
    const Row rows[] = {
        {"-15 %", "- | - | -15 change | % | -"},
        {"15% lower", "- | - | -15 change | % | -"},
        {"−15 % waiting time", "waiting time | - | -15 change | % | -"},
        {"15% lower cost per unit by Q3", "cost per unit | - | -15 change | % | 2027-09-30"},
        {"Reduce cost by 15 %", "cost | - | -15 change | % | -"},
        {"increase sales by 5%", "sales | - | 5 change | % | -"},
        {"Saves up to 40 %", "- | - | -40 change | % | -"},
        {"halve the error rate", "error rate | - | -50 change | % | -"},
        {"cut scrap in half by end of June", "scrap | - | -50 change | % | 2027-06-30"},
        {"double the throughput", "throughput | - | 100 change | % | -"},
        {"under 20", "- | - | 20 | - | -"},
        {"churn below 2 % per month", "churn | - | 2 | % per month | -"},
        {"95 % on time", "- | - | 95 | % | -"},
        {"at least 95% uptime", "uptime | - | 95 | % | -"},
        {"reduce downtime to 30 h per quarter", "downtime | - | 30 | h per quarter | -"},
        {"30 h per quarter", "- | - | 30 | h per quarter | -"},
        {"16", "- | - | 16 | - | -"},
        {"On-time delivery to 95 %", "On-time delivery | - | 95 | % | -"},
        {"answers within 4 hours", "answers | - | 4 | hours | -"},
        {"zero high findings", "- | - | 0 | high findings | -"},
        {"no high finding open", "- | - | 0 | high finding open | -"},
        {"0 complaints by 1 March", "- | - | 0 | complaints | 2027-03-01"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("no number is made up", "[measure]") {
    const Row rows[] = {
        {"", "nothing"},
        {"Better transparency", "nothing"},
        {"State-of-the-art AI platform with dashboards", "nothing"},
        {"no idea", "nothing"},
        {"no, nothing", "nothing"},
        {"uptime on line 4", "nothing"},
        {"B2B portal, phase 2", "nothing"},
        {"2-3 meetings", "nothing"},
        {"version 1.2.3", "nothing"},
        {"less downtime", "downtime | - | - | - | -"},
        {"faster onboarding", "onboarding | - | - | - | -"},
        {"save 3 hours per ship", "3 hours per ship | - | - | - | -"},
        {"audit passed by 1 March", "audit passed | - | - | - | 2027-03-01"},
        {"Implementation by March", "Implementation | - | - | - | 2027-03-31"},
        {"start moved from 7:40 to 6:30", "nothing"},
        {"from 2026 to 2027", "nothing"},
    };
    check_rows(rows, [](auto text) { return read_result(text); });
}

TEST_CASE("what was read climbs the ladder of the method", "[measure]") {
    CHECK(quality_of("Better transparency") == Quality::m0);
    CHECK(quality_of("Fewer stock-outs") == Quality::m1);
    CHECK(quality_of("Reduce cost by 15 %") == Quality::m2);
    CHECK(quality_of("Saves up to 40 %") == Quality::m2);
    CHECK(quality_of("under 20") == Quality::m2);
    CHECK(quality_of("waiting time, 41 to 14 hours") == Quality::m3);
    CHECK(quality_of("zero high findings") == Quality::m3);
    CHECK(quality_of("from 82 to 95 % by June") == Quality::m4);
    CHECK(quality_of("No high finding open by 2027-02-28") == Quality::m4);
}

TEST_CASE("a Result that cannot be meant so is doubted", "[measure]") {
    const auto doubt_of = [](std::string_view text) {
        return doubt(read_measure(text, monday).value_or(Measure{}), text, monday);
    };
    CHECK(doubt_of("reduce downtime from 30 to 61 hours") == MeasureDoubt::wrong_way);
    CHECK(doubt_of("We want to cut waiting, 14 to 41 hours") == MeasureDoubt::wrong_way);
    CHECK(doubt_of("raise uptime from 95 to 82 %") == MeasureDoubt::wrong_way);
    CHECK(doubt_of("downtime from 61 to 30 hours by 1 March 2026") == MeasureDoubt::past);
    CHECK(doubt_of("answers from 2 days to 14 hours") == MeasureDoubt::units_differ);
    CHECK(doubt_of("15 % lower cost") == MeasureDoubt::no_base);
    for (const auto* text : {"reduce downtime from 61 to 30 hours", "findings closed from 71 to 85 %", "less downtime",
                             "Better transparency", "2 h to 1 hour", "less than 20 errors", ""}) {
        INFO(text);
        CHECK(doubt_of(text) == MeasureDoubt::none);
    }
}

TEST_CASE("a measure is said in one line", "[measure]") {
    const auto said = [](std::string_view text) { return say_measure(*read_measure(text, monday), monday); };
    CHECK(said("waiting time from 41 to 14 hours per ship by 30 June 2027") ==
          "waiting time 41 to 14 hours per ship, by 30 June 2027");
    CHECK(said("EUR 410k to 300k a month") == "410,000 to 300,000 EUR per month");
    CHECK(said("agency spend from 410k to 300k EUR/month") == "agency spend 410,000 to 300,000 EUR/month");
    CHECK(said("1,90 should be 1.50") == "1.9 to 1.5");
    CHECK(said("15% lower cost") == "cost 15 % lower");
    CHECK(said("uptime to 99.95 %") == "uptime to 99.95 %");
    CHECK(said("zero high findings by Friday 27 Nov") == "0 high findings, by Fri 27 Nov");
    CHECK(said("Validation package complete with zero critical gaps") ==
          "Validation package complete: 0 critical gaps");
    CHECK(said("audit passed by 1 March") == "audit passed, by 1 March 2027");
    CHECK(say_measure({}, monday).empty());
}

TEST_CASE("what is said reads back as the same measure", "[measure]") {
    for (const auto* text :
         {"waiting time from 41 to 14 hours per ship by 30 June 2027", "EUR 410k to 300k a month", "cost 15 % lower",
          "Gross churn from 2.4 to 1.5 percent per month by 2027-05-31", "zero high findings by 1 March",
          "Pick errors from 7 to 3 per 1000 lines", "Validation package complete with zero critical gaps",
          "uptime to 99.95 %", "from 1,2 Mio to 0.9m EUR", "double the throughput", "61h -> 30h",
          "audit passed by June", "Claims leakage from 4.1 to 3.0 percent of paid claims by 2027-12-31",
          "reduce downtime to 30 h per quarter"}) {
        INFO(text);
        const Measure measure = *read_measure(text, monday);
        const std::string said = say_measure(measure, monday);
        INFO(said);
        const auto again = read_measure(said, monday);
        REQUIRE(again);
        CHECK(again->metric == measure.metric);
        CHECK(again->from == measure.from);
        CHECK(again->to == measure.to);
        CHECK(again->percent_change == measure.percent_change);
        CHECK(again->unit == measure.unit);
        CHECK(again->by == measure.by);
        CHECK(say_measure(*again, monday) == said);
    }
}

} // namespace vera
