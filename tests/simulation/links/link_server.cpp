#include "tests/simulation/links/link_server.hpp"

#include "tests/simulation/ports.hpp"

#include <algorithm>
#include <utility>

namespace vera::simulation {

namespace {

using slack::ApiEnd;

constexpr Duration noticed_dead = minutes{1}; // how long Slack counts a connection that died without a word
constexpr Duration must_be_noticed = seconds{45};

Duration delay(Random&, int percent_slow, Duration slow);
ApiEnd failure(Random&);
ApiEnd dead();

} // namespace

LinkServer::LinkServer(World& world, Envelopes& envelopes, Mood mood)
    : world_(world), envelopes_(envelopes), mood_(mood) {
    envelopes.deliver = [this](const std::string& text) { return deliver(text); };
    envelopes.stands = [this](int link) { return stands(link); };
    envelopes.newest = [this] { return newest(); };
}

boost::asio::awaitable<ApiEnd> LinkServer::open() {
    note_ask();
    auto slow = mood_ == Mood::mixed ? 5 : 0;
    auto answer_at = world_.now() + delay(world_.random, slow, seconds{9});
    co_await sleep_until(world_, answer_at);
    ApiEnd end;
    end.end = ApiEnd::End::ok;
    end.body = R"({"ok":true,"url":"wss://link/?ticket=)" + std::to_string(++asks) + "\"}";
    urls_.insert("wss://link/?ticket=" + std::to_string(asks));
    if (mood_ == Mood::mixed && world_.random.chance(35)) end = failure(world_.random);
    if (revoked) end = dead();
    if (end.end == ApiEnd::End::limited) not_before_ = world_.now() + end.wait;
    if (end.end == ApiEnd::End::dead) not_before_ = Time::max();
    world_.tell("url", end.error);
    co_return end;
}

boost::asio::awaitable<Connected> LinkServer::connect(std::string url, Duration timeout) {
    if (urls_.erase(url) == 0) world_.violate("a URL was used twice, or made up: " + url);
    auto hangs = mood_ == Mood::mixed && world_.random.chance(8);
    auto fails = hangs || (mood_ == Mood::mixed && world_.random.chance(15));
    auto ready_at = world_.now() + (hangs ? timeout : delay(world_.random, fails ? 30 : 0, seconds{20}));
    co_await sleep_until(world_, ready_at);
    Connected made;
    made.reason = "refused";
    if (fails) co_return made;
    links_.push_back({std::make_shared<HeldWire>()});
    const auto link = ++connections;
    auto& wire = *at(link).wire;
    wire.on_write = [this, link](const std::string& text) {
        auto takes = stands(link);
        if (takes) envelopes_.written(link, text, !at(link).silent);
        return takes;
    };
    wire.on_ping = [this, link] {
        if (!at(link).silent) at(link).wire->deliver({Frame::Kind::pong, ""});
    };
    wire.on_close = [this, link](Duration deadline) { closed(link, deadline); };
    wire.on_drop = [this, link] { gone(link); };
    world_.tell("connection", std::to_string(link));
    come_up(link);
    made.socket = std::make_unique<WireSocket>(at(link).wire);
    co_return made;
}

void LinkServer::process_died() {
    not_before_ = {}; // the next one knows nothing of it
    for (auto& link : links_) link.wire->let_go();
}

int LinkServer::held() const {
    return static_cast<int>(std::ranges::count_if(links_, [](auto& link) { return link.wire->open; }));
}

bool LinkServer::covered() const {
    return std::ranges::any_of(
        links_, [](auto& link) { return link.wire->open && link.greeted && !link.silent && !link.closing; });
}

void LinkServer::come_up(int link) {
    must_be_gone(link, seconds{31}, "a link that never said hello was kept");
    auto dice = mood_ == Mood::mixed ? world_.random.below(100) : 99;
    if (dice < 6) return; // never says hello
    if (dice < 12) return plan(link, seconds{5}, seconds{40}, Fate::hello);
    if (dice < 18) return plan(link, milliseconds{0}, seconds{3}, Fate::closed);
    if (dice < 21) return part(link, "too_many_websockets", seconds{5});
    if (dice < 24) return part(link, "refresh_requested", seconds{5});
    if (dice < 28) fall_silent(link);
    plan(link, milliseconds{5}, milliseconds{400}, Fate::hello);
}

void LinkServer::plan_end(int link) {
    auto dice = mood_ == Mood::flapping ? 0 : world_.random.below(100);
    if (mood_ == Mood::calm) return plan(link, seconds{70}, minutes{6}, Fate::refresh);
    if (mood_ == Mood::forcing)
        return plan(link, milliseconds{100}, minutes{3}, dice < 60 ? Fate::storm : Fate::closed);
    if (dice < 15) return plan(link, milliseconds{0}, seconds{3}, Fate::closed);
    if (dice < 30) return plan(link, milliseconds{0}, seconds{2}, Fate::storm);
    if (dice < 45) return plan(link, minutes{1}, minutes{10}, Fate::closed);
    if (dice < 60) return plan(link, seconds{1}, minutes{5}, Fate::silent);
    if (dice < 65) return plan(link, seconds{1}, minutes{5}, Fate::off);
    plan(link, seconds{70}, minutes{10}, Fate::refresh);
}

void LinkServer::plan(int link, Duration low, Duration high, Fate fate) {
    world_.at(world_.now() + random_duration(world_.random, low, high), [this, link, fate] {
        auto harmless = fate == Fate::refresh || fate == Fate::hello;
        if (harmless || mood_ != Mood::calm) meet(link, fate);
    });
}

void LinkServer::meet(int link, Fate fate) {
    auto& random = world_.random;
    if (at(link).silent || !at(link).wire->open) return;
    if (fate == Fate::hello) return greet(link);
    if (mood_ == Mood::forcing && --to_force == 0) calm_down();
    if (fate == Fate::closed) return end(link);
    if (fate == Fate::silent) return fall_silent(link);
    if (fate == Fate::storm) return part(link, "warning", random_duration(random, seconds{0}, seconds{10}));
    if (fate == Fate::off) return part(link, "link_disabled", seconds{1});
    part(link, "refresh_requested", random_duration(random, seconds{10}, seconds{30}));
}

void LinkServer::greet(int link) {
    if (counted() > 10) return part(link, "too_many_websockets", seconds{1});
    if (!std::exchange(at(link).greeted, true)) plan_end(link);
    world_.tell("hello", std::to_string(link));
    at(link).wire->say(R"({"type":"hello","num_connections":)" + std::to_string(counted()) + "}");
    if (mood_ == Mood::mixed && world_.random.chance(10)) plan(link, seconds{0}, minutes{2}, Fate::hello);
}

void LinkServer::part(int link, const std::string& reason, Duration notice) {
    world_.tell("goodbye", std::to_string(link) + " " + reason);
    for (auto times = world_.random.between(1, 3); times > 0; --times)
        at(link).wire->say(R"({"type":"disconnect","reason":")" + reason + "\"}");
    world_.at(world_.now() + notice, [this, link] { end(link); });
}

