#include "bot/doors.hpp"

#include "bot/log.hpp"
#include "bot/transaction.hpp"
#include "core/store/waiting.hpp"

namespace vera {

namespace {

using boost::asio::awaitable;
using TurnEnded = std::function<void(Outcome::End)>;

awaitable<Outcome> process(Engine&, TurnEnded, Event);
awaitable<WhoIsIt> identify(DoorParts, AccountName);
awaitable<std::vector<WaitingTalk>> waiting_talks(DoorParts);

} // namespace

Doors doors_of(DoorParts parts, std::function<Engine&()> engine, TurnEnded turned) {
    Doors doors;
    doors.process = [engine, turned](Event event) { return process(engine(), turned, std::move(event)); };
    doors.identify = [parts](AccountName name) { return identify(parts, std::move(name)); };
    doors.waiting_talks = [parts] { return waiting_talks(parts); };
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

awaitable<WhoIsIt> identify(DoorParts parts, AccountName name) {
    store::Account account{parts.platform, name.workspace, name.account, name.name, name.zone};
    auto work = [&store = parts.store, account, fresh = parts.ids.fresh(), now = parts.clock.now()] {
        return committed(store, [&] { return store::identify(store, account, fresh, now); });
    };
    auto who = co_await on_store(parts.thread, std::move(work));
    co_return WhoIsIt{who.tenant, who.user};
}

awaitable<std::vector<WaitingTalk>> waiting_talks(DoorParts parts) {
    auto work = [&store = parts.store, platform = parts.platform] {
        return committed(store, [&] { return store::waiting_accounts(store, platform); });
    };
    auto accounts = co_await on_store(parts.thread, std::move(work));
    std::vector<WaitingTalk> talks;
    for (auto& account : accounts) talks.push_back({account.workspace, account.account, account.asked});
    co_return talks;
}

} // namespace

} // namespace vera
