#pragma once
// The running thing, built by hand from the ground up: store, engine, sender, scheduler. It knows no
// platform; whoever builds it hands them in. `chat`, the talk tests and the transcripts share it.
#include "bot/config.hpp"
#include "bot/engine.hpp"
#include "bot/scheduler.hpp"
#include "bot/sender.hpp"
#include "dialogs/library.hpp"

#include <functional>

namespace vera {

// What is compiled in, with the files of `folder` in place of those of the same name.
Expected<Library> open_library(const std::string& folder);
Expected<store::Store> open_store(const Settings&, const store::Key&, Time now);

// What Vera thinks, as the engine calls it.
struct Brain {
    Think think;
    Apology apology;
};
Brain brain_of(Library);

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
