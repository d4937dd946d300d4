#include "core/store/rows.hpp"
#include "core/text.hpp"

namespace vera::store {

namespace {

struct Placed { // a person in a deal, by where they stand in its list
    const Influence* influence = nullptr;
    std::int64_t place = 0;
};

Placed placed_person(const Deal&, const PersonId&);
void put_influence(Store&, const Deal&, const Placed& before, const Placed& next, const Event&, Time now);
void move_influence(Store&, const DealId&, const Placed&, const TenantId&);
void take_away_influence(Store&, const DealId&, const PersonId&, const Event&, Time now);
void put_person(Store&, const Influence&, const TenantId&);
Sealer person_sealer(Store&, const TenantId&, const PersonId&);
std::string influence_row(const DealId& deal, const PersonId& person) { return row_name({deal.text(), person.text()}); }

} // namespace

std::vector<Influence> load_influences(Store& store, const TenantId& tenant, const DealId& deal) {
    const auto rows = store.database->run(
        R"(select i.person, i.body, k.wrapped from influence i
           join person_key k on k.tenant = i.tenant and k.person = i.person
           where i.tenant = $1 and i.deal = $2 order by i.place, i.person)",
        {tenant.text(), deal.text()});
    std::vector<Influence> people;
    people.reserve(rows.size());
    for (const auto& row : rows) {
        const PersonId person(text(row[0]));
        const Sealer key = unwrapped(store, row[2], tenant, person);
        const std::string place = influence_row(deal, person);
        people.push_back(opened_document<Influence>(key, row[1], {tenant.text(), "influence", place}));
        MUST(people.back().person == person);
    }
    return people;
}

void save_influences(Store& store, const Deal& before, const Deal& next, const Event& event, Time now) {
    for (const auto& person : next.people) {
        const Placed old = placed_person(before, person.person);
        const Placed now_placed = placed_person(next, person.person);
        if (!old.influence || *old.influence != person)
            put_influence(store, next, old, now_placed, event, now);
        else if (old.place != now_placed.place)
            move_influence(store, next.head.id, now_placed, event.tenant);
    }
    for (const auto& person : before.people) {
        if (!find_person(next, person.person)) take_away_influence(store, next.head.id, person.person, event, now);
    }
}

void remember(Store& store, const DealId& deal, const PersonId& person, const Sealer& key,
              const std::optional<std::string>& document, const Event& event, Time now) {
    const std::string row = row_name({deal.text(), person.text(), event.id.text()});
    const Place place{event.tenant.text(), "history", row};
    const Value body = document ? Value(sealed(key, *document, place)) : Value(nullptr);
    store.database->run(R"(insert into history (tenant, deal, person, event, at_ms, body)
                           values ($1, $2, $3, $4, $5, $6))",
                        {event.tenant.text(), deal.text(), person.text(), event.id.text(), to_ms(now), body});
}

namespace {

Placed placed_person(const Deal& deal, const PersonId& person) {
    const Influence* found = find_person(deal, person);
    return {found, found ? found - deal.people.data() : 0};
}

void put_influence(Store& store, const Deal& deal, const Placed& before, const Placed& next, const Event& event,
                   Time now) {
    const Influence& influence = *next.influence;
    const DealId& id = deal.head.id;
    if (!before.influence || before.influence->name != influence.name) put_person(store, influence, event.tenant);
    const Sealer key = person_sealer(store, event.tenant, influence.person);
    const std::string place = influence_row(id, influence.person);
    const std::string document = to_json(influence);
    const Blob body = sealed(key, document, {event.tenant.text(), "influence", place});
    store.database->run(R"(insert into influence (tenant, deal, person, place, body) values ($1, $2, $3, $4, $5)
                           on conflict (tenant, deal, person) do update
                           set place = excluded.place, body = excluded.body)",
                        {event.tenant.text(), id.text(), influence.person.text(), next.place, body});
    remember(store, id, influence.person, key, document, event, now);
}

void move_influence(Store& store, const DealId& deal, const Placed& next, const TenantId& tenant) {
    store.database->run("update influence set place = $4 where tenant = $1 and deal = $2 and person = $3",
                        {tenant.text(), deal.text(), next.influence->person.text(), next.place});
}

// The name goes with the last deal the person is in; the key stays, because history is sealed with it.
void take_away_influence(Store& store, const DealId& deal, const PersonId& person, const Event& event, Time now) {
    const std::string tenant = event.tenant.text();
    store.database->run("delete from influence where tenant = $1 and deal = $2 and person = $3",
                        {tenant, deal.text(), person.text()});
    store.database->run(R"(delete from person where tenant = $1 and id = $2
                           and not exists (select 1 from influence where tenant = $1 and person = $2))",
                        {tenant, person.text()});
    remember(store, deal, person, store.sealer, std::nullopt, event, now);
}

void put_person(Store& store, const Influence& influence, const TenantId& tenant) {
    const std::string folded = fold(influence.name);
    store.database->run(R"(insert into person (tenant, id, folded, first_word) values ($1, $2, $3, $4)
                           on conflict (tenant, id) do update
                           set folded = excluded.folded, first_word = excluded.first_word)",
                        {tenant.text(), influence.person.text(), folded, folded.substr(0, folded.find(' '))});
}

// The person's own key, made on first need; of two who make one at the same moment, the first counts.
Sealer person_sealer(Store& store, const TenantId& tenant, const PersonId& person) {
    constexpr auto wanted = "select wrapped from person_key where tenant = $1 and person = $2";
    auto rows = store.database->run(wanted, {tenant.text(), person.text()});
    if (rows.empty()) {
        store.database->run(
            "insert into person_key (tenant, person, wrapped) values ($1, $2, $3) on conflict do nothing",
            {tenant.text(), person.text(), wrapped(store, store.sealer.fresh_key(), tenant, person)});
        rows = store.database->run(wanted, {tenant.text(), person.text()});
    }
    MUST(rows.size() == 1);
    return unwrapped(store, rows[0][0], tenant, person);
}

} // namespace

} // namespace vera::store
