#include "bot/slack/links.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace vera::slack {

namespace {

bool is_fatal(const std::string& error);
bool is_off(const std::string& reason);
Duration jittered(Duration, std::uint64_t seed, Epoch);

} // namespace

Links::Links(LinkLimits limits, std::uint64_t seed) : limits_(limits), seed_(seed) {}

std::vector<Do> Links::begin(Time now) { return on(Tick{}, now); }

std::vector<Do> Links::on(const Happened& happened, Time now) {
    now_ = now;
    std::visit([this](const auto& what) { take(what); }, happened);
    settle();
    return std::exchange(todo_, {});
}

std::optional<Time> Links::next() const {
    std::optional<Time> first;
    auto at = [&](Time time) { first = std::min(first.value_or(time), time); };
    for (const auto& link : links_) {
        if (link.state == State::asking) continue; // the call has its own time-out
        if (link.state != State::ready || served()) at(link.until);
        if (link.state == State::ready) at(std::min(link.heard + limits_.dead_after, link.pinged + limits_.ping_every));
    }
    if (wanted()) at(retry_at_);
    return first;
}

std::optional<Epoch> Links::newest() const {
    std::optional<Epoch> newest;
    for (const auto& link : links_)
        if (link.state == State::ready) newest = link.epoch;
    return newest;
}

bool Links::done() const { return stopping_ && links_.empty(); }

int Links::open() const {
    return static_cast<int>(links_.size()) - static_cast<int>(std::ranges::count(links_, State::asking, &Link::state));
}

void Links::take(const GotUrl& got) {
    auto* link = find(got.epoch);
    if (!link || link->state != State::asking) return;
    enter(*link, State::connecting, limits_.hello_within);
    todo_.push_back(Connect{got.epoch});
}

void Links::take(const NoUrl& no) {
    auto* link = find(no.epoch);
    if (!link || link->state != State::asking) return;
    forget(no.epoch);
    if (!is_fatal(no.error)) return back_off(no.epoch, no.error, no.wait);
    todo_.push_back(GiveUp{no.error});
    end_all();
}

void Links::take(const LinkUp& up) {
    auto* link = find(up.epoch);
    if (link && link->state == State::connecting) link->state = State::greeting;
}

void Links::take(const Hello& hello) {
    auto* link = find(hello.epoch);
    if (!link || link->state != State::greeting) return;
    for (auto& old : links_)
        if (old.state == State::ready && old.until == Time::max()) old.until = now_ + limits_.drain_for;
    enter(*link, State::ready, limits_.drain_for);
    link->until = Time::max();
    link->heard = link->pinged = now_;
    said_.clear();
    count_ghosts(hello.connections);
}

void Links::take(const Heard& heard) {
    if (auto* link = find(heard.epoch)) link->heard = now_;
}

void Links::take(const Goodbye& goodbye) {
    auto* link = find(goodbye.epoch);
    if (!link) return;
    if (link->state == State::greeting) { // instead of hello
        drop(goodbye.epoch);
        back_off(goodbye.epoch, goodbye.reason);
    } else if (link->state == State::ready && !std::exchange(link->leaving, true)) {
        lost(*link, goodbye.reason);
    }
}

void Links::take(const LinkDown& down) {
    auto* found = find(down.epoch);
    if (!found || found->state == State::asking) return;
    const auto link = *found;
    forget(down.epoch);
    if (link.state == State::connecting || link.state == State::greeting) back_off(link.epoch, "");
    if (link.state == State::ready && !link.leaving) lost(link, "");
}

void Links::take(const Tick&) {}

void Links::take(const Stop&) { end_all(); }

// Everything that is due. The newest link first: an old one must not go in the moment in which it is needed again.
void Links::settle() {
    for (auto i = links_.size(); i-- > 0;) watch(links_[i]);
    start();
}

void Links::watch(Link link) {
    if (link.state == State::closing) {
        if (link.until <= now_) drop(link.epoch);
    } else if (link.state == State::ready && link.heard + limits_.dead_after <= now_) {
        drop(link.epoch);
        if (!link.leaving) lost(link, "");
    } else if (link.state == State::ready) {
        if (link.until <= now_ && served()) return close(*find(link.epoch));
        if (link.pinged + limits_.ping_every > now_) return;
        find(link.epoch)->pinged = now_;
        todo_.push_back(Ping{link.epoch});
    } else if (link.state != State::asking && link.until <= now_) {
        drop(link.epoch);
        back_off(link.epoch, "");
    }
}

// The only place that begins a link, the first one and every one that replaces another.
void Links::start() {
    if (!wanted() || retry_at_ > now_) return;
    if (links_.size() == max_links) return close(links_.front()); // long replaced; the next one takes its place
    links_.push_back({.epoch = ++last_, .since = now_});
    todo_.push_back(AskUrl{last_});
}

