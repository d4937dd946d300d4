#include "tests/simulation/links/link_story.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera::simulation {

namespace {

// The longest wait of the policy, the slowest connection and the slowest URL; then nothing is missing any more.
constexpr Duration until_connected = minutes{7};
constexpr Duration strict_phase = minutes{10};
constexpr Duration until_stopped = slack::ack_within + slack::LinkLimits{}.close_within + milliseconds{1};

constexpr int restless = 10'000; // handlers at one moment
LinkServer::Mood mood_for(World&, int disconnects);
slack::SocketMode::Parts parts(World&, LinkServer&, Envelopes&, Clock&);

} // namespace

LinkProcess::LinkProcess(World& world, LinkServer& server, Envelopes& envelopes)
    : world_(world), server_(server), envelopes_(envelopes), clock_(world.now()), io_(1),
      mode_(io_.get_executor(), parts(world, server, envelopes, clock_)) {
    boost::asio::co_spawn(io_, mode_.run(), [this](std::exception_ptr failure) {
        over_ = true;
        try {
            if (failure) std::rethrow_exception(failure);
        } catch (const std::exception& error) {
            error_ = error.what();
        }
    });
}

LinkProcess::~LinkProcess() {
    server_.process_died();
    envelopes_.process_died();
    world_.drop_process(); // what would resume a coroutine goes before the coroutines' executor
}

bool LinkProcess::step() {
    io_.restart();
    return io_.poll_one() > 0;
}

void LinkProcess::stop() {
    stopping_ = true;
    mode_.stop();
}

LinkStory::LinkStory(std::uint64_t seed, bool trace, int disconnects)
    : world_(seed ^ 0x51ACCull, trace), envelopes_(world_), server_(world_, envelopes_, mood_for(world_, disconnects)) {
    server_.to_force = disconnects;
}

LinkResult LinkStory::live() {
    boot();
    if (server_.to_force > 0) {
        while (!server_.is_calm()) {
            envelopes_.plan(world_.now(), world_.now() + hours{1}, 30);
            run_until(world_.now() + hours{1});
        }
    } else {
        auto end = world_.now() + random_duration(world_.random, minutes{5}, minutes{30});
        envelopes_.plan(world_.now(), end, static_cast<int>(world_.random.between(5, 60)));
        plan_lives(end);
        run_until(end);
    }
    be_calm();
    return {world_.violations(), world_.hash(), server_.connections, envelopes_.size()};
}

// Some lives end by SIGTERM, some by a kill; sometimes the token is revoked for a while.
void LinkStory::plan_lives(Time end) {
    auto some_time = [&] { return world_.now() + random_duration(world_.random, Duration{0}, end - world_.now()); };
    for (auto stops = world_.random.below(3); stops > 0; --stops) world_.at(some_time(), [this] { stop(); });
    if (world_.random.chance(30))
        world_.at(some_time(), [this] {
            world_.tell("kill");
            process_.reset();
            world_.at(world_.now() + random_duration(world_.random, Duration{0}, seconds{30}), [this] { boot(); });
        });
    if (world_.random.chance(10)) world_.at(some_time(), [this] { server_.revoked = true; });
}

void LinkStory::boot() {
    if (process_ || last_) return;
    world_.tell("boot");
    ++life_;
    process_ = std::make_unique<LinkProcess>(world_, server_, envelopes_);
}

void LinkStory::stop() {
    if (!process_ || process_->stopping()) return;
    world_.tell("stop");
    process_->stop();
    world_.at(world_.now() + until_stopped, [this, life = life_] {
        if (process_ && life == life_) world_.violate("a stop took too long");
    });
}

void LinkStory::be_calm() {
    world_.tell("calm");
    server_.calm_down();
    server_.revoked = false;
    envelopes_.calm = true;
    run_until(world_.now() + until_connected);
    if (!process_ || !process_->ready()) world_.violate("not connected again when the faults were over");
    strict_ = true;
    envelopes_.plan(world_.now(), world_.now() + strict_phase - minutes{2}, 10);
    run_until(world_.now() + strict_phase);
    if (envelopes_.open() > 0) world_.violate("envelopes that were never acknowledged");
    strict_ = false;
    last_ = true;
    stop();
    run_until(world_.now() + until_stopped + seconds{1});
    if (server_.held() > 0) world_.violate("a connection outlived the process");
}

void LinkStory::run_until(Time end) {
    for (run_process();; run_process()) {
        auto next = std::min(world_.next().value_or(end), end);
        if (process_) next = std::min(process_->next().value_or(end), next);
        if (next >= end && world_.now() >= end) return;
        world_.move_to(std::max(next, world_.now()));
        if (process_) process_->advance();
        world_.happen();
    }
}

void LinkStory::run_process() {
    auto steps = 0;
    while (process_ && steps < restless && process_->step()) {
        check();
        ++steps;
    }
    if (steps == restless) {
        world_.violate("the loop does not come to rest");
        last_ = true;
        process_.reset();
    }
    if (process_ && process_->over()) end_life();
}

void LinkStory::end_life() {
    if (server_.held() > 0) world_.violate("the loop ended with a link open");
    auto asked_to = process_->stopping() || process_->error().find("token_revoked") != std::string::npos;
    if (!asked_to) world_.violate("the loop ended by itself: " + process_->error());
    world_.tell("end", process_->error());
    process_.reset();
    world_.at(world_.now() + random_duration(world_.random, seconds{1}, seconds{30}), [this] { boot(); });
}

void LinkStory::check() {
    if (server_.held() > slack::max_links) world_.violate("more than two links at once");
    if (strict_ && !server_.covered()) world_.violate("a moment without a link, though there was notice enough");
}

namespace {

LinkServer::Mood mood_for(World& world, int disconnects) {
    if (disconnects > 0) return LinkServer::Mood::forcing;
    return world.random.chance(15) ? LinkServer::Mood::flapping : LinkServer::Mood::mixed;
}

slack::SocketMode::Parts parts(World& world, LinkServer& server, Envelopes& envelopes, Clock& clock) {
    return {[&server] { return server.open(); },
            server,
            clock,
            [&envelopes](slack::Door, std::string payload) { return envelopes.take(std::move(payload)); },
            [&world](Time) { world.tell("gap"); },
            [&world](const std::string& sentence) { world.tell("log", sentence); },
            {},
            world.random.next()};
}

} // namespace

} // namespace vera::simulation
