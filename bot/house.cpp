#include "bot/house.hpp"

#include "bot/files.hpp"
#include "bot/ids.hpp"
#include "bot/log.hpp"
#include "core/text.hpp"
#include "dialogs/turn.hpp"

#include <boost/asio/co_spawn.hpp>

#include <filesystem>
#include <memory>

namespace vera {

namespace {

// A misspelt or misplaced file would silently change nothing.
Problems unknown_files(const std::string& folder) {
    Problems problems;
    std::vector<std::string> known;
    for (auto& [name, text] : compiled_in_files()) known.push_back(name);
    for (auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        auto name = entry.path().lexically_relative(folder).generic_string();
        if (entry.path().extension() != ".toml" || compiled_in_files().contains(name)) continue;
        auto meant = nearest(name, known);
        problems.push_back({folder + "/" + name, "no file of this name belongs to a library" +
                                                     (meant.empty() ? "" : "; did you mean " + meant + "?")});
    }
    return problems;
}

} // namespace

Expected<Library> open_library(const std::string& folder) {
    auto files = compiled_in_files();
    if (folder.empty()) return read_library(files);
    if (!std::filesystem::is_directory(folder)) return Problem{"VERA_LIBRARY", folder + " is not a folder"};
    auto problems = unknown_files(folder);
    for (auto& [name, text] : files) {
        auto path = folder + "/" + name;
        if (!std::filesystem::exists(path)) continue;
        auto own = read_file(path);
        if (own)
            text = *own;
        else
            problems.insert(problems.end(), own.problems().begin(), own.problems().end());
    }
    auto library = read_library(files);
    if (problems.empty()) return library;
    if (!library) problems.insert(problems.end(), library.problems().begin(), library.problems().end());
    return problems;
}

Expected<store::Store> open_store(const Settings& settings, const store::Key& key, Time now) {
    try {
        auto& name = settings.database;
        auto database = is_postgres(name) ? store::open_postgres(name) : store::open_sqlite(name);
        return store::open(std::move(database), key, system_randomness(), now);
    } catch (const store::DatabaseError& error) {
        return Problem{"database", error.what()};
    }
}

Brain brain_of(Library library) {
    auto shared = std::make_shared<const Library>(std::move(library)); // both functions read it
    return {
        [shared](const State& state, const Event& event, Time now) { return take_turn(*shared, state, event, now); },
        [shared](const Event& event) { return apology(*shared, event); }};
}

House::House(boost::asio::any_io_executor executor, store::Store opened, Brain brain, StoreThread& thread, Clock& clock,
             Platforms platforms)
    : store(std::move(opened)), engine(store, thread, clock, std::move(brain.think), std::move(brain.apology)),
      executor_(std::move(executor)), sender_(executor_, store, thread, clock, std::move(platforms)),
      scheduler_(executor_, store, thread, clock, engine) {
    engine.wake_sender = [this] { sender_.wake(); };
    engine.wake_scheduler = [this] { scheduler_.wake(); };
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
