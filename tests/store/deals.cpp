// Deals and the people in them: what is loaded, what is written, who sees it, what happens when two write.
#include "core/limits.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

Deal& only_deal(Plan& plan) {
    REQUIRE(plan.next.deals.size() == 1);
    return plan.next.deals[0];
}

std::vector<std::string> head_names(const State& state) {
    std::vector<std::string> names;
    for (const auto& head : state.heads) names.push_back(head.name);
    return names;
}

Who colleague(World& world) {
    return world.committed([&] {
        return identify(*world, {"slack", "T1", "U2", "Anna", Zone{}}, "second", world.now);
    });
}

Needs people_needs(const std::string& folded) { return {{}, {folded}}; }

} // namespace

TEST_CASE("a deal comes back as it was saved, its people in their order", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid Aas", "Devrim", ""});
    Deal saved;
    world.turn(world.chose(id), [&](Plan& plan) {
        Deal& deal = only_deal(plan);
        deal.people_confirmed = true;
        deal.notes = {{"moves in spring", {world.who.user, world.now, Visibility::author}}};
        deal.people[0].win.text = Private<std::string>("a seat on the board");
        deal.people[0].roles = {Role::economic};
        deal.head.state = DealState::verbal_yes;
        deal.head.flags = 3;
        deal.head.touched = world.now + std::chrono::hours(1);
        std::swap(deal.people[1], deal.people[2]);
        saved = deal;
    });
    saved.head.version = 2;
    CHECK(world.deal(id) == saved);
}

TEST_CASE("what a turn did not change is not written", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid", "Devrim"});
    const auto written = [&] { return world.rows("select count(*) from history"); };
    CHECK(written() == 3); // the deal and two people
    world.turn(world.chose(id), [](Plan&) {});
    CHECK(written() == 3);
    CHECK(world.deal(id)->head.version == 1);
    world.turn(world.chose(id), [](Plan& plan) { only_deal(plan).people[1].title = "IT"; });
    CHECK(written() == 4);
    CHECK(world.deal(id)->head.version == 2);
    world.turn(world.chose(id), [](Plan& plan) { only_deal(plan).head.flags = 2; });
    CHECK(written() == 4);
    world.turn(world.chose(id), [](Plan& plan) { only_deal(plan).head.name = "Nordhafen AS"; });
    CHECK(written() == 5);
    world.turn(world.chose(id), [](Plan& plan) { plan.next.deals.clear(); });
    CHECK(world.deal(id)->head.version == 4);
}

TEST_CASE("a person taken out of a deal is gone from it, and can come back", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid", "Devrim"});
    const Influence ingrid = world.deal(id)->people[0];
    world.turn(world.chose(id), [](Plan& plan) { only_deal(plan).people.erase(only_deal(plan).people.begin()); });
    CHECK(world.deal(id)->people.size() == 1);
    CHECK(world.deal(id)->people[0].name == "Devrim");
    CHECK(world.rows("select count(*) from person where folded = 'ingrid'") == 0);
    world.turn(world.chose(id), [&](Plan& plan) { only_deal(plan).people.push_back(ingrid); });
    CHECK(world.deal(id)->people.at(1) == ingrid);
    CHECK(world.rows("select count(*) from person where folded = 'ingrid'") == 1);
}

TEST_CASE("a deal of somebody else is as absent as one that does not exist", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const Who owner = world.who;
    world.who = colleague(world);
    CHECK_FALSE(world.deal(id));
    CHECK_FALSE(world.deal(DealId("no such deal")));
    CHECK(world.state().heads.empty());
    State state = world.state();
    load_more(*world, state, world.said("x"), {{id}, {"ingrid"}});
    CHECK(state.deals.empty());
    world.who = {TenantId("another tenant"), owner.user};
    CHECK_THROWS_AS(world.deal(id), Bug);
}

