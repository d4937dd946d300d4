#include "bot/engine.hpp"
#include "bot/transaction.hpp"
#include "core/limits.hpp"

namespace vera {

namespace {

constexpr int max_conflicts = 3;

struct Desk {
    store::Store& store;
    const Think& think;
    const Apology& apology;
    Time now;
    BatchResult& result;
};

// Why a turn did not happen. Only `turn` is the event's own fault and counts against it.
enum class Failed { no, turn, conflict, database };
struct Again {
    std::size_t index;
    Failed why;
};
struct Turned {
    Outcome outcome;
    store::Saved saved;
};

std::vector<Again> run_together(Desk&, const std::vector<Event>&);
Failed run_in_savepoint(Desk&, const Event&, Turned&);
Turned run_alone(Desk&, const Event&, Failed before);
Turned run_or_bury(Desk&, const Event&, Failed before);
Turned bury(Desk&, const Event&);
Turned run_turn(const Desk&, const Event&);
Plan decide(const Desk&, State&, const Event&);
Failed current_failure(Desk&, const Event*);
std::vector<Again> everyone(std::size_t count);
void publish(Desk&, std::size_t index, const Turned&);

} // namespace

BatchResult run_batch(store::Store& store, const Think& think, const Apology& apology, const std::vector<Event>& events,
                      Time now) {
    BatchResult result;
    result.outcomes.resize(events.size());
    Desk desk{store, think, apology, now, result};
    auto together = events.size() > 1 && store.database->dialect().shared_commits;
    auto alone = together ? run_together(desk, events) : everyone(events.size());
    for (auto& again : alone) publish(desk, again.index, run_alone(desk, events[again.index], again.why));
    return result;
}

namespace {

// All in one transaction. Returns those that have to run again by themselves.
std::vector<Again> run_together(Desk& desk, const std::vector<Event>& events) {
    std::vector<Turned> turned(events.size());
    std::vector<Failed> failed(events.size(), Failed::no);
    try {
        store::begin(desk.store);
        for (std::size_t i = 0; i < events.size(); ++i) failed[i] = run_in_savepoint(desk, events[i], turned[i]);
        store::commit(desk.store);
    } catch (...) { // the batch as a whole is gone, and no turn of it is to blame
        current_failure(desk, nullptr);
        if (desk.store.database->in_transaction()) store::rollback(desk.store);
        return everyone(events.size());
    }
    std::vector<Again> again;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (failed[i] == Failed::no)
            publish(desk, i, turned[i]);
        else
            again.push_back({i, failed[i]});
    return again;
}

// Throws when the engine has rolled the whole transaction back, because then the neighbours are gone too.
Failed run_in_savepoint(Desk& desk, const Event& event, Turned& turned) {
    auto failed = Failed::no;
    for (int tries = 0; tries < max_conflicts; ++tries) {
        store::savepoint(desk.store);
        try {
            turned = run_turn(desk, event);
            store::release(desk.store);
            return Failed::no;
        } catch (...) {
            failed = current_failure(desk, &event);
            if (!desk.store.database->in_transaction()) throw;
            store::rollback_to_savepoint(desk.store);
        }
        if (failed != Failed::conflict) break;
    }
    return failed;
}

Turned run_alone(Desk& desk, const Event& event, Failed before) {
    try {
        return run_or_bury(desk, event, before);
    } catch (...) { // not even counting worked: nothing has changed, the event may come again
        current_failure(desk, &event);
        return Turned{};
    }
}

Turned run_or_bury(Desk& desk, const Event& event, Failed failed) {
    for (int conflicts = 0; conflicts < max_conflicts;) {
        if (failed == Failed::turn) {
            auto attempts = committed(desk.store, [&] { return store::count_attempt(desk.store, event, desk.now); });
            if (attempts >= store::max_attempts) return bury(desk, event);
        }
        try {
            return committed(desk.store, [&] { return run_turn(desk, event); });
        } catch (...) {
            failed = current_failure(desk, &event);
        }
        if (failed == Failed::database) break;
        if (failed == Failed::conflict) ++conflicts;
    }
    return Turned{};
}

Turned bury(Desk& desk, const Event& event) {
    desk.result.troubles.push_back("event " + event.id.text() + ": put aside after " +
                                   std::to_string(store::max_attempts) + " attempts");
    auto apology = desk.apology(event);
    return committed(desk.store, [&] {
        store::quarantine(desk.store, event, apology, desk.now);
        return Turned{{Outcome::End::quarantined, std::nullopt}, {.messages = true, .jobs = false}};
    });
}

Turned run_turn(const Desk& desk, const Event& event) {
    auto claimed = store::claim(desk.store, event, desk.now);
    if (claimed.claim == store::Claim::repeated) return {{Outcome::End::repeated, claimed.reply}, {}};
    if (claimed.claim == store::Claim::poison) return {{Outcome::End::quarantined, std::nullopt}, {}};
    MUST(claimed.attempts < store::max_attempts); // the process ended between the last count and the burial
    auto state = store::load(desk.store, event);
    auto plan = decide(desk, state, event);
    auto saved = store::save(desk.store, state, plan, event, desk.now);
    return {{Outcome::End::done, plan.reply}, saved};
}

// Runs the turn until it has seen what it needs; `state` grows with it.
Plan decide(const Desk& desk, State& state, const Event& event) {
    auto plan = desk.think(state, event, desk.now);
    for (std::size_t round = 0; !plan.needs.empty(); ++round) {
        MUST(round < limits::need_rounds);
        store::load_more(desk.store, state, event, plan.needs);
        plan = desk.think(state, event, desk.now);
    }
    return plan;
}

// What the exception in flight means. Goes on throwing what must end the process.
Failed current_failure(Desk& desk, const Event* event) {
    auto note = [&](const std::string& why) {
        auto who = event ? "event " + event->id.text() : std::string("a batch");
        desk.result.troubles.push_back(who + ": " + why);
    };
    try {
        throw;
    } catch (const store::Conflict&) {
        note("somebody else saved first");
        return Failed::conflict;
    } catch (const store::DatabaseError& error) {
        if (is_fatal(error)) throw;
        note(error.what());
        return error.fault == store::Fault::constraint ? Failed::turn : Failed::database;
    } catch (const Bug& bug) {
        note(bug.what());
        return Failed::turn;
    } catch (const std::exception&) { // its text might quote what a person wrote
        note("the turn threw an exception");
        return Failed::turn;
    }
}

std::vector<Again> everyone(std::size_t count) {
    std::vector<Again> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back({i, Failed::no});
    return all;
}

void publish(Desk& desk, std::size_t index, const Turned& turned) {
    desk.result.outcomes[index] = turned.outcome;
    desk.result.messages |= turned.saved.messages;
    desk.result.jobs |= turned.saved.jobs;
}

} // namespace

} // namespace vera
