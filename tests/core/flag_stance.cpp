#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

Day days_ago(int days) { return add_days(flag_day, -days); }

void check_all(const std::vector<FlagCase>& cases) {
    for (const auto& [what, change, flags] : cases) {
        INFO(what);
        CHECK(flags_after(change) == flags);
    }
}

} // namespace

TEST_CASE("where somebody stands", "[flags]") {
    check_all({
        {"against it, and counts", [](Deal& d) { d.people[kwame].rating = told(-3); }, {"RF-RATE-NEG Kwame rating"}},
        {"against it a little", [](Deal& d) { d.people[kwame].rating = told(-2); }, {}},
        {"against it, and does not count",
         [](Deal& d) {
             d.people[kwame].rating = told(-5);
             d.people[kwame].degree = told(Degree::low);
         },
         {}},
        {"the last word against it always counts",
         [](Deal& d) {
             d.people[ingrid].rating = told(-3);
             d.people[ingrid].degree = told(Degree::low);
         },
         {"RF-RATE-NEG Ingrid rating"}},
        {"against it, and nobody knows how much it counts",
         [](Deal& d) {
             d.people[kwame].rating = told(-1);
             d.people[kwame].degree = not_known<Degree>();
         },
         {"RF-DEGREE Kwame degree"}},
        {"strongly against it swallows how much it counts",
         [](Deal& d) {
             d.people[kwame].rating = told(-4);
             d.people[kwame].degree = not_known<Degree>();
         },
         {"RF-RATE-NEG Kwame rating"}},
        {"the last word's degree",
         [](Deal& d) { d.people[ingrid].degree = not_known<Degree>(); },
         {"RF-DEGREE Ingrid degree"}},
        {"another one's degree", [](Deal& d) { d.people[devrim].degree = not_known<Degree>(); }, {}},
        {"the last word is content",
         [](Deal& d) {
             d.people[ingrid].mode = told(Mode::overconfident);
             d.people[ingrid].rating = told(5);
         },
         {"RF-MODE-EK Ingrid mode"}},
        {"a user is content", [](Deal& d) { d.people[devrim].mode = told(Mode::even_keel); }, {}},
        {"content and for it",
         [](Deal& d) {
             d.people[devrim].mode = told(Mode::even_keel);
             d.people[devrim].rating = told(3);
         },
         {"RF-RATE-SHAKY Devrim mode"}},
        {"content and interested",
         [](Deal& d) {
             d.people[devrim].mode = told(Mode::even_keel);
             d.people[devrim].rating = told(2);
         },
         {}},
        {"very much for it, and not met lately",
         [](Deal& d) {
             d.people[devrim].rating = told(4);
             d.people[devrim].contact.last = days_ago(31);
         },
         {"RF-RATE-SHAKY Devrim contact"}},
        {"very much for it, met a month ago",
         [](Deal& d) {
             d.people[devrim].rating = told(4);
             d.people[devrim].contact.last = days_ago(30);
         },
         {}},
        {"very much for it, and nothing shows it",
         [](Deal& d) {
             d.people[devrim].rating = told(4);
             d.people[devrim].win = {};
         },
         {"RF-RATE-SHAKY Devrim rating"}},
        {"very much for it, as his own words show",
         [](Deal& d) {
             d.people[devrim].rating = told(5);
             d.people[devrim].rating.words = Private<std::string>{"When do we start?"};
             d.people[devrim].win = {};
         },
         {}},
        {"very much for it, as what he did shows",
         [](Deal& d) {
             d.people[devrim].rating = told(5);
             d.people[devrim].coach_test.proof = "brought us to Ingrid";
             d.people[devrim].win = {};
         },
         {}},
        {"rated and never met is not met",
         [](Deal& d) {
             d.people[devrim].rating = told(5);
             d.people[devrim].win = {};
             d.people[devrim].contact.spoken = false;
         },
         {"RF-UNCONTACTED Devrim contact"}},
    });
}

TEST_CASE("what was known grows old", "[flags]") {
    check_all({
        {"not spoken with for long",
         [](Deal& d) { d.people[ingrid].contact.last = days_ago(91); },
         {"RF-STALE Ingrid contact"}},
        {"spoken with 90 days ago", [](Deal& d) { d.people[ingrid].contact.last = days_ago(90); }, {}},
        {"a Win confirmed long ago",
         [](Deal& d) { d.people[ingrid].win.evidence[0].when = days_ago(91); },
         {"RF-STALE Ingrid evidence"}},
        {"one talk would renew both",
         [](Deal& d) {
             d.people[ingrid].contact.last = days_ago(100);
             d.people[ingrid].win.evidence[0].when = days_ago(100);
         },
         {"RF-STALE Ingrid contact"}},
        {"new in the job, not met since",
         [](Deal& d) {
             d.people[ingrid].in_job = told(days_ago(100));
             d.people[ingrid].contact.last = days_ago(120);
         },
         {"RF-NEW Ingrid contact"}},
        {"new in the job, met since, the Win is older",
         [](Deal& d) {
             d.people[ingrid].in_job = told(days_ago(100));
             d.people[ingrid].contact.last = days_ago(20);
             d.people[ingrid].win.evidence[0].when = days_ago(120);
         },
         {"RF-NEW Ingrid evidence"}},
        {"new in the job, met and heard since",
         [](Deal& d) {
             d.people[ingrid].in_job = told(days_ago(100));
             d.people[ingrid].contact.last = days_ago(20);
         },
         {}},
        {"new in the job and never met is never met",
         [](Deal& d) {
             d.people[ingrid].in_job = told(days_ago(10));
             d.people[ingrid].contact.spoken = false;
         },
         {"RF-UNCONTACTED Ingrid contact"}},
        {"half a year is settled", [](Deal& d) { d.people[ingrid].in_job = told(*parse_iso_day("2026-05-24")); }, {}},
        {"half a year tomorrow is new",
         [](Deal& d) { d.people[ingrid].in_job = told(*parse_iso_day("2026-05-25")); },
         {"RF-NEW Ingrid contact"}},
        {"one talk would also tell what stands behind a rating",
         [](Deal& d) {
             d.people[ingrid].rating = told(5);
             d.people[ingrid].contact.last = days_ago(100);
         },
         {"RF-STALE Ingrid contact"}},
        {"the same when new in the job",
         [](Deal& d) {
             d.people[ingrid].rating = told(5);
             d.people[ingrid].in_job = told(days_ago(20));
             d.people[ingrid].contact.last = days_ago(40);
         },
         {"RF-NEW Ingrid contact"}},
    });
}

} // namespace vera
