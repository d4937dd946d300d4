#include "bot/doors.hpp"

#include "bot/log.hpp"
#include "bot/transaction.hpp"
#include "core/store/waiting.hpp"

namespace vera {

namespace {

using boost::asio::awaitable;
using TurnEnded = std::function<void(Outcome::End)>;

awaitable<Outcome> process(Engine&, TurnEnded, Event);
awaitable<WhoIsIt> identify(House&, DoorParts, AccountName);
awaitable<std::vector<WaitingTalk>> waiting_talks(House&, DoorParts);

} // namespace

Doors doors_of(DoorParts parts, std::function<House&()> house, TurnEnded turned) {
    Doors doors;
    doors.process = [house, turned](Event event) { return process(house().engine, turned, std::move(event)); };
    doors.identify = [house, parts](AccountName name) { return identify(house(), parts, std::move(name)); };
    doors.waiting_talks = [house, parts] { return waiting_talks(house(), parts); };
    doors.fresh_id = [&ids = parts.ids] { return ids.fresh(); };
    doors.report = log_line;
    return doors;
}

namespace {

awaitable<Outcome> process(Engine& engine, TurnEnded turned, Event event) {
    auto outcome = co_await engine.process(std::move(event));
    turned(outcome.end);
    co_return outcome;
}

awaitable<WhoIsIt> identify(House& house, DoorParts parts, AccountName name) {
    store::Account account{parts.platform, name.workspace, name.account, name.name, name.zone};
    auto work = [&store = house.store, account, fresh = parts.ids.fresh(), now = parts.clock.now()] {
        return committed(store, [&] { return store::identify(store, account, fresh, now); });
    };
    auto who = co_await on_store(parts.thread, std::move(work));
    co_return WhoIsIt{who.tenant, who.user};
}

awaitable<std::vector<WaitingTalk>> waiting_talks(House& house, DoorParts parts) {
    auto work = [&store = house.store, platform = parts.platform] {
        return committed(store, [&] { return store::waiting_accounts(store, platform); });
    };
    auto accounts = co_await on_store(parts.thread, std::move(work));
    std::vector<WaitingTalk> talks;
    for (auto& account : accounts) talks.push_back({account.workspace, account.account, account.asked});
    co_return talks;
}

} // namespace

} // namespace vera
