// What somebody typed is nowhere to be read in the database, and nothing of an erased person is left.
#include "core/json.hpp"
#include "tests/store/dump.hpp"
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

const std::string canary = "Canary";

Action canary_action(const std::string& id) {
    Action made;
    made.id = ActionId(id);
    made.text = canary + "Action";
    made.who = canary + "Actor";
    return made;
}

// A canary in every field of a person that can hold words; the name is one of the two plain columns.
Influence canary_person(const std::string& id, const std::string& name) {
    Influence made = named(id, name);
    made.title = canary + "Title";
    made.contact.words = canary + "Contact";
    made.result.text = canary + "Result";
    made.result.measure.metric = canary + "Metric";
    made.result.measure.unit = canary + "Unit";
    made.win.text = Private(canary + "Win");
    made.win.evidence.emplace_back().words = Private(canary + "Quote");
    made.win.evidence[0].who = canary + "Who";
    made.lose.text = Private(canary + "Lose");
    made.lose.mitigation = canary + "Mitigation";
    made.actions = {canary_action("a1")};
    made.notes = {{canary + "Note", {}}};
    made.unknown_json = R"({"later":"CanaryUnknown"})";
    return made;
}

void canary_talk(Session& session, const PersonId& person) {
    Pending& pending = session.pending.emplace();
    pending.person = person;
    pending.lines = {{canary + "Asked", LineStyle::plain}};
    pending.buttons = {{canary + "Label", {{}, canary + "Value", {}, person, {}}}};
    session.parked = {pending};
    session.person = person;
    session.drafts = {{canary + "Draft", canary + "DraftTitle", {}, false, false, person}};
    session.leftover = {canary + "Leftover"};
    session.skipped = {canary + "Skipped"};
    session.unknown_json = R"({"later":"CanaryUnknown"})";
}

// A turn that writes a canary wherever the store keeps words.
Event canary_turn(World& world, const DealId& deal, const Influence& person) {
    const Event from = world.chose(deal);
    world.turn(from, [&](Plan& plan) {
        plan.next.user.name = canary + "User";
        Deal& changed = plan.next.deals.at(0);
        changed.people.push_back(person);
        canary_talk(plan.next.session, person.person);
        Message message = world.message(from, 1, canary + "Line");
        message.about = deal;
        message.notice = canary + "Notice";
        message.buttons = {{canary + "Button", {{}, canary + "Choice", deal, person.person, {}}}};
        plan.messages = {message};
        Job job{};
        job.kind = "reminder";
        job.occurrence = "o1";
        job.deal = deal;
        job.person = person.person;
        job.due = world.now;
        plan.jobs = {job};
        plan.records = {{"person.named", deal, person.person}};
        plan.reply = Reply{canary + "Reply"};
    });
    return from;
}

// What the program can still read, after it opened everything it has a key for.
std::string readable(World& world, const DealId& deal, const Event& claimed) {
    const State state = world.state(deal);
    std::string all = to_json(state.session);
    for (const auto& loaded : state.deals) {
        all += to_json(loaded);
        for (const auto& person : loaded.people) all += to_json(person);
    }
    for (const auto& row : next_to_send(*world, world.now, 10)) all += to_json(row.message);
    for (const auto& event : due(*world, world.now, 10)) all += std::get<Due>(event.what).person.text();
    const auto again = world.committed([&] { return claim(*world, claimed, world.now); });
    if (again.reply) all += to_json(*again.reply);
    return all;
}

} // namespace

TEST_CASE("every table of the live schema has an owner, a way to erase and a retention", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    std::vector<std::string> stated;
    for (const auto& rule : table_rules()) {
        INFO(rule.table);
        CHECK_FALSE(rule.owner.empty());
        CHECK_FALSE(rule.retention.empty());
        stated.emplace_back(rule.table);
    }
    std::sort(stated.begin(), stated.end());
    CHECK(stated == live_tables(*(*world).database));
}

