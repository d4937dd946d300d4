#include "bot/sender.hpp"

#include "bot/suspend.hpp"
#include "bot/transaction.hpp"
#include "core/permissions.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera {

// What a look at the outbox needs on the store thread: copies, so that the loop may go on meanwhile.
struct Sender::Known {
    store::Store& store;
    Time now;
    std::set<std::int64_t> busy, cleared;
    std::map<std::int64_t, Time> held;
    const Platforms& platforms; // never change
};

namespace {

bool allowed(const store::Outgoing&);
std::string label(const store::Outgoing&, const std::string& what);
Outbound outbound(store::Outgoing);
int posts_allowed(const Lookup&, const Message&);
boost::asio::awaitable<Attempt> post_once(Platform&, Outbound);
boost::asio::awaitable<Lookup> find_once(Platform&, Outbound);
bool is_fatal_error(const std::exception_ptr&);

} // namespace

Sender::Sender(boost::asio::any_io_executor executor, store::Store& store, StoreThread& thread, Clock& clock,
               Platforms platforms)
    : executor_(std::move(executor)), store_(store), thread_(thread), clock_(clock), platforms_(std::move(platforms)),
      waiter_(clock.waiter()) {}

boost::asio::awaitable<void> Sender::run() {
    while (!stopped_) {
        wanted_ = false;
        auto pass = co_await look();
        start(pass);
        if (fatal_) std::rethrow_exception(fatal_);
        if (pass.settled || wanted_) continue;
        if (finishing_ && busy_.empty()) co_return;
        co_await rest(std::move(pass));
    }
}

void Sender::wake() {
    wanted_ = true;
    waiter_->wake();
}

void Sender::finish() {
    finishing_ = true;
    wake();
}

void Sender::stop() {
    stopped_ = true;
    waiter_->stop();
}

boost::asio::awaitable<Sender::Pass> Sender::look() {
    Known known{store_, clock_.now(), busy_, cleared_, {}, platforms_};
    std::erase_if(held_, [&](auto& hold) { return hold.second <= known.now; });
    known.held = held_;
    Pass pass;
    pass.again_at = known.now + store_trouble_wait;
    auto work = [known] { return committed(known.store, [&] { return look_at_outbox(known); }); };
    try {
        auto seen = co_await on_store(thread_, std::move(work));
        co_return seen;
    } catch (const std::exception& error) {
        if (is_fatal_error(std::current_exception())) throw;
        pass.troubles.push_back(std::string("the outbox could not be read: ") + error.what());
    }
    co_return pass;
}

Sender::Pass Sender::look_at_outbox(const Known& known) {
    Pass pass;
    auto rows = store::next_to_send(known.store, known.now, known.busy.size() + known.held.size() + max_posts);
    for (auto& row : rows) {
        if (known.busy.size() + pass.tasks.size() >= max_posts) break;
        if (known.busy.contains(row.row) || known.held.contains(row.row)) continue;
        consider(known, std::move(row), pass);
    }
    pass.again_at = store::next_unknown_release(known.store, known.now);
    return pass;
}

// Decides what happens to a row now and writes it down; the caller commits before anything of it is done.
void Sender::consider(const Known& known, store::Outgoing row, Pass& pass) {
    auto platform = known.platforms.find(row.platform);
    if (platform == known.platforms.end() || !platform->second->reaches(row.message.conversation)) {
        pass.holds[row.row] = Time::max(); // another program's
    } else if (row.state == store::Sending::sending && !known.cleared.contains(row.row)) {
        // A clock that went back must not hold it for long. Twice the time after each miss: it is an outage.
        auto settled = platform->second->settle_time() * (1 << std::clamp(row.attempt - 1, 0, max_missed_posts));
        auto ready = std::min(row.since, known.now) + settled;
        if (ready > known.now)
            pass.holds[row.row] = ready;
        else
            pass.tasks.push_back({std::move(row), true});
    } else if (!allowed(row)) {
        store::settle(known.store, row.row, store::Sending::refused, "", known.now);
        pass.troubles.push_back(label(row, "not allowed any more"));
        pass.settled = true;
    } else if (row.message.useful_until && *row.message.useful_until < known.now) {
        store::settle(known.store, row.row, store::Sending::expired, "", known.now);
        pass.settled = true;
    } else if (store::mark_sending(known.store, row, known.now)) {
        pass.tasks.push_back({std::move(row), false});
    } else {
        pass.settled = true; // another program has it: the next look sees how far it is
    }
}

void Sender::start(Pass& pass) {
    for (auto& trouble : pass.troubles) say(trouble);
    held_.merge(pass.holds);
    for (auto& task : pass.tasks) {
        auto row = task.row.row;
        busy_.insert(row);
        cleared_.erase(row);
        auto work = task.find ? look_up(std::move(task.row)) : post(std::move(task.row));
        boost::asio::co_spawn(executor_, std::move(work), [this, row](std::exception_ptr error) { ended(row, error); });
    }
}

