#include "dialogs/views/meddpicc.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string mapped(const Deal& deal) { return shown(deal, show_meddpicc); }

} // namespace

TEST_CASE("a deal reads as MEDDPICC from the same facts", "[meddpicc]") {
    const std::string text = mapped(sample_deal());
    INFO(text);
    CHECK(lines_in(text) == 10);
    CHECK_THAT(text,
               ContainsSubstring("Metrics: Ingrid: waiting time 14 to 11 hours per ship, by 30 June 2027; Tomasz"));
    CHECK_THAT(text, ContainsSubstring("Economic buyer: Ingrid Aas, met, Win a guess"));
    CHECK_THAT(text, ContainsSubstring("last word Ingrid; can stop it Devrim; signed by 31 March 2027 (our date)"));
    CHECK_THAT(text, ContainsSubstring("Identify pain: Ingrid: has a fire, \"I pay for every hour out there\""));
    CHECK_THAT(text, ContainsSubstring("Competition: they do it themselves, \"they stay with YardBook\""));
}

TEST_CASE("what nobody asked says so under its letter", "[meddpicc]") {
    Deal deal;
    deal.head.id = DealId{"new"};
    deal.head.name = "Kestrel";
    const std::string text = mapped(deal);
    for (const char* letter : {"Metrics", "Economic buyer", "Decision criteria", "Decision process", "Paper process",
                               "Identify pain", "Champion", "Competition"})
        CHECK_THAT(text, ContainsSubstring(std::string(letter) + ": not asked"));
}

TEST_CASE("nobody is called a Champion; a Coach only once tested", "[meddpicc]") {
    Deal deal = sample_deal();
    CHECK_THAT(mapped(deal), ContainsSubstring("Champion: nobody tested; with us: Petra"));
    CoachTest& test = person_called(deal, "Petra").coach_test;
    test.trusts = test.heard = test.wants = {Asked::answered, true, {}, {}};
    test.proof = "sent the org chart";
    test.tested = sample_today;
    CHECK_THAT(mapped(deal),
               ContainsSubstring("Petra, a tested Coach; whether they sell when you are not there: not asked"));
}

TEST_CASE("a number that is only ours is marked so", "[meddpicc]") {
    Deal deal = sample_deal();
    person_called(deal, "Ingrid").result.whose = {Asked::answered, Whose::ours, {}, {}};
    CHECK_THAT(mapped(deal), ContainsSubstring("by 30 June 2027 (our number)"));
}

TEST_CASE("of many people a letter names five", "[meddpicc]") {
    Deal deal = sample_deal();
    const Influence tomasz = person_called(deal, "Tomasz");
    for (int i = 0; i < 6; ++i) deal.people.push_back(tomasz);
    CHECK_THAT(mapped(deal), ContainsSubstring("; 3 more\nEconomic buyer"));
}
