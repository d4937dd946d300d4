#include "tests/store/world.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <random>

namespace vera::store {

std::vector<std::string> store_engines() {
    std::vector<std::string> all = engines();
    all.insert(all.begin() + 1, "SQLite in memory");
    return all;
}

Randomness test_randomness() {
    return [random = std::mt19937(1)](std::span<unsigned char> bytes) mutable {
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<unsigned char>(random()); });
    };
}

World::World(const std::string& engine, const char* vfs) : engine_(engine), vfs_(vfs) {
    if (!in_memory()) place_.emplace(engine);
    auto opened = open(connect(), test_key, test_randomness(), now);
    REQUIRE(opened);
    store_ = std::move(*opened);
    who = committed([&] { return identify(*store_, {"slack", "T1", "U1", "Leo", Zone{}}, "first", now); });
}

std::unique_ptr<Database> World::connect() const {
    if (in_memory()) return open_sqlite(":memory:");
    return vfs_ ? open_sqlite(place_->file(), vfs_) : place_->open();
}

std::string World::file() const { return engine_ == "SQLite" ? place_->file() : ""; }

void World::reopen() {
    REQUIRE_FALSE(in_memory());
    store_.reset();
    auto opened = open(connect(), test_key, test_randomness(), now);
    REQUIRE(opened);
    store_ = std::move(*opened);
}

Store World::another() const {
    REQUIRE(has_servers());
    auto opened = open(connect(), test_key, test_randomness(), now);
    REQUIRE(opened);
    return std::move(*opened);
}

Event World::event(decltype(Event::what) what) {
    const std::string number = std::to_string(++events_);
    Event made;
    made.id = EventId("e" + number);
    made.keys = {"key" + number};
    made.tenant = who.tenant;
    made.user = who.user;
    made.conversation = conversation;
    made.at = now;
    made.what = std::move(what);
    return made;
}

Event World::said(const std::string& text) { return event(Said{text}); }
Event World::chose(const DealId& deal) { return event(Chose{Choice{{}, "look", deal, {}, {}}, "Look"}); }

Message World::message(const Event& from, std::size_t number, const std::string& text) const {
    Message made;
    made.id = derived<MessageId>(from.id, 'm', number);
    made.to = who.user;
    made.conversation = conversation;
    made.lines = {{text, LineStyle::plain}};
    return made;
}

Saved World::turn(const Event& event, const Edit& edit) {
    return committed([&] {
        const auto claimed = claim(**this, event, now);
        REQUIRE(claimed.claim == Claim::fresh);
        const State before = load(**this, event);
        Plan plan;
        plan.next = before;
        edit(plan);
        return save(**this, before, plan, event, now);
    });
}

State World::state(const DealId& deal) { return load(**this, chose(deal)); }

std::optional<Deal> World::deal(const DealId& id) {
    const State seen = state(id);
    const Deal* found = find_deal(seen, id);
    return found ? std::optional(*found) : std::nullopt;
}

DealId World::new_deal(const std::string& name, const std::vector<std::string>& people) {
    const Event from = said("new " + name);
    Deal made;
    made.head.id = derived<DealId>(from.id, 'd', 1);
    made.head.owner = who.user;
    made.head.name = name;
    made.head.created = made.head.touched = now;
    made.head.people = static_cast<int>(people.size());
    for (const auto& person : people)
        made.people.push_back(named(derived<PersonId>(from.id, 'p', made.people.size() + 1).text(), person));
    turn(from, [&](Plan& plan) { plan.next.deals.push_back(made); });
    return made.head.id;
}

std::int64_t World::rows(const char* count_sql) {
    const auto found = store_->database->run(count_sql);
    REQUIRE(found.size() == 1);
    return integer(found[0][0]);
}

Influence named(const std::string& id, const std::string& name) {
    Influence made;
    made.person = PersonId(id);
    made.name = name;
    return made;
}

} // namespace vera::store
