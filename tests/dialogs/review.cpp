#include "dialogs/views/review.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string review(const Deal& deal) { return shown(deal, show_review); }

} // namespace

TEST_CASE("the five questions are answered from the facts, each with what to do", "[review]") {
    const std::string text = review(sample_deal());
    INFO(text);
    CHECK_THAT(text, ContainsSubstring("have we met? Ingrid; last contact: me, two weeks ago."));
    CHECK_THAT(text, ContainsSubstring("only a guess? Ingrid; no Win at all: Devrim."));
    CHECK_THAT(text, ContainsSubstring("nobody test? Ingrid, Tomasz, Petra."));
    CHECK_THAT(text, ContainsSubstring("\"their planners already run our trial\". First Red Flag: What's in it for"));
    CHECK_THAT(text, ContainsSubstring("Ana, Thu 26 Nov; no other step is open."));
    CHECK(lines_in(text) == 11);
}

TEST_CASE("a step that was just named is not written out again", "[review]") {
    CHECK_THAT(review(sample_deal()), ContainsSubstring("Next: as in 1"));
}

TEST_CASE("an open next step comes before the one a Red Flag suggests", "[review]") {
    Deal deal = sample_deal();
    Action step;
    step.text = "ask her over lunch";
    step.about = "evidence";
    person_called(deal, "Ingrid").actions = {step};
    CHECK_THAT(review(deal), ContainsSubstring("Next: Ingrid Aas: ask her over lunch"));
}

TEST_CASE("without anybody who decides, the review asks for the act", "[review]") {
    Deal deal = sample_deal();
    person_called(deal, "Ingrid").roles = {Role::user};
    CHECK_THAT(review(deal), ContainsSubstring("Nobody is named."));
    CHECK_THAT(review(deal), ContainsSubstring("Who can still say no when everybody else has said yes?"));
}

TEST_CASE("without a Strength the review says how to tell one", "[review]") {
    Deal deal = sample_deal();
    deal.strengths.clear();
    CHECK_THAT(review(deal), ContainsSubstring("No Strength named yet."));
}

TEST_CASE("in a pure tender nobody's Win or Lose is reviewed", "[review]") {
    Deal deal = sample_deal();
    deal.tender = {Asked::answered, true, {}, {}};
    CHECK_THAT(review(deal), ContainsSubstring("Whose Lose did nobody test? Not looked at in a pure tender."));
}
