#include "tests/simulation/brain.hpp"
#include "tests/simulation/oracle.hpp"

#include "core/text.hpp"

namespace vera::simulation {

namespace {
void check_gesture(const Facts&, const Gesture&);
bool is_poison(const Gesture&);
void check_notes(const Facts&);
std::map<std::string, int> count_notes(const Facts&);
} // namespace

void check_everything(const Facts& facts) {
    check_events(facts);
    check_messages(facts);
    check_jobs(facts);
    check_state(facts);
}

void check_events(const Facts& facts) {
    for (const auto& gesture : facts.chat.gestures()) check_gesture(facts, gesture);
    for (const auto& [key, turn] : facts.recorder.thought)
        if (!turn.failure.empty() && turn.failure != struck && !facts.brain.simple)
            facts.world.violate("the turn of " + key + " threw: " + turn.failure);
    if (facts.brain.simple) check_notes(facts);
}

namespace {

void check_gesture(const Facts& facts, const Gesture& gesture) {
    const auto& key = gesture.event.keys.front();
    auto committed = facts.recorder.committed.contains(key);
    if (!gesture.acknowledged) {
        facts.world.violate("in the calm phase an event was never acknowledged: " + key);
    } else if (is_poison(gesture)) {
        if (gesture.acknowledged != Outcome::End::quarantined || committed)
            facts.world.violate("poison was not put aside: " + key);
    } else if (gesture.acknowledged == Outcome::End::quarantined) {
        facts.world.violate("a good event was put aside: " + key);
    } else if (!committed) {
        facts.world.violate("an acknowledged event has no committed turn: " + key);
    }
}

bool is_poison(const Gesture& gesture) {
    return gesture.label.starts_with("poison") || gesture.label.starts_with("crowd");
}

// The simple brain's notes, counted without any of the machinery above.
void check_notes(const Facts& facts) {
    auto notes = count_notes(facts);
    for (const auto& gesture : facts.chat.gestures()) {
        auto number = std::string(words(gesture.label)[1]);
        auto wanted = is_poison(gesture) ? 0 : 1;
        if (notes[number] != wanted)
            facts.world.violate("line " + number + " is stored " + std::to_string(notes[number]) + " times");
    }
}

std::map<std::string, int> count_notes(const Facts& facts) {
    std::map<std::string, int> counts;
    store::begin(facts.store);
    for (const auto& person : ground().people) {
        auto event = event_of(person);
        auto state = store::load(facts.store, event);
        Needs all;
        for (const auto& head : state.heads) all.deals.push_back(head.id);
        store::load_more(facts.store, state, event, all);
        for (const auto& deal : state.deals)
            for (const auto& note : deal.notes) ++counts[note.text];
    }
    store::rollback(facts.store);
    return counts;
}

} // namespace

} // namespace vera::simulation
