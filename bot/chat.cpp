#include "bot/chat.hpp"

#include "bot/inline_store.hpp"
#include "bot/manual_clock.hpp"
#include "bot/real_clock.hpp"
#include "bot/store_thread.hpp"
#include "bot/transaction.hpp"
#include "core/text.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <charconv>

namespace vera {

namespace {

std::unique_ptr<StoreThread> make_thread(bool threaded, boost::asio::io_context&);
store::Who who_is(store::Store&, const Chat::Options&, Ids&, Time now);
bool is_clock_command(const std::string& line);
std::optional<Duration> unit_of(std::string_view letter);

} // namespace

Chat::Chat(Options options, store::Store store, Brain brain, Ids& ids, Terminal::Print print)
    : terminal(ConversationId{"terminal-" + options.user}, std::move(print)), conversation_("terminal-" + options.user),
      clock_(make_clock(options)), watch_(clock_->waiter()), thread_(make_thread(options.threaded, network)),
      house_(network.get_executor(), std::move(store), std::move(brain), *thread_, *clock_,
             Platforms{{"terminal", &terminal}}),
      who_(who_is(house_.store, options, ids, clock_->now())), session_(ids.fresh()) {
    house_.start([this](std::exception_ptr error) { ended(error); });
    if (!options.shared) return;
    boost::asio::co_spawn(network, watch_database(), [this](std::exception_ptr error) {
        if (error) ended(error);
    });
}

// Nothing may come back from the store's thread to what is taken down here.
Chat::~Chat() { thread_.reset(); }

void Chat::open() { process(Opened{}); }

void Chat::line(const std::string& typed) {
    if (finishing_) return;
    auto text = clean(typed);
    if (is_clock_command(text)) return order_clock(text.substr(1));
    auto meant = terminal.read(text);
    if (auto* chose = std::get_if<Chose>(&meant))
        process(*chose);
    else
        process(std::get<Said>(meant));
}

void Chat::settle() {
    poll();
    while (move_to_ && !failure_) {
        auto next = manual_->next();
        auto last = !next || *next > *move_to_;
        manual_->advance_to(last ? *move_to_ : *next);
        if (last) move_to_.reset();
        poll();
    }
}

void Chat::finish() {
    finishing_ = true;
    watch_->stop();
    if (under_way_ == 0) house_.finish();
}

void Chat::process(decltype(Event::what) what) {
    auto number = std::to_string(++lines_);
    Event event;
    event.id = EventId{session_ + "." + number};
    event.keys = {"terminal/" + session_ + "/" + number};
    event.tenant = who_.tenant;
    event.user = who_.user;
    event.conversation = conversation_;
    event.at = clock_->now();
    event.what = std::move(what);
    ++under_way_;
    boost::asio::co_spawn(network, house_.engine.process(std::move(event)),
                          [this](std::exception_ptr error, const Outcome& outcome) { answered(error, outcome); });
}

void Chat::answered(std::exception_ptr error, const Outcome& outcome) {
    --under_way_;
    if (error) return ended(error);
    if (outcome.reply) terminal.say(outcome.reply->ephemeral);
    if (outcome.end == Outcome::End::failed)
        terminal.say("error: that could not be saved, and nothing has changed; say it again in a moment");
    if (finishing_ && under_way_ == 0) house_.finish();
}

void Chat::ended(std::exception_ptr error) {
    if (error) {
        failure_ = error;
        network.stop();
    }
    ++ended_loops_;
}

void Chat::order_clock(const std::string& command) {
    if (!manual_) return terminal.say("error: the clock moves only in a chat that was started with --now");
    auto time = read_clock_command(command, clock_->now());
    if (!time)
        terminal.say("error: a time is @+1h, @+3d or @2026-11-27T09:00+01:00");
    else if (*time < clock_->now())
        terminal.say("error: it is " + iso_time(clock_->now()) + " already, and the clock does not go back");
    else if (*time - clock_->now() > longest_move)
        terminal.say("error: the clock moves at most ten years at once");
    else
        move_to_ = *time;
}

void Chat::poll() {
    do {
        network.restart();
    } while (!failure_ && network.poll() > 0);
}

// Whichever program finds a job due fires it, whoever's it is. When that was another one, the message is in this
// user's outbox and nobody wakes this program's sender, so it looks by itself.
boost::asio::awaitable<void> Chat::watch_database() {
    while (!finishing_) {
        auto next = clock_->now() + watch_every;
        co_await watch_->until(next);
        house_.engine.wake_sender();
        house_.engine.wake_scheduler();
    }
}

std::unique_ptr<Clock> Chat::make_clock(const Options& options) {
    if (!options.now) return std::make_unique<RealClock>(network.get_executor());
    auto clock = std::make_unique<ManualClock>(*options.now);
    manual_ = clock.get();
    return clock;
}

std::optional<Time> read_clock_command(const std::string& text, Time now) {
    if (!text.starts_with('+')) return parse_iso_time(text);
    std::int64_t count = 0;
    auto* end = text.data() + text.size();
    auto read = std::from_chars(text.data() + 1, end, count);
    auto unit = unit_of({read.ptr, static_cast<std::size_t>(end - read.ptr)});
    if (read.ec != std::errc{} || count < 0 || !unit) return std::nullopt;
    if (count > longest_move / *unit) return now + longest_move + *unit; // too far, whatever it is
    return now + count * *unit;
}

namespace {

std::unique_ptr<StoreThread> make_thread(bool threaded, boost::asio::io_context& network) {
    if (threaded) return std::make_unique<ThreadedStore>(network.get_executor());
    return std::make_unique<InlineStore>(network.get_executor());
}

// Before the loops run, so nobody else uses the store yet.
store::Who who_is(store::Store& store, const Chat::Options& options, Ids& ids, Time now) {
    store::Account account{"terminal", "local", options.user, options.user, options.zone};
    return committed(store, [&] { return store::identify(store, account, ids.fresh(), now); });
}

// "@Anna said yes" is no command.
bool is_clock_command(const std::string& line) {
    if (!line.starts_with('@')) return false;
    return line.size() == 1 || line[1] == '+' || line[1] == '-' || (line[1] >= '0' && line[1] <= '9');
}

std::optional<Duration> unit_of(std::string_view letter) {
    if (letter == "s") return std::chrono::seconds{1};
    if (letter == "m") return std::chrono::minutes{1};
    if (letter == "h") return std::chrono::hours{1};
    if (letter == "d") return std::chrono::days{1};
    if (letter == "w") return std::chrono::weeks{1};
    return std::nullopt;
}

} // namespace

} // namespace vera
