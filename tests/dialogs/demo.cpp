#include "dialogs/views/demo.hpp"

#include "dialogs/views/demo_deal.hpp"
#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string screen(int number) {
    return shown(sample_deal(), [&](Desk& desk, const Deal&) {
        const State before = desk.plan.next;
        show_demo(desk, number);
        CHECK(desk.plan.next == before); // nothing of it stays
        CHECK(desk.plan.records.empty());
        CHECK(desk.buttons.size() == (number < demo_screens() ? 1U : 0U));
        if (!desk.buttons.empty()) CHECK(desk.buttons[0].choice.value == "demo.next");
    });
}

} // namespace

TEST_CASE("the demo shows the list, an answer, a flag, a nudge and the picture", "[demo]") {
    REQUIRE(demo_screens() == 6);
    CHECK_THAT(screen(1), ContainsSubstring("1. Maren Holt, plant director: has the last word"));
    CHECK_THAT(screen(2), ContainsSubstring("keep it as a guess"));
    CHECK_THAT(screen(3), ContainsSubstring("Red Flag: "));
    CHECK_THAT(screen(3), ContainsSubstring("For instance: "));
    CHECK_THAT(screen(4), ContainsSubstring("Result: unplanned stops 46 to 30 hours a quarter"));
    CHECK_THAT(screen(5), ContainsSubstring("Lose: Sunita (their say in it)"));
    CHECK_THAT(screen(6), ContainsSubstring("\"new\" and the account"));
}

TEST_CASE("each screen of the demo is read in half a minute", "[demo]") {
    for (int number = 1; number <= demo_screens(); ++number) {
        CAPTURE(number);
        CHECK(lines_in(screen(number)) <= 10);
        CHECK(screen(number).size() < 700);
    }
}

TEST_CASE("the sample deal holds one of everything: known, guessed, unknown, a Lose without a plan", "[demo]") {
    const Deal deal = demo_deal(read_library(compiled_in_files())->wording, sample_today);
    CHECK(status(deal.people[0].win) == WinStatus::guess);
    CHECK(status(deal.people[1].win) == WinStatus::supported);
    CHECK(status(deal.people[2].win) == WinStatus::unknown);
    CHECK(status(deal.people[2].lose) == LoseStatus::suspected);
}
