#include "bot/house.hpp"

#include "bot/ids.hpp"
#include "bot/log.hpp"
#include "dialogs/turn.hpp"

#include <boost/asio/co_spawn.hpp>

#include <memory>

namespace vera {

Expected<store::Store> open_store(const Settings& settings, const store::Key& key, Time now) {
    try {
        auto& name = settings.database;
        auto database = is_postgres(name) ? store::open_postgres(name) : store::open_sqlite(name);
        return store::open(std::move(database), key, system_randomness(), now);
    } catch (const store::DatabaseError& error) {
        return Problem{"database", error.what()};
    }
}

Brain brain_of(LiveLibrary library) {
    auto live = std::make_shared<LiveLibrary>(std::move(library)); // all three functions use it
    return {[live](const State& state, const Event& event, Time now) {
                auto snapshot = live->current();
                return take_turn(*snapshot, state, event, now);
            },
            [live](const Event& event) {
                auto snapshot = live->current();
                return apology(*snapshot, event);
            },
            [live](Time now) { return live->look(now); }};
}

House::House(boost::asio::any_io_executor executor, store::Store opened, Brain brain, StoreThread& thread, Clock& clock,
             Platforms platforms)
    : store(std::move(opened)), engine(store, thread, clock, std::move(brain.think), std::move(brain.apology)),
      executor_(std::move(executor)), sender_(executor_, store, thread, clock, std::move(platforms)),
      scheduler_(executor_, store, thread, clock, engine) {
    engine.wake_sender = [this] { sender_.wake(); };
    engine.wake_scheduler = [this] { scheduler_.wake(); };
    engine.between_turns = std::move(brain.between_turns);
    engine.report = sender_.report = scheduler_.report = log_line;
}

void House::start(std::function<void(std::exception_ptr)> ended) {
    boost::asio::co_spawn(executor_, sender_.run(), ended);
    boost::asio::co_spawn(executor_, scheduler_.run(), ended);
}

void House::finish() {
    scheduler_.stop();
    sender_.finish();
}

} // namespace vera
