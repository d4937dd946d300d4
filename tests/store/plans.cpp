// The cost of a turn must not grow with what is stored: no statement of one walks through a whole table.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

#include <deque>
#include <set>

namespace vera::store {
namespace {

using Walks = std::set<std::string>; // what SQLite's planner says it walks through

bool walks_through(const std::string& step) { return step.starts_with("SCAN") || step.ends_with("(tenant=?)"); }

// Passes everything on, and asks the planner about each statement first.
class Explaining : public Database {
public:
    Explaining(std::unique_ptr<Database> inner, Walks& walks) : inner_(std::move(inner)), walks_(walks) {}
    Rows run(const char* sql, std::initializer_list<Value> values) override {
        const std::string_view statement(sql);
        if (!statement.starts_with("pragma") && explained_.insert(sql).second) {
            kept_.push_back("explain query plan " + std::string(statement));
            for (const auto& row : inner_->run(kept_.back().c_str(), values)) {
                if (walks_through(text(row.at(3)))) walks_.insert(text(row[3]));
            }
        }
        return inner_->run(sql, values);
    }
    void run_script(const std::string& sql) override { inner_->run_script(sql); }
    bool in_transaction() const override { return inner_->in_transaction(); }
    const Dialect& dialect() const override { return inner_->dialect(); }

private:
    std::unique_ptr<Database> inner_;
    Walks& walks_;
    std::set<const char*> explained_;
    std::deque<std::string> kept_; // statements are known by their address
};

void busy_turn(World& world, const DealId& id) {
    const Event from = world.chose(id);
    const PersonId person(from.id.text() + "-p");
    world.turn(from, [&](Plan& plan) {
        Deal& deal = plan.next.deals.at(0);
        deal.people_confirmed = !deal.people_confirmed;
        if (deal.people.size() == 2) deal.people.erase(deal.people.begin());
        deal.people.push_back(named(person.text(), "Ingrid"));
        std::swap(deal.people.front(), deal.people.back());
        plan.next.session.pending.emplace().asked_at = world.now;
        plan.next.user.heard.insert(from.id.text());
        Message edit = world.message(from, 2, "edited");
        edit.edits = derived<MessageId>(from.id, 'm', 1);
        edit.about = id;
        plan.messages = {world.message(from, 1, "line"), edit};
        Job job{};
        job.kind = "reminder";
        job.occurrence = from.id.text();
        job.person = person;
        job.due = world.now;
        plan.jobs = {job};
        plan.cancelled = {{"reminder", "none"}};
        plan.errands = {{"flags", id}};
        plan.records = {{"deal.changed", id, person}};
        plan.reply = Reply{"seen"};
    });
}

void send_next(World& world, Sending how) {
    world.committed([&] {
        const auto row = next_to_send(*world, world.now, 10).at(0);
        REQUIRE(mark_sending(*world, row, world.now));
        settle(*world, row.row, how, "p1", world.now);
        return next_unknown_release(*world, world.now);
    });
}

void everything_else(World& world, const DealId& id) {
    State state = world.state();
    load_more(*world, state, world.said("x"), {{id}, {"ingrid"}});
    next_due(*world);
    for (const auto& event : due(*world, world.now, 10)) world.turn(event, [](Plan&) {});
    const Event bad = world.said("bad");
    world.committed([&] { return count_attempt(*world, bad, world.now); });
    world.committed([&] { return quarantine(*world, bad, world.message(bad, 1, "Sorry"), world.now), true; });
    world.committed([&] { return claim(*world, bad, world.now).claim; });
    world.now += std::chrono::days(500);
    world.committed([&] { return keep_house(*world, world.now, 10); });
    world.committed([&] { return erase_person(*world, world.who.tenant, PersonId("p"), world.now), true; });
    world.committed([&] { return identify(*world, {"slack", "T2", "U2", "Anna", Zone{}}, "second", world.now); });
}

} // namespace

TEST_CASE("no statement walks through a table that grows", "[store]") {
    Walks walks;
    World world("SQLite in memory");
    auto inner = std::make_unique<Explaining>(std::move((*world).database), walks);
    (*world).database = std::move(inner);
    const DealId id = world.new_deal("Nordhafen", {"Devrim"});
    for (const Sending how : {Sending::sent, Sending::unknown, Sending::refused}) {
        busy_turn(world, id);
        send_next(world, how);
        world.now += std::chrono::seconds(6);
    }
    everything_else(world, id);
    CHECK(walks == Walks{"SCAN CONSTANT ROW", "SCAN o USING INDEX outbox_waiting"}); // as long as what waits
}

} // namespace vera::store