void LinkServer::fall_silent(int link) {
    world_.tell("silent", std::to_string(link));
    at(link).silent = true;
    must_be_gone(link, must_be_noticed, "a link that had fallen silent was kept");
}

void LinkServer::end(int link) {
    if (at(link).silent) return;
    world_.tell("close", std::to_string(link));
    at(link).counted_until = std::min(at(link).counted_until, world_.now());
    at(link).wire->end();
}

void LinkServer::closed(int link, Duration deadline) {
    at(link).closing = true;
    must_be_gone(link, deadline, "a link outlived the deadline of its close");
    if (world_.random.chance(90))
        world_.at(world_.now() + random_duration(world_.random, milliseconds{5}, milliseconds{300}),
                  [this, link] { end(link); });
}

void LinkServer::gone(int link) {
    auto unnoticed = at(link).silent || world_.random.chance(10);
    at(link).counted_until = world_.now() + (unnoticed ? noticed_dead : milliseconds{200});
}

// Unless it has been greeted, or is being closed, since.
void LinkServer::must_be_gone(int link, Duration within, const std::string& why) {
    auto known = std::pair(at(link).greeted, at(link).closing);
    world_.at(world_.now() + within + milliseconds{1}, [this, link, why, known] {
        auto same = std::pair(at(link).greeted, at(link).closing) == known;
        if (at(link).wire->open && same) world_.violate(why + ": " + std::to_string(link));
    });
}

// Slack picks any link that it thinks is there. What goes to a silent one is lost.
int LinkServer::deliver(const std::string& text) {
    std::vector<int> there;
    for (int link = 1; link <= connections; ++link)
        if (at(link).greeted && at(link).wire->open) there.push_back(link);
    if (there.empty()) return 0;
    auto link = world_.random.pick(there);
    if (!at(link).silent) at(link).wire->say(text);
    return link;
}

bool LinkServer::stands(int link) const { return at(link).wire->open && !at(link).closing; }

int LinkServer::newest() const {
    for (int link = connections; link > 0; --link)
        if (at(link).greeted && stands(link)) return link;
    return 0;
}

int LinkServer::counted() const {
    return static_cast<int>(
        std::ranges::count_if(links_, [&](auto& link) { return link.counted_until > world_.now(); }));
}

void LinkServer::note_ask() {
    auto now = world_.now();
    if (now < not_before_) world_.violate("a URL was asked for before Retry-After was over, or after the last word");
    asked_.push_back(now);
    while (asked_.front() <= now - minutes{1}) asked_.pop_front();
    if (asked_.size() > max_asks_a_minute) world_.violate("a storm: too many URLs asked for in a minute");
}

namespace {

Duration delay(Random& random, int percent_slow, Duration slow) {
    auto most = random.chance(percent_slow) ? slow : milliseconds{500};
    return random_duration(random, milliseconds{5}, most);
}

ApiEnd failure(Random& random) {
    static const std::vector<std::string> refusals = {"internal_error", "fatal_error", "request_timeout",
                                                      "ratelimited"};
    ApiEnd end;
    end.error = "no such name";
    auto dice = random.below(5);
    if (dice == 0) end.end = ApiEnd::End::not_sent;
    if (dice == 1) end.end = ApiEnd::End::unsure;
    if (dice == 2) end.end = ApiEnd::End::ok; // and no URL in it
    if (dice == 3) end.end = ApiEnd::End::limited;
    if (dice == 3) end.wait = seconds{random.between(1, 60)};
    if (dice == 4) end.end = ApiEnd::End::refused;
    if (dice == 4) end.error = random.pick(refusals);
    return end;
}

ApiEnd dead() {
    ApiEnd end;
    end.end = ApiEnd::End::dead;
    end.error = "token_revoked";
    return end;
}

} // namespace

} // namespace vera::simulation