void Sender::ended(std::int64_t row, std::exception_ptr error) {
    busy_.erase(row);
    if (error && is_fatal_error(error)) fatal_ = error;
    if (error) { // the platform must not be asked again and again while the disk is full
        held_[row] = clock_.now() + store_trouble_wait;
        say("outbox row " + std::to_string(row) + ": how it ended could not be written down");
    }
    wake();
}

boost::asio::awaitable<void> Sender::post(store::Outgoing row) {
    auto& platform = *platforms_.at(row.platform);
    auto out = outbound(row);
    auto attempt = co_await post_once(platform, std::move(out));
    if (attempt.end != Attempt::End::sent) say(label(row, attempt.reason));
    switch (attempt.end) {
    case Attempt::End::sent:
        co_await settle(row.row, store::Sending::sent, attempt.platform_id);
        break;
    case Attempt::End::refused:
        co_await settle(row.row, store::Sending::refused, "");
        break;
    case Attempt::End::retry:
        co_await try_again(std::move(row), attempt.wait);
        break;
    case Attempt::End::ambiguous:
        break; // stays `sending`: looked up when it has settled
    }
}

// What would be of no use by then makes room for what comes after it.
boost::asio::awaitable<void> Sender::try_again(store::Outgoing row, Duration wait) {
    auto next = clock_.now() + (wait > Duration{0} ? wait : retry_wait);
    auto too_late = row.message.useful_until && *row.message.useful_until < next;
    auto end = too_late ? store::Sending::expired : store::Sending::planned;
    if (!too_late) held_[row.row] = next;
    co_await settle(row.row, end, "");
}

// An attempt ended ambiguous, or the process ended during one.
boost::asio::awaitable<void> Sender::look_up(store::Outgoing row) {
    auto& platform = *platforms_.at(row.platform);
    auto out = outbound(row);
    auto lookup = co_await find_once(platform, std::move(out));
    auto now = clock_.now();
    if (lookup.end == Lookup::End::later && now < row.since + longest_look) {
        held_[row.row] = now + retry_wait;
    } else if (lookup.end == Lookup::End::found) {
        co_await settle(row.row, store::Sending::sent, lookup.platform_id);
    } else if (row.attempt < posts_allowed(lookup, row.message)) {
        cleared_.insert(row.row);
    } else {
        say(label(row, "nobody knows whether it arrived"));
        co_await settle(row.row, store::Sending::unknown, "");
    }
}

boost::asio::awaitable<void> Sender::settle(std::int64_t row, store::Sending end, std::string platform_id) {
    auto now = clock_.now();
    auto work = [&store = store_, row, end, platform_id, now] {
        return committed(store, [&] {
            store::settle(store, row, end, platform_id, now);
            return true;
        });
    };
    co_await on_store(thread_, std::move(work));
}

boost::asio::awaitable<Wake> Sender::rest(Pass pass) {
    auto until = pass.again_at;
    for (auto& [row, time] : held_)
        if (time != Time::max()) until = until ? std::min(*until, time) : time;
    return until ? waiter_->until(*until) : waiter_->until_woken();
}

void Sender::say(const std::string& sentence) const {
    if (report) report(sentence);
}

namespace {

bool allowed(const store::Outgoing& row) {
    if (row.message.about.empty()) return true; // says nothing of any deal
    Actor reader{row.tenant, row.message.to};
    Subject deal{row.tenant, row.deal_owner};
    return !row.deal_owner.empty() && may(reader, Deed::read, deal, Audience::own_chat);
}

std::string label(const store::Outgoing& row, const std::string& what) {
    return "message " + row.message.id.text() + " on " + row.platform + ": " + what;
}

Outbound outbound(store::Outgoing row) {
    return {std::move(row.message), std::move(row.workspace), std::move(row.edits_platform_id)};
}

// A look-up that finds nothing is a no; but should it be blind, repeats must end somewhere.
int posts_allowed(const Lookup& lookup, const Message& message) {
    if (lookup.end == Lookup::End::absent) return max_missed_posts;
    return message.unsure == Unsure::repeat ? max_unsure_posts : 1;
}

boost::asio::awaitable<Attempt> post_once(Platform& platform, Outbound out) {
    try {
        auto attempt = co_await platform.post(std::move(out));
        co_return attempt;
    } catch (const std::exception&) { // it may have gone out before that
    }
    co_return Attempt{Attempt::End::ambiguous, "", Duration{0}, "the platform threw an exception"};
}

boost::asio::awaitable<Lookup> find_once(Platform& platform, Outbound out) {
    try {
        auto lookup = co_await platform.find(std::move(out));
        co_return lookup;
    } catch (const std::exception&) { // no answer is an answer: cannot
    }
    co_return Lookup{};
}

bool is_fatal_error(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const store::DatabaseError& database) {
        return is_fatal(database);
    } catch (...) { // anything else is for the log
        return false;
    }
}

} // namespace

} // namespace vera
