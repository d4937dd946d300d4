#pragma once
// The ports of one simulated process: a store thread that takes its time, and the platform's client.
#include "bot/platform.hpp"
#include "bot/ports.hpp"
#include "tests/simulation/chat.hpp"
#include "tests/simulation/crash_vfs.hpp"
#include "tests/simulation/world.hpp"

namespace vera::simulation {

class SlowStore : public StoreThread {
public:
    // `with_work` follows a piece of work and shares its fate, `after_work` comes when all has ended.
    SlowStore(World& world, Disk& disk, Happening with_work, Happening after_work)
        : world_(world), disk_(disk), with_work_(std::move(with_work)), after_work_(std::move(after_work)) {}
    void run(std::function<void()> work, std::function<void(std::exception_ptr)> done) override;
    bool slow = false; // some syncs take a second

private:
    World& world_;
    Disk& disk_;
    Happening with_work_, after_work_;
    Time free_at_{};
};

class ChatClient : public Platform {
public:
    ChatClient(World& world, Chat& chat) : world_(world), chat_(chat) {}
    boost::asio::awaitable<Attempt> post(Outbound) override;
    boost::asio::awaitable<Lookup> find(Outbound) override;

private:
    World& world_;
    Chat& chat_;
};

boost::asio::awaitable<bool> sleep_until(World&, Time); // inside the process

} // namespace vera::simulation
