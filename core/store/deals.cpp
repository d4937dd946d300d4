#include "core/limits.hpp"
#include "core/permissions.hpp"
#include "core/store/all_deals.hpp"
#include "core/store/rows.hpp"

#include <algorithm>

namespace vera::store {

namespace {

DealHead head_of(const Row&);
void check_deal(const Deal&);
bool own_part_differs(const Deal&, const Deal&);
void insert_deal(Store&, const Deal&, const TenantId&);
void update_deal(Store&, const Deal& before, const Deal& next, const TenantId&);
Blob deal_body(const Store&, const Deal&, const TenantId&);
std::vector<DealId> deals_with(Store&, const TenantId&, const UserId&, const std::string& folded);

} // namespace

std::vector<DealHead> all_heads(Store& store, const Who& who) {
    const auto rows = store.database->run(
        R"(select id, owner, name, state, version, created_ms, touched_ms, people, flags from deal
           where tenant = $1 and owner = $2 order by touched_ms desc, id desc)",
        {who.tenant.text(), who.user.text()});
    std::vector<DealHead> heads;
    heads.reserve(rows.size());
    for (const auto& row : rows) heads.push_back(head_of(row));
    return heads;
}

std::vector<DealHead> load_heads(Store& store, const TenantId& tenant, const UserId& user) {
    const auto rows = store.database->run(
        R"(select id, owner, name, state, version, created_ms, touched_ms, people, flags from deal
           where tenant = $1 and owner = $2 and state in ('open', 'on_hold', 'verbal_yes')
           order by touched_ms desc, id desc limit $3)",
        {tenant.text(), user.text(), static_cast<std::int64_t>(limits::open_deals)});
    std::vector<DealHead> heads;
    heads.reserve(rows.size());
    for (const auto& row : rows) heads.push_back(head_of(row));
    return heads;
}

void load_deal(Store& store, State& state, const TenantId& tenant, const UserId& user, const DealId& id) {
    if (id.empty() || find_deal(state, id) || state.deals.size() >= limits::loaded_deals) return;
    const auto rows = store.database->run(
        R"(select id, owner, name, state, version, created_ms, touched_ms, people, flags, body from deal
           where tenant = $1 and id = $2)",
        {tenant.text(), id.text()});
    if (rows.empty()) return;
    const DealHead head = head_of(rows[0]);
    if (!may({tenant, user}, Deed::read, {tenant, head.owner}, Audience::own_chat)) return;
    Deal deal = opened_document<Deal>(store.sealer, rows[0][9], {tenant.text(), "deal", id.text()});
    deal.head = head;
    deal.people = load_influences(store, tenant, id);
    check_deal(deal);
    state.deals.push_back(std::move(deal));
}

void load_more(Store& store, State& state, const Event& event, const Needs& needs) {
    for (const auto& deal : needs.deals) load_deal(store, state, event.tenant, event.user, deal);
    for (const auto& person : needs.people) {
        for (const auto& deal : deals_with(store, event.tenant, event.user, person))
            load_deal(store, state, event.tenant, event.user, deal);
    }
    state.seen.deals.insert(state.seen.deals.end(), needs.deals.begin(), needs.deals.end());
    state.seen.people.insert(state.seen.people.end(), needs.people.begin(), needs.people.end());
}

// A deal that is not in `next` has not changed.
void save_deals(Store& store, const State& before, const State& next, const Event& event, Time now) {
    const Actor actor{event.tenant, event.user};
    const Deal nothing;
    for (const auto& deal : next.deals) {
        const Deal* old = find_deal(before, deal.head.id);
        if (old && *old == deal) continue;
        check_deal(deal);
        MUST(may(actor, Deed::change, {event.tenant, deal.head.owner}, Audience::own_chat));
        MUST(!old || old->head.owner == deal.head.owner);
        if (old)
            update_deal(store, *old, deal, event.tenant);
        else
            insert_deal(store, deal, event.tenant);
        if (!old || own_part_differs(*old, deal))
            remember(store, deal.head.id, {}, store.sealer, to_json(deal), event, now);
        save_influences(store, old ? *old : nothing, deal, event, now);
    }
}

