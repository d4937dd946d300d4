#include "core/store/store.hpp"

#include "core/store/open_questions.hpp"
#include "core/store/rows.hpp"

#include <algorithm>
#include <map>

namespace vera {
const std::map<std::string, std::string>& schema_files();
}

namespace vera::store {

namespace {

constexpr unsigned char master_key_number = 1;
constexpr std::string_view key_check_text = "this is the key";
constexpr Place key_check_place{"", "meta", "key_check"};

constexpr const char* meta_table = R"(create table if not exists meta (
    one bigint not null primary key check (one = 1),
    schema_number bigint not null,
    min_program bigint not null,
    key_check {blob} not null,
    created_ms bigint not null
))";

struct Meta {
    std::int64_t schema = 0;
    std::int64_t min_program = 0;
    std::optional<Value> key_check; // absent: a new database
};

std::optional<Problem> prepare(Store&, Time now);
Meta read_meta(Database&);
Meta meta_of(Database&);
std::optional<Problem> check_meta(const Store&, const Meta&);
void migrate(Database&, std::int64_t from);
std::string with_dialect(std::string sql, const Dialect&);
void write_meta(Store&, const Meta&, Time now);
Problem problem_of(const DatabaseError&);

} // namespace

Expected<Store> open(std::unique_ptr<Database> database, const Key& key, Randomness random, Time now) {
    Store store{std::move(database), Sealer(key, master_key_number, random), random};
    try {
        begin(store);
        const auto problem = prepare(store, now);
        if (!problem) {
            commit(store);
            return store;
        }
        rollback(store);
        return *problem;
    } catch (const DatabaseError& error) {
        rollback(store);
        return problem_of(error);
    }
}

Expected<std::optional<Store>> open_to_read(std::unique_ptr<Database> database, const Key& key) {
    const auto no_chance = [](std::span<unsigned char>) { MUST(false); }; // nothing is sealed
    Store store{std::move(database), Sealer(key, master_key_number, no_chance), no_chance};
    try {
        const auto fresh = is_new(*store.database);
        if (!fresh) return fresh.problems();
        if (*fresh) return std::optional<Store>();
        const Meta meta = meta_of(*store.database);
        if (auto problem = check_meta(store, meta)) return *problem;
        if (meta.schema != schema_number) return std::optional<Store>();
        return std::optional<Store>(std::move(store));
    } catch (const DatabaseError& error) {
        return problem_of(error);
    }
}

Expected<bool> is_new(Database& database) {
    const auto tables = database.run(database.dialect().tables.data());
    if (tables.empty()) return true;
    if (std::ranges::none_of(tables, [](const Row& row) { return text(row[0]) == "meta"; }))
        return Problem{"database", "it belongs to another program: it has tables, and they are not Vera's"};
    return database.run("select one from meta").empty();
}

void begin(Store& store) { store.database->run(store.database->dialect().begin.data()); }
void commit(Store& store) { store.database->run("commit"); }

void rollback(Store& store) noexcept {
    try {
        if (store.database->in_transaction()) store.database->run("rollback");
    } catch (const std::exception&) {
        // The connection is gone, and the transaction with it.
    }
}

void savepoint(Store& store) { store.database->run("savepoint turn"); }
void release(Store& store) { store.database->run("release savepoint turn"); }

void rollback_to_savepoint(Store& store) {
    store.database->run("rollback to savepoint turn");
    store.database->run("release savepoint turn");
}

State load(Store& store, const Event& event) {
    State state;
    state.user = load_user(store, event.tenant, event.user);
    state.session = load_session(store, event);
    state.heads = load_heads(store, event.tenant, event.user);
    std::vector<DealId> named{state.session.deal};
    if (state.session.pending) named.push_back(state.session.pending->deal);
    for (const auto& parked : state.session.parked) named.push_back(parked.deal);
    if (const auto* chose = std::get_if<Chose>(&event.what)) named.push_back(chose->choice.deal);
    if (const auto* due = std::get_if<Due>(&event.what)) named.push_back(due->deal);
    for (const auto& deal : named) load_deal(store, state, event.tenant, event.user, deal);
    return state;
}

Saved save(Store& store, const State& before, const Plan& plan, const Event& event, Time now) {
    MUST(plan.needs.empty());
    MUST(plan.messages.size() <= max_plan_messages);
    MUST(plan.jobs.size() <= max_plan_jobs);
    MUST(plan.next.user.id == event.user && plan.next.user.tenant == event.tenant);
    save_user(store, before.user, plan.next.user);
    save_deals(store, before, plan.next, event, now);
    save_session(store, before.session, plan.next.session, event);
    Saved saved;
    saved.jobs = save_jobs(store, plan, event, now);
    save_records(store, plan.records, event, now);
    if (plan.reply) keep_reply(store, *plan.reply, event);
    post(store, plan.messages, event, now); // last: it holds the one counter that all writers share
    saved.messages = !plan.messages.empty();
    return saved;
}

namespace {

std::optional<Problem> prepare(Store& store, Time now) {
    const auto fresh = is_new(*store.database);
    if (!fresh) return fresh.problems().front();
    const Meta meta = read_meta(*store.database);
    if (auto problem = check_meta(store, meta)) return problem;
    migrate(*store.database, meta.schema);
    if (meta.schema < schema_number) write_meta(store, meta, now);
    return std::nullopt;
}

Meta read_meta(Database& database) {
    database.run_script(with_dialect(meta_table, database.dialect()));
    return meta_of(database);
}

Meta meta_of(Database& database) {
    const auto rows = database.run("select schema_number, min_program, key_check from meta");
    if (rows.empty()) return {};
    return {integer(rows[0][0]), integer(rows[0][1]), rows[0][2]};
}

std::optional<Problem> check_meta(const Store& store, const Meta& meta) {
    if (meta.min_program > program_number)
        return Problem{"database", "it was written by a newer Vera and needs program number " +
                                       std::to_string(meta.min_program) + ", this one is " +
                                       std::to_string(program_number) + "; install the newer version"};
    if (meta.key_check && store.sealer.open(bytes(*meta.key_check), key_check_place) != key_check_text)
        return Problem{"master key", "it is not the key this database was made with; nothing was changed"};
    return std::nullopt;
}

void migrate(Database& database, std::int64_t from) {
    for (const auto& [name, sql] : schema_files()) {
        const int number = std::stoi(name);
        MUST(number <= schema_number);
        if (number > from) database.run_script(with_dialect(sql, database.dialect()));
    }
}

std::string with_dialect(std::string sql, const Dialect& dialect) {
    constexpr std::string_view blob = "{blob}";
    for (auto at = sql.find(blob); at != std::string::npos; at = sql.find(blob, at))
        sql.replace(at, blob.size(), dialect.blob);
    return sql;
}

void write_meta(Store& store, const Meta& meta, Time now) {
    if (meta.key_check) {
        store.database->run("update meta set schema_number = $1", {schema_number});
        return;
    }
    store.database->run(R"(insert into meta (one, schema_number, min_program, key_check, created_ms)
                           values (1, $1, 1, $2, $3))",
                        {schema_number, sealed(store.sealer, key_check_text, key_check_place), to_ms(now)});
}

Problem problem_of(const DatabaseError& error) {
    if (error.fault == Fault::corrupt) return {"database", "this is not a database of Vera, or it is damaged"};
    return {"database", error.what()};
}

} // namespace

} // namespace vera::store
