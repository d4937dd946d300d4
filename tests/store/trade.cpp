// What import and export need of the store: every part of a deal is kept, closed deals are found, and why
// private fields left is sealed.
#include "core/store/all_deals.hpp"
#include "core/store/rows.hpp"
#include "tests/store/dump.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {

namespace {

void record_export(World& world, const DealId& deal, const std::string& reason) {
    world.turn(world.chose(deal), [&](Plan& plan) {
        plan.records = {{"deal.exported_private", deal, {}, reason}, {"deal.changed", deal, {}}};
    });
}

} // namespace

TEST_CASE("a change of any part of a deal is written", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const std::vector<std::function<void(Deal&)>> changes = {
        [](Deal& deal) {
            deal.objective.amount = Money{380'000, "EUR"};
        },
        [&](Deal& deal) { deal.objective.scope_changed = world.now; },
        [](Deal& deal) {
            deal.crm = {"salesforce", "0065e00000AbCdE", "Proposal"};
        },
        [](Deal& deal) { deal.competition.asked = Asked::does_not_know; },
        [](Deal& deal) { deal.own.text = Private<std::string>("a reference in the north"); },
        [](Deal& deal) { deal.strengths.emplace_back().text = "on time"; },
        [](Deal& deal) { deal.choices.emplace_back().flag = "RF-E-NONE"; },
        [](Deal& deal) { deal.hold_until = parse_iso_day("2027-01-04"); }};
    for (const auto& change : changes) {
        Deal expected = *world.deal(id);
        change(expected);
        world.turn(world.chose(id), [&](Plan& plan) { change(plan.next.deals.at(0)); });
        ++expected.head.version;
        CHECK(world.deal(id) == expected);
    }
    CHECK(world.rows("select count(*) from history where person = ''") == 1 + static_cast<int>(changes.size()));
}

TEST_CASE("closed deals are among all of a user, and nobody else's are", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId lost = world.new_deal("Lost");
    world.turn(world.chose(lost), [](Plan& plan) { plan.next.deals.at(0).head.state = DealState::lost; });
    world.now += std::chrono::minutes(1);
    world.new_deal("Open");
    const auto heads = all_heads(*world, world.who);
    REQUIRE(heads.size() == 2);
    CHECK(heads[0].name == "Open");
    CHECK(heads[1].state == DealState::lost);
    CHECK(all_heads(*world, {world.who.tenant, UserId("anna")}).empty());
    CHECK(all_heads(*world, {TenantId("other"), world.who.user}).empty());
}

TEST_CASE("the reason of a private export is kept sealed, and goes with the person", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Ingrid"}), other = world.new_deal("Other", {"Petra"});
    record_export(world, deal, "Ingrid Canary asked");
    record_export(world, other, "another Canary");
    CHECK_FALSE(holds(dump(*(*world).database), "Canary"));
    const auto reasons = [&] {
        return (*world).database->run(
            "select tenant, event, number, reason from audit where reason is not null order by event");
    };
    REQUIRE(reasons().size() == 2);
    const Row row = reasons()[0];
    const std::string name = row_name({text(row[1]), std::to_string(integer(row[2]))});
    CHECK(opened((*world).sealer, row[3], {text(row[0]), "audit", name}) == "Ingrid Canary asked");

    const PersonId ingrid = world.deal(deal)->people.at(0).person;
    world.committed([&] { return erase_person(*world, world.who.tenant, ingrid, world.now), true; });
    CHECK(reasons().size() == 1);
    CHECK(world.rows("select count(*) from audit where what = 'deal.exported_private'") == 2);
}

} // namespace vera::store