namespace {

DealHead head_of(const Row& row) {
    DealHead head;
    head.id = DealId(text(row[0]));
    head.owner = UserId(text(row[1]));
    head.name = text(row[2]);
    const auto state = deal_state(text(row[3]));
    MUST(state);
    head.state = *state;
    head.version = integer(row[4]);
    head.created = from_ms(integer(row[5]));
    head.touched = from_ms(integer(row[6]));
    head.people = static_cast<int>(integer(row[7]));
    head.flags = static_cast<int>(integer(row[8]));
    return head;
}

// What must hold of a deal on its way in and on its way out.
void check_deal(const Deal& deal) {
    MUST(!deal.head.id.empty());
    MUST(!deal.head.owner.empty());
    MUST(deal.people.size() <= limits::influences);
    MUST(deal.notes.size() <= limits::notes);
    MUST(deal.actions.size() <= limits::actions);
    for (const auto& person : deal.people) {
        MUST(!person.person.empty());
        MUST(find_person(deal, person.person) == &person); // named once
        MUST(person.notes.size() <= limits::notes);
        MUST(person.actions.size() <= limits::actions);
        MUST(person.win.evidence.size() <= limits::evidence);
    }
}

// By its document: a field that is new in the model cannot be forgotten here.
bool own_part_differs(const Deal& a, const Deal& b) { return to_json(a) != to_json(b); }

void insert_deal(Store& store, const Deal& deal, const TenantId& tenant) {
    const DealHead& head = deal.head;
    store.database->run(
        R"(insert into deal (tenant, id, owner, name, state, version, created_ms, touched_ms, people, flags, body)
           values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10))",
        {tenant.text(), head.id.text(), head.owner.text(), head.name, word_of(head.state), to_ms(head.created),
         to_ms(head.touched), head.people, head.flags, deal_body(store, deal, tenant)});
}

// Every change of the deal or of a person in it moves the head's version, so one row tells of a conflict.
void update_deal(Store& store, const Deal& before, const Deal& next, const TenantId& tenant) {
    const DealHead& head = next.head;
    const Value body = own_part_differs(before, next) ? Value(deal_body(store, next, tenant)) : Value(nullptr);
    const auto saved = store.database->run(
        R"(update deal set name = $4, state = $5, version = version + 1, touched_ms = $6, people = $7, flags = $8,
                           body = coalesce($9, body)
           where tenant = $1 and id = $2 and version = $3 returning version)",
        {tenant.text(), head.id.text(), before.head.version, head.name, word_of(head.state), to_ms(head.touched),
         head.people, head.flags, body});
    if (saved.empty()) throw Conflict("deal " + head.id.text());
}

Blob deal_body(const Store& store, const Deal& deal, const TenantId& tenant) {
    return sealed_document(store.sealer, deal, {tenant.text(), "deal", deal.head.id.text()});
}

// From the user's own deals to their people, never from everybody of that name (the cross joins fix that
// order in SQLite): the cost is bounded by limits::open_deals.
std::vector<DealId> deals_with(Store& store, const TenantId& tenant, const UserId& user, const std::string& folded) {
    const auto rows = store.database->run(
        R"(select d.id, d.touched_ms from deal d cross join influence i cross join person p
           where d.tenant = $1 and d.owner = $2 and d.state in ('open', 'on_hold', 'verbal_yes')
             and i.tenant = d.tenant and i.deal = d.id and p.tenant = i.tenant and p.id = i.person
             and (p.folded = $3 or p.first_word = $3)
           group by d.id, d.touched_ms order by d.touched_ms desc, d.id desc limit $4)",
        {tenant.text(), user.text(), folded, static_cast<std::int64_t>(limits::loaded_deals)});
    std::vector<DealId> deals;
    for (const auto& row : rows) deals.emplace_back(text(row[0]));
    return deals;
}

} // namespace

} // namespace vera::store
