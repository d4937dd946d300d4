#include "tests/simulation/process.hpp"

#include "bot/transaction.hpp"

#include <boost/asio/co_spawn.hpp>

#include <stdexcept>

namespace vera::simulation {

namespace {
void move_log_sometimes(store::Store&, World&);
void check_integrity(store::Store&, World&);
std::string fresh_event_id(std::uint64_t number);
} // namespace

Process::Process(World& world, Disk& disk, Chat& chat, Recorder& recorder, const Brain& brain)
    : world_(world), disk_(disk), chat_(chat), recorder_(recorder), mounted_("disk", disk), clock_(world.now()), io_(1),
      store_(open_store(mounted_.path(), world.random, world.now())),
      thread_(
          world, disk, [this] { move_log_sometimes(store_, world_); }, [this] { note_commits(recorder_, store_); }),
      client_(world, chat),
      engine_(store_, thread_, clock_, recorder.around(brain.think), recorder.around(brain.apology)),
      sender_(io_.get_executor(), store_, thread_, clock_, Platforms{{"simulation", &client_}}),
      scheduler_(io_.get_executor(), store_, thread_, clock_, engine_) {
    check_integrity(store_, world_);
    check_people(store_, world_);
    note_commits(recorder_, store_);
    note_losses(recorder_, store_);
    engine_.wake_sender = [this] { sender_.wake(); };
    engine_.wake_scheduler = [this] { scheduler_.wake(); };
    auto report = [this](const std::string& line) { world_.tell("log", line); };
    engine_.report = sender_.report = scheduler_.report = report;
    start(sender_.run(), "sender");
    start(scheduler_.run(), "scheduler");
    chat_.hand_over = [this](std::size_t gesture) { start(take(gesture), "gesture"); };
}

Process::~Process() {
    chat_.process_died();
    world_.drop_process(); // what would resume a coroutine goes before the coroutines' executor
    disk_.dead = true;
}

bool Process::step() {
    io_.restart();
    return io_.poll_one() > 0;
}

boost::asio::awaitable<void> Process::take(std::size_t gesture) {
    auto event = chat_.gestures()[gesture].event;
    event.id = EventId{fresh_event_id(++recorder_.ids)};
    auto outcome = co_await engine_.process(std::move(event));
    chat_.answered(gesture, outcome);
}

void Process::start(boost::asio::awaitable<void> loop, const std::string& name) {
    boost::asio::co_spawn(io_, std::move(loop), [this, name](std::exception_ptr error) { ended(name, error); });
}

void Process::ended(const std::string& name, std::exception_ptr error) {
    if (!error && name == "gesture") return;
    over_ = true;
    try {
        if (error) std::rethrow_exception(error);
        world_.violate("the " + name + " ended by itself");
    } catch (const store::DatabaseError& database) {
        world_.tell("process ends", name + ": " + database.what());
        if (!disk_.failed) world_.violate("the " + name + " ended the process over a healthy disk: " + database.what());
    } catch (const std::exception& other) {
        world_.violate("the " + name + " ended with an exception: " + other.what());
    }
}

namespace {

// Production moves a long log into the file after a commit, and minds only what must end the process; no
// story here is long enough for that.
void move_log_sometimes(store::Store& store, World& world) {
    if (!world.random.chance(3)) return;
    try {
        store.database->run("pragma wal_checkpoint(passive)");
    } catch (const store::DatabaseError& error) {
        if (is_fatal(error)) throw;
    }
}

void check_integrity(store::Store& store, World& world) {
    auto rows = store.database->run("pragma integrity_check");
    if (rows.size() != 1 || store::text(rows[0][0]) != "ok") world.violate("integrity_check after a boot is not ok");
    auto broken = store.database->run("pragma foreign_key_check");
    if (!broken.empty()) world.violate("foreign_key_check after a boot is not empty");
}

std::string fresh_event_id(std::uint64_t number) {
    auto digits = std::to_string(number);
    return "E" + std::string(15 - digits.size(), '0') + digits;
}

} // namespace

} // namespace vera::simulation
