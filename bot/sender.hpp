#pragma once
// Empties the outbox: planned -> sending -> sent | refused | expired | unknown, each step committed before
// the next thing happens. Conversations go on side by side, each strictly in its order, and there is never
// a second attempt of a row before the first has ended. The only place that tries anything again.
#include "bot/platform.hpp"
#include "bot/ports.hpp"
#include "core/store/store.hpp"

#include <boost/asio/any_io_executor.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace vera {

using Platforms = std::map<std::string, Platform*>; // by name; they outlive the sender

inline constexpr std::size_t max_posts = 32;                       // under way at the same time
inline constexpr int max_unsure_posts = 2;                         // of a row for which nobody can look
inline constexpr int max_missed_posts = 8;                         // of a row that look-ups did not find (over an hour)
inline constexpr Duration retry_wait = std::chrono::seconds{30};   // when the platform does not say how long
inline constexpr Duration longest_look = std::chrono::minutes{30}; // for a message that may be there
inline constexpr Duration store_trouble_wait = std::chrono::seconds{5};

class Sender {
public:
    Sender(boost::asio::any_io_executor, store::Store&, StoreThread&, Clock&, Platforms);
    // Ends after finish() or stop(); throws only what must end the process.
    boost::asio::awaitable<void> run();
    void wake();   // something was planned
    void finish(); // send what can be sent now, then end
    void stop();   // end now; attempts under way are looked up at the next start
    std::function<void(const std::string&)> report;

private:
    struct Task {
        store::Outgoing row;
        bool find = false; // ask whether an earlier attempt arrived, else post
    };
    struct Pass { // one look at the outbox
        std::vector<Task> tasks;
        std::map<std::int64_t, Time> holds;
        std::optional<Time> again_at;
        bool settled = false; // rows came to their end without a post: the next ones may be ready
        std::vector<std::string> troubles;
    };
    struct Known;
    static Pass look_at_outbox(const Known&);
    static void consider(const Known&, store::Outgoing, Pass&);
    boost::asio::awaitable<Pass> look();
    boost::asio::awaitable<void> post(store::Outgoing);
    boost::asio::awaitable<void> try_again(store::Outgoing, Duration wait);
    boost::asio::awaitable<void> look_up(store::Outgoing);
    boost::asio::awaitable<void> settle(std::int64_t row, store::Sending, std::string platform_id);
    boost::asio::awaitable<Wake> rest(Pass);
    void start(Pass&);
    void ended(std::int64_t row, std::exception_ptr);
    void say(const std::string&) const;

    boost::asio::any_io_executor executor_;
    store::Store& store_;
    StoreThread& thread_;
    Clock& clock_;
    Platforms platforms_;
    std::unique_ptr<Waiter> waiter_;
    std::set<std::int64_t> busy_;       // rows under way
    std::map<std::int64_t, Time> held_; // rows that wait, and with each its conversation
    std::set<std::int64_t> cleared_;    // `sending` rows that were looked up and may be posted once more
    bool wanted_ = false, finishing_ = false, stopped_ = false;
    std::exception_ptr fatal_;
};

} // namespace vera