TEST_CASE("nobody writes a deal of somebody else, nor gives theirs away unasked", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen");
    Deal stolen = *world.deal(id);
    const Event give = world.chose(id);
    CHECK_THROWS_AS(world.turn(give, [](Plan& plan) { only_deal(plan).head.owner = UserId("u9"); }), Bug);
    rollback(*world);
    world.who = colleague(world);
    stolen.head.name = "Mine";
    CHECK_THROWS_AS(world.turn(world.said("x"), [&](Plan& plan) { plan.next.deals = {stolen}; }), Bug);
    rollback(*world);
}

TEST_CASE("the user's open deals are listed, newest touched first", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    std::vector<DealId> ids;
    for (const char* name : {"A", "B", "C", "D"}) {
        world.now += std::chrono::minutes(1);
        ids.push_back(world.new_deal(name));
    }
    CHECK(head_names(world.state()) == std::vector<std::string>{"D", "C", "B", "A"});
    const auto set_state = [&](const DealId& id, DealState state) {
        world.now += std::chrono::minutes(1);
        world.turn(world.chose(id), [&](Plan& plan) {
            only_deal(plan).head.state = state;
            only_deal(plan).head.touched = world.now;
        });
    };
    set_state(ids[0], DealState::on_hold);
    set_state(ids[1], DealState::won);
    set_state(ids[2], DealState::verbal_yes);
    set_state(ids[3], DealState::lost);
    CHECK(head_names(world.state()) == std::vector<std::string>{"C", "A"});
    CHECK(world.deal(ids[1])->head.state == DealState::won); // found when it is named
}

TEST_CASE("no more heads than the limit are loaded", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    world.turn(world.said("import"), [&](Plan& plan) {
        for (std::size_t i = 0; i < limits::open_deals + 5; ++i) {
            Deal deal;
            deal.head.id = DealId("d" + std::to_string(i));
            deal.head.owner = world.who.user;
            deal.head.touched = world.now + Duration(i);
            plan.next.deals.push_back(deal);
        }
    });
    const State state = world.state();
    CHECK(state.heads.size() == limits::open_deals);
    CHECK(state.heads.at(0).id == DealId("d204"));
}

TEST_CASE("the deals that session, button and job name are loaded, each once", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    std::vector<DealId> ids;
    for (const char* name : {"focus", "pending", "parked", "button", "not named"}) ids.push_back(world.new_deal(name));
    world.turn(world.said("x"), [&](Plan& plan) {
        Session& session = plan.next.session;
        session.deal = ids[0];
        session.pending.emplace().deal = ids[1];
        session.parked.emplace_back().deal = ids[2];
        session.parked.emplace_back().deal = ids[0];
    });
    State state = world.state(ids[3]);
    CHECK(state.deals.size() == 4);
    CHECK_FALSE(find_deal(state, ids[4]));
    const Event due = world.event(Due{"reminder", "o", ids[4], {}, {}});
    CHECK(find_deal(load(*world, due), ids[4]));
    load_more(*world, state, due, {{ids[4], ids[4]}, {}});
    CHECK(state.deals.size() == 5);
    CHECK(state.seen.deals.size() == 2);
}

TEST_CASE("a turn may ask for the user's deals with a person, by the whole or the first name", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId one = world.new_deal("One", {"Ingrid Aas"});
    const DealId two = world.new_deal("Two", {"Petra", "ingrid"});
    const DealId closed = world.new_deal("Closed", {"Ingrid Aas"});
    world.turn(world.chose(closed), [](Plan& plan) { only_deal(plan).head.state = DealState::lost; });
    const auto found = [&](const std::string& folded) {
        State state = world.state();
        load_more(*world, state, world.said("x"), people_needs(folded));
        std::vector<std::string> names;
        for (const auto& deal : state.deals) names.push_back(deal.head.name);
        std::sort(names.begin(), names.end());
        return names;
    };
    CHECK(found("ingrid") == std::vector<std::string>{"One", "Two"});
    CHECK(found("ingrid aas") == std::vector<std::string>{"One"});
    CHECK(found("aas").empty());
    CHECK(found("ing").empty());
    CHECK(found("").empty());
    world.turn(world.chose(one), [](Plan& plan) { only_deal(plan).people[0].name = "Inge"; });
    CHECK(found("inge") == std::vector<std::string>{"One"});
    CHECK(found("ingrid") == std::vector<std::string>{"Two"});
    CHECK(two != one);
}

