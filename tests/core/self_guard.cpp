#include "core/self_guard.hpp"

#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

Deal deal_of(double amount, double highest, double floor) {
    Deal deal = known_deal();
    deal.objective.amount = Money{amount, "EUR"};
    deal.objective.highest = Money{highest, "EUR"};
    deal.own.floor = Money{floor, "EUR"};
    return deal;
}

void choose(Deal& deal, WayOut way, const std::string& why, Time at) {
    deal.own.way_out = told(way);
    deal.own.way_out.words = Private<std::string>{why};
    deal.own.way_out.source.at = at;
}

} // namespace

TEST_CASE("an amount that fell, or fell through the floor, is a risk of our own", "[self]") {
    CHECK_FALSE(stands(self_guard(known_deal())));
    CHECK_FALSE(stands(self_guard(deal_of(180, 180, 150))));
    CHECK(self_guard(deal_of(170, 180, 150)).risks == std::set{SelfRisk::amount_fell});
    CHECK_FALSE(self_guard(deal_of(170, 180, 150)).below_floor);
    CHECK(self_guard(deal_of(140, 140, 150)).below_floor);
    CHECK_FALSE(self_guard(deal_of(150, 150, 150)).below_floor);
    Deal dollars = deal_of(140, 180, 150);
    dollars.objective.amount->currency = "USD"; // not compared with euros
    CHECK_FALSE(stands(self_guard(dollars)));
    dollars.objective.amount->currency = "";
    CHECK(unanswered(self_guard(dollars)));
}

TEST_CASE("three ways out answer a risk, accepting only with a reason", "[self]") {
    Deal deal = known_deal();
    deal.own.risks = {SelfRisk::paid_later};
    CHECK(unanswered(self_guard(deal)));
    choose(deal, WayOut::accept, "", {});
    CHECK(unanswered(self_guard(deal)));
    choose(deal, WayOut::accept, "first plant of four, signed off by Anna", {});
    CHECK_FALSE(unanswered(self_guard(deal)));
    CHECK(stands(self_guard(deal)));
    choose(deal, WayOut::trade, "", {});
    CHECK_FALSE(unanswered(self_guard(deal)));
    choose(deal, WayOut::walk_away, "", {});
    CHECK_FALSE(unanswered(self_guard(deal)));
}

TEST_CASE("an amount that fell again asks again", "[self]") {
    Deal deal = deal_of(170, 180, 150);
    deal.objective.amount_changed = from_ms(2'000);
    choose(deal, WayOut::trade, "two years for it", from_ms(2'000)); // told in one go
    CHECK_FALSE(unanswered(self_guard(deal)));
    deal.objective.scope_changed = from_ms(3'000); // they said yes: that is no new amount
    CHECK_FALSE(unanswered(self_guard(deal)));
    deal.objective.amount_changed = from_ms(4'000);
    CHECK(unanswered(self_guard(deal)));
    deal.objective.amount = deal.objective.highest; // nothing stands, so nothing is answered
    CHECK(self_guard(deal) == SelfGuard{});
}

TEST_CASE("a lower amount told without its currency is lower all the same", "[self]") {
    Deal deal;
    set_amount(deal.objective, {180'000, "EUR"}, from_ms(1'000));
    CHECK(deal.objective.amount_changed == Time{}); // the first one changes nothing
    set_amount(deal.objective, {150'000, ""}, from_ms(2'000));
    CHECK(deal.objective.amount == Money{150'000, "EUR"});
    CHECK(deal.objective.highest == Money{180'000, "EUR"});
    CHECK(unanswered(self_guard(deal)));
    set_amount(deal.objective, {200'000, "USD"}, from_ms(3'000)); // another currency begins anew
    CHECK(deal.objective.highest == Money{200'000, "USD"});
}

} // namespace vera
