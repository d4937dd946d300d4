#pragma once
// The running thing, built by hand from the ground up: store, engine, sender, scheduler. It knows no
// platform; whoever builds it hands them in. `chat`, the talk tests and the transcripts share it.
#include "bot/config.hpp"
#include "bot/engine.hpp"
#include "bot/live_library.hpp"
#include "bot/scheduler.hpp"
#include "bot/sender.hpp"

#include <functional>

namespace vera {

Expected<store::Store> open_store(const Settings&, const store::Key&, Time now);

// What Vera thinks, as the engine calls it.
struct Brain {
    Think think;
    Apology apology;
    BetweenTurns between_turns = {};
};
Brain brain_of(LiveLibrary);

class House {
public:
    House(boost::asio::any_io_executor, store::Store, Brain, StoreThread&, Clock&, Platforms);
    // `ended` is called when a loop has ended: after finish(), or with what must end the process.
    void start(std::function<void(std::exception_ptr)> ended);
    void finish(); // sends what can be sent, starts nothing new
    static constexpr int loops = 2;

    store::Store store;
    Engine engine;

private:
    boost::asio::any_io_executor executor_;
    Sender sender_;
    Scheduler scheduler_;
};

} // namespace vera
