#include "tests/simulation/oracle.hpp"

#include <algorithm>

namespace vera::simulation {

namespace {
void replay(const Facts&, store::Store&);
State whole_state(store::Store&, const Person&);
std::string difference(const State&, const State&);
void check_stored(const Facts&, const Person&, const State&);
void check_steps(const Facts&, const State&);
void compare_rows(const Facts&, store::Store&);
} // namespace

// The same turns at the same times, one after the other, on a healthy disk, in one process.
void check_state(const Facts& facts) {
    auto disk = copy_of(ground().disk);
    Mounted mounted("reference", disk);
    Random random(1);
    auto reference = open_store(mounted.path(), random, facts.world.now());
    replay(facts, reference);
    for (const auto& person : ground().people) {
        auto state = whole_state(facts.store, person);
        check_stored(facts, person, state);
        check_steps(facts, state);
        auto differs = difference(state, whole_state(reference, person));
        if (!differs.empty())
            facts.world.violate("the state of " + person.account.name +
                                " is not that of a run without faults: " + differs);
    }
    compare_rows(facts, reference);
}

namespace {

void replay(const Facts& facts, store::Store& reference) {
    for (const auto* turn : in_order(facts.recorder)) {
        auto result = run_batch(reference, facts.brain.think, facts.brain.apology, {turn->event}, turn->now);
        if (result.outcomes.front().end != Outcome::End::done)
            facts.world.violate("a committed turn cannot be run again alone: " + turn->event.keys.front());
    }
}

State whole_state(store::Store& store, const Person& person) {
    auto event = event_of(person);
    store::begin(store);
    auto state = store::load(store, event);
    Needs all;
    for (const auto& head : state.heads)
        if (!find_deal(state, head.id)) all.deals.push_back(head.id);
    store::load_more(store, state, event, all);
    store::rollback(store);
    std::ranges::sort(state.deals, {}, [](const Deal& deal) { return deal.head.id; });
    return state;
}

std::string difference(const State& real, const State& reference) {
    if (real == reference) return "";
    if (real.user != reference.user) return "the user";
    if (real.session != reference.session) return "the session";
    if (real.heads != reference.heads) return "the list of deals";
    for (std::size_t n = 0; n < std::min(real.deals.size(), reference.deals.size()); ++n)
        if (real.deals[n] != reference.deals[n]) return "the deal " + real.deals[n].head.name;
    return "the number of deals";
}

// What the last committed turn made of a deal is what is stored of it.
void check_stored(const Facts& facts, const Person& person, const State& state) {
    std::map<DealId, const Deal*> last;
    for (const auto* turn : in_order(facts.recorder))
        if (turn->event.user == person.who.user)
            for (const auto& deal : turn->plan.next.deals) last[deal.head.id] = &deal;
    for (const auto& [id, made] : last) {
        const auto* stored = find_deal(state, id);
        if (!stored) continue; // closed
        auto expected = *made;
        expected.head.version = stored->head.version;
        if (*stored != expected) facts.world.violate("what was said of " + made->head.name + " is not stored");
    }
}

// A next step with a day that was never reminded of waits for its reminder, on hold or not.
void check_steps(const Facts& facts, const State& state) {
    for (const auto& deal : state.deals)
        for (const auto& person : deal.people)
            for (const auto& action : person.actions) {
                if (is_closed(deal) || action.state != ActionState::open || !action.due || action.told > 0) continue;
                const auto rows = facts.store.database->run("select 1 from job where kind = 'reminder' and "
                                                            "occurrence = $1",
                                                            {action.id.text()});
                if (rows.empty()) facts.world.violate("a next step waits without a reminder: " + action.id.text());
            }
}

// Exactly one audit line for each thing that was changed, and the same jobs planned.
void compare_rows(const Facts& facts, store::Store& reference) {
    constexpr const char* audit = "select event, number, what, deal, person from audit order by event, number";
    if (facts.store.database->run(audit) != reference.database->run(audit))
        facts.world.violate("the audit is not that of a run without faults");
    constexpr const char* jobs = "select user_id, kind, occurrence, due_ms from job order by user_id, kind, occurrence";
    if (facts.store.database->run(jobs) != reference.database->run(jobs))
        facts.world.violate("the jobs are not those of a run without faults");
    constexpr const char* history = "select deal, person, event, at_ms from history order by deal, person, event";
    if (facts.store.database->run(history) != reference.database->run(history))
        facts.world.violate("the history is not that of a run without faults");
}

} // namespace

} // namespace vera::simulation