TEST_CASE("no more deals than the limit are loaded in one turn", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    for (std::size_t i = 0; i < limits::loaded_deals + 3; ++i) world.new_deal("Deal", {"Ingrid"});
    State state = world.state();
    load_more(*world, state, world.said("x"), people_needs("ingrid"));
    CHECK(state.deals.size() == limits::loaded_deals);
}

TEST_CASE("who saves over a newer deal is told, and nothing of the turn stays", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const Event late = world.chose(id);
    const State before = load(*world, late);
    world.turn(world.chose(id), [](Plan& plan) { only_deal(plan).people[0].title = "COO"; });
    Plan plan;
    plan.next = before;
    plan.next.deals[0].people[0].title = "CFO";
    plan.messages = {world.message(late, 1, "Noted.")};
    begin(*world);
    CHECK_THROWS_AS(save(*world, before, plan, late, world.now), Conflict);
    rollback(*world);
    CHECK(world.deal(id)->people[0].title == "COO");
    CHECK(next_to_send(*world, world.now, 10).empty());
    world.turn(late, [](Plan& again) { only_deal(again).people[0].title = "CFO"; });
    CHECK(world.deal(id)->people[0].title == "CFO");
}

TEST_CASE("what is over a limit is our bug and is not saved", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const auto refused = [&](const World::Edit& edit) {
        CHECK_THROWS_AS(world.turn(world.chose(id), edit), Bug);
        rollback(*world);
    };
    refused([](Plan& plan) { only_deal(plan).people.resize(limits::influences + 1, named("p", "x")); });
    refused([](Plan& plan) { only_deal(plan).people.push_back(only_deal(plan).people[0]); });
    refused([](Plan& plan) { only_deal(plan).people.push_back(named("", "nobody")); });
    refused([](Plan& plan) { only_deal(plan).notes.resize(limits::notes + 1); });
    refused([](Plan& plan) { only_deal(plan).people[0].actions.resize(limits::actions + 1); });
    refused([](Plan& plan) { only_deal(plan).people[0].win.evidence.resize(limits::evidence + 1); });
    refused([](Plan& plan) { plan.next.session.parked.resize(max_parked + 1); });
    refused([](Plan& plan) { plan.next.session.trail.resize(max_trail + 1); });
    refused([](Plan& plan) { plan.messages.resize(max_plan_messages + 1); });
    refused([](Plan& plan) { plan.jobs.resize(max_plan_jobs + 1, Job{}); });
    refused([](Plan& plan) { plan.next.user.id = UserId("somebody else"); });
    refused([](Plan& plan) { plan.needs.people = {"ingrid"}; });
    CHECK(world.deal(id)->head.version == 1);
}

TEST_CASE("what a later program added to a document outlives a turn of this one", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId id = world.new_deal("Nordhafen", {"Ingrid"});
    const std::string later = R"({"later":{"a":[1,2]}})";
    world.turn(world.chose(id), [&](Plan& plan) {
        only_deal(plan).unknown_json = only_deal(plan).people[0].unknown_json = later;
        plan.next.user.unknown_json = plan.next.session.unknown_json = later;
    });
    world.turn(world.chose(id), [](Plan& plan) {
        only_deal(plan).people_confirmed = true;
        only_deal(plan).people[0].title = "COO";
        plan.next.user.name = "Leonie";
        plan.next.session.paused = true;
    });
    const State state = world.state(id);
    CHECK(state.deals.at(0).unknown_json == later);
    CHECK(state.deals.at(0).people.at(0).unknown_json == later);
    CHECK(state.user.unknown_json == later);
    CHECK(state.user.name == "Leonie");
    CHECK(state.session.unknown_json == later);
    CHECK(state.session.paused);
}

} // namespace vera::store
