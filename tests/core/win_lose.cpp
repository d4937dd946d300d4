#include "core/win_lose.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

// Everybody wins, nobody loses, and so do we.
Deal good_deal() {
    Deal deal = known_deal();
    deal.own.asked = Asked::answered;
    for (Influence& person : deal.people) person.lose = {};
    return deal;
}

void suspect(Influence& person, const std::string& plan) {
    person.lose.asked = Asked::answered;
    person.lose.suspected = true;
    person.lose.mitigation = plan;
}

} // namespace

TEST_CASE("the picture is names and counts", "[win_lose]") {
    Deal deal = good_deal();
    suspect(deal.people[kwame], "");
    deal.people[devrim].win.evidence.clear();
    deal.people[petra].win = {};
    deal.people.push_back(known_person("Helen", {Role::coach}));
    deal.people.back().ours = true;
    const WinLose picture = win_lose(deal);
    CHECK(picture.own == OwnOutcome::we_win);
    REQUIRE(picture.people.size() == 4);
    CHECK(picture.people[ingrid] == PersonOutcome{PersonId{"p-Ingrid"}, Outcome::wins, false, Quadrant::win_win});
    CHECK(picture.people[devrim] == PersonOutcome{PersonId{"p-Devrim"}, Outcome::guessed, false, {}});
    CHECK(picture.people[kwame] == PersonOutcome{PersonId{"p-Kwame"}, Outcome::loses, false, Quadrant::win_lose});
    CHECK(picture.people[petra] == PersonOutcome{PersonId{"p-Petra"}, Outcome::unknown, false, {}});
    CHECK(picture.wins == 1);
    CHECK(picture.loses == 1);
    CHECK(picture.guessed == 1);
    CHECK(picture.unknown == 1);
    CHECK(picture.turn == TurningPoint{PersonId{"p-Kwame"}, false});
}

TEST_CASE("we are in the picture", "[win_lose]") {
    Deal deal = good_deal();
    deal.own = {};
    CHECK(win_lose(deal).own == OwnOutcome::not_asked);
    CHECK_FALSE(win_lose(deal).people[ingrid].quadrant);
    deal.own.asked = Asked::does_not_know;
    CHECK(win_lose(deal).own == OwnOutcome::unknown);
    deal.own.asked = Asked::answered;
    deal.own.risks = {SelfRisk::discount};
    CHECK(win_lose(deal).own == OwnOutcome::we_lose);
    CHECK(win_lose(deal).people[ingrid].quadrant == Quadrant::lose_win);
    suspect(deal.people[ingrid], "");
    CHECK(win_lose(deal).people[ingrid].quadrant == Quadrant::lose_lose);
    deal.own.way_out = told(WayOut::accept);
    deal.own.way_out.words = Private<std::string>{"we want the name"};
    CHECK(win_lose(deal).own == OwnOutcome::we_lose); // accepted is known, not won
    deal.own.way_out = told(WayOut::trade);
    CHECK(win_lose(deal).own == OwnOutcome::we_win);
}

TEST_CASE("a Lose outweighs a Win until they agreed to a plan", "[win_lose]") {
    Deal deal = good_deal();
    suspect(deal.people[kwame], "owns the rules");
    CHECK(win_lose(deal).people[kwame].outcome == Outcome::loses);
    deal.people[kwame].lose.confirmed = true;
    CHECK(win_lose(deal).people[kwame].confirmed);
    deal.people[kwame].lose.agreed = true;
    CHECK(win_lose(deal).people[kwame] == PersonOutcome{PersonId{"p-Kwame"}, Outcome::wins, false, Quadrant::win_win});
    CHECK_FALSE(win_lose(deal).turn);
}

TEST_CASE("the one change is the Lose with the most weight that has no plan", "[win_lose]") {
    Deal deal = good_deal();
    suspect(deal.people[ingrid], "phase two of the old contract");
    CHECK(win_lose(deal).turn == TurningPoint{PersonId{"p-Ingrid"}, true});
    suspect(deal.people[devrim], "");
    suspect(deal.people[kwame], "");
    CHECK(win_lose(deal).turn == TurningPoint{PersonId{"p-Devrim"}, false});
    deal.people[kwame].lose.confirmed = true;
    CHECK(win_lose(deal).turn == TurningPoint{PersonId{"p-Kwame"}, false});
    deal.people[devrim].degree = told(Degree::high);
    CHECK(win_lose(deal).turn == TurningPoint{PersonId{"p-Devrim"}, false});
}

TEST_CASE("in a pure tender nobody wins or loses personally", "[win_lose]") {
    Deal deal = good_deal();
    deal.tender = told(true);
    CHECK(win_lose(deal).people.empty());
    CHECK(win_lose(deal).own == OwnOutcome::we_win);
}

} // namespace vera