TEST_CASE("no word that anybody typed can be read in the database", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Devrim"});
    canary_turn(world, deal, canary_person("p1", "Ingrid"));
    world.turn(world.chose(deal), [](Plan& plan) {
        Deal& changed = plan.next.deals.at(0);
        changed.notes = {{canary + "DealNote", {}}};
        changed.actions = {canary_action("a2")};
        changed.unknown_json = R"({"later":"CanaryUnknown"})";
    });
    const std::string all = dump(*(*world).database);
    CHECK(holds(all, "Nordhafen")); // the two plain columns
    CHECK(holds(all, "ingrid"));
    CHECK_FALSE(holds(all, canary));
    if (world.file().empty()) return;
    const std::string files = raw_files(world.file());
    CHECK(files.find("Nordhafen") != std::string::npos);
    CHECK(files.find(canary) == std::string::npos);
}

TEST_CASE("nothing of an erased person is left, and others keep everything", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId other = world.new_deal("Other", {"Petra"});
    const DealId deal = world.new_deal("Nordhafen", {"Devrim"});
    const PersonId person("the-erased-one");
    const Event claimed = canary_turn(world, deal, canary_person(person.text(), canary + " Aas"));
    world.turn(world.chose(deal), [&](Plan& plan) { plan.next.deals.at(0).people.at(1).title += "2"; });
    const auto others = world.deal(other);
    CHECK(readable(world, deal, claimed).find(canary) != std::string::npos);
    begin(*world);
    erase_person(*world, world.who.tenant, person, world.now);
    commit(*world);

    const std::string left = readable(world, deal, claimed);
    CHECK(left.find(canary) == std::string::npos);
    CHECK(left.find(person.text()) == std::string::npos);
    CHECK(left.find("Devrim") != std::string::npos); // who stands beside them
    const std::string all = dump(*(*world).database, {"erased"});
    CHECK_FALSE(holds(all, canary));
    CHECK_FALSE(holds(all, person.text()));
    CHECK(dump_table(*(*world).database, "erased").find(person.text()) != std::string::npos);
    CHECK(world.deal(other) == others);
    CHECK(world.deal(deal)->people.size() == 1);
    CHECK(world.deal(deal)->head.people == 0);
    CHECK(next_to_send(*world, world.now, 10).empty());
    if (world.file().empty()) return;
    (*world).database->run("pragma wal_checkpoint(truncate)");
    CHECK(raw_files(world.file()).find("canary") == std::string::npos);
}

TEST_CASE("nothing is left either of a person who was taken from the list before", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Devrim"});
    const PersonId person("the-erased-one");
    const Event claimed = canary_turn(world, deal, canary_person(person.text(), canary + " Aas"));
    world.turn(world.chose(deal), [](Plan& plan) { plan.next.deals.at(0).people.pop_back(); });
    CHECK(readable(world, deal, claimed).find(canary) != std::string::npos);
    world.committed([&] { return erase_person(*world, world.who.tenant, person, world.now), true; });

    CHECK(readable(world, deal, claimed).find(canary) == std::string::npos);
    const std::string all = dump(*(*world).database, {"erased"});
    CHECK_FALSE(holds(all, canary));
    CHECK_FALSE(holds(all, person.text()));
    CHECK(world.deal(deal)->people.size() == 1);
}

TEST_CASE("a message on its way when its person is erased stays ended, however the attempt ends", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Devrim"});
    canary_turn(world, deal, canary_person("p1", "Ingrid"));
    const auto row = world.committed([&] {
        const auto found = next_to_send(*world, world.now, 1).at(0);
        REQUIRE(mark_sending(*world, found, world.now));
        return found.row;
    });
    for (const Sending end : {Sending::planned, Sending::sent}) {
        world.committed([&] { return erase_person(*world, world.who.tenant, PersonId("p1"), world.now), true; });
        world.committed([&] { return settle(*world, row, end, "p", world.now), true; });
        CHECK(next_to_send(*world, world.now, 1).empty());
    }
    CHECK(world.rows("select count(*) from outbox where state = 'expired' and body is null") == 1);
}

TEST_CASE("erasing twice, or nobody, changes nothing", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen", {"Devrim"});
    const auto before = world.deal(deal);
    for (int i = 0; i < 2; ++i) {
        begin(*world);
        erase_person(*world, world.who.tenant, PersonId("nobody"), world.now);
        commit(*world);
    }
    CHECK(world.deal(deal) == before);
    CHECK(world.rows("select count(*) from erased") == 1);
}

} // namespace vera::store
