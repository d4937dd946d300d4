#include "tests/simulation/recorder.hpp"

#include "core/store/store.hpp"

#include <algorithm>
#include <stdexcept>

namespace vera::simulation {

namespace {
struct Claimed {
    std::string event;
    bool poison = false;
};
std::map<std::string, Claimed> all_claims(store::Store&);
const Shown* seen_of(const Turn&, const Chat&);
bool acknowledged(const Chat&, const std::string& key);
} // namespace

Think Recorder::around(Think think) {
    return [this, think = std::move(think)](const State& state, const Event& event, Time now) {
        const auto& key = event.keys.front();
        if (committed.contains(key)) world.violate("a committed event was thought about again: " + key);
        auto& turn = thought[key] = Turn{++turns, event, now, {}, {}};
        try {
            if (chat.fails_now(key)) throw std::runtime_error(struck);
            turn.plan = think(state, event, now);
        } catch (const std::exception& error) {
            turn.failure = error.what();
            throw;
        }
        return turn.plan;
    };
}

Apology Recorder::around(Apology apology) {
    return [this, apology = std::move(apology)](const Event& event) {
        auto message = apology(event);
        apologies[message.id] = {message, event.keys.front()};
        return message;
    };
}

void note_commits(Recorder& recorder, store::Store& store) {
    for (auto at = recorder.thought.begin(); at != recorder.thought.end();) {
        const auto& [key, turn] = *at;
        auto rows = store.database->run("select event, state from inbox where tenant = $1 and key = $2",
                                        {turn.event.tenant.text(), key});
        auto done = !rows.empty() && store::text(rows[0][1]) == "done" && turn.failure.empty() &&
                    store::text(rows[0][0]) == turn.event.id.text();
        if (done) recorder.world.tell("committed", key);
        if (done) recorder.committed.insert(*at);
        at = done ? recorder.thought.erase(at) : std::next(at);
    }
}

void note_losses(Recorder& recorder, store::Store& store) {
    const auto& chat = recorder.chat;
    auto claims = all_claims(store);
    std::erase_if(recorder.committed, [&](const auto& entry) {
        const auto& [key, turn] = entry;
        auto claim = claims.find(key);
        if (claim != claims.end() && claim->second.event == turn.event.id.text()) return false;
        if (acknowledged(chat, key)) recorder.world.violate("an acknowledged event is gone after a crash: " + key);
        if (const auto* shown = seen_of(turn, chat))
            recorder.world.violate("a message is visible whose turn is gone after a crash: " + shown->id.text());
        recorder.world.tell("gone", key);
        return true;
    });
    for (const auto& gesture : chat.gestures())
        if (gesture.acknowledged && !claims.contains(gesture.event.keys.front()))
            recorder.world.violate("an acknowledged event was never claimed: " + gesture.event.keys.front());
}

std::vector<const Turn*> in_order(const Recorder& recorder) {
    std::vector<const Turn*> turns;
    for (const auto& [key, turn] : recorder.committed) turns.push_back(&turn);
    std::ranges::sort(turns, {}, &Turn::order);
    return turns;
}

namespace {

std::map<std::string, Claimed> all_claims(store::Store& store) {
    std::map<std::string, Claimed> claims;
    for (const auto& row : store.database->run("select key, event, state from inbox"))
        claims[store::text(row[0])] = {store::text(row[1]), store::text(row[2]) == "poison"};
    return claims;
}

const Shown* seen_of(const Turn& turn, const Chat& chat) {
    for (const auto& message : turn.plan.messages)
        for (const auto& shown : chat.shown())
            if (shown.id == message.id || std::ranges::count(shown.rewritten_by, message.id) > 0) return &shown;
    return nullptr;
}

bool acknowledged(const Chat& chat, const std::string& key) {
    const auto* gesture = chat.find_gesture(key);
    return gesture && gesture->acknowledged;
}

} // namespace

} // namespace vera::simulation