void Links::end_all() {
    stopping_ = true;
    for (auto& link : std::vector(links_)) {
        if (link.state == State::asking) forget(link.epoch);
        if (link.state == State::connecting) drop(link.epoch);
        if (link.state == State::greeting || link.state == State::ready) close(*find(link.epoch));
    }
}

// A link that served is gone or going. If it lived, its replacement may come at once, as it may for the first young
// one that says goodbye; a server that greets and drops everybody is met with longer and longer waits.
void Links::lost(const Link& link, const std::string& reason) {
    const bool lived = now_ - link.since >= limits_.lived, first_goodbye = link.leaving && failures_ == 0;
    if (is_off(reason) || !(lived || first_goodbye)) return back_off(link.epoch, reason);
    failures_ = lived ? 0 : 1;
    retry_at_ = now_;
}

void Links::back_off(Epoch epoch, const std::string& reason, std::optional<Duration> asked) {
    if (is_off(reason)) {
        retry_at_ = now_ + limits_.off_wait;
        return say_once(reason);
    }
    ++failures_;
    auto wait = limits_.first_wait;
    for (int n = 1; n < failures_ && wait < limits_.longest_wait; ++n) wait *= 2;
    wait = jittered(std::min(wait, limits_.longest_wait), seed_, epoch);
    retry_at_ = now_ + (asked ? std::max(*asked, limits_.first_wait) : wait);
}

void Links::enter(Link& link, State state, Duration at_most) {
    link.state = state;
    link.since = now_;
    link.until = now_ + at_most;
}

void Links::close(Link& link) {
    enter(link, State::closing, limits_.close_within);
    todo_.push_back(Close{link.epoch, limits_.close_within});
}

void Links::drop(Epoch epoch) {
    forget(epoch);
    todo_.push_back(Drop{epoch});
}

void Links::forget(Epoch epoch) {
    std::erase_if(links_, [&](const Link& link) { return link.epoch == epoch; });
}

void Links::count_ghosts(int connections) {
    auto own = open();
    auto ghosts = std::max(0, connections - own);
    if (std::exchange(ghosts_, ghosts) == ghosts || ghosts == 0) return;
    todo_.push_back(Say{"Slack counts " + std::to_string(connections) + " connections of this app, and " +
                        std::to_string(own) + " are ours: another program uses the same SLACK_APP_TOKEN and takes a " +
                        "share of the messages, or an old connection of ours is not yet noticed as gone"});
}

void Links::say_once(const std::string& reason) {
    if (std::exchange(said_, reason) == reason) return;
    auto what = reason == "link_disabled" ? "Socket Mode is switched off for this app (link_disabled)"
                                          : "Slack says that this app has too many connections (too_many_websockets)";
    auto wait = std::chrono::duration_cast<std::chrono::seconds>(limits_.off_wait).count();
    todo_.push_back(Say{std::string(what) + "; Vera tries again every " + std::to_string(wait) + " s"});
}

Links::Link* Links::find(Epoch epoch) {
    auto found = std::ranges::find(links_, epoch, &Link::epoch);
    return found == links_.end() ? nullptr : &*found;
}

bool Links::served() const {
    return std::ranges::any_of(links_, [](auto& link) { return link.state == State::ready && !link.leaving; });
}

bool Links::wanted() const {
    auto state = [this](State wanted) { return std::ranges::count(links_, wanted, &Link::state); };
    auto coming = state(State::asking) + state(State::connecting) + state(State::greeting);
    if (stopping_ || served() || coming > 0) return false;
    return links_.size() < max_links || state(State::ready) == max_links;
}

namespace {

bool is_fatal(const std::string& error) {
    static const std::set<std::string> codes = {
        "not_authed",    "invalid_auth",  "account_inactive",       "user_removed_from_team",
        "team_disabled", "token_revoked", "not_allowed_token_type", "missing_scope"};
    return codes.contains(error);
}

bool is_off(const std::string& reason) { return reason == "link_disabled" || reason == "too_many_websockets"; }

// Between a half and the whole of it, by the finaliser of splitmix64.
Duration jittered(Duration wait, std::uint64_t seed, Epoch epoch) {
    std::uint64_t mixed = seed + epoch * 0x9E3779B97F4A7C15ull;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBull;
    mixed ^= mixed >> 31;
    const auto half = wait / 2;
    return half + Duration{static_cast<std::int64_t>(mixed % static_cast<std::uint64_t>(half.count() + 1))};
}

} // namespace

} // namespace vera::slack
