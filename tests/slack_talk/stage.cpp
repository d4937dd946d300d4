#include "tests/slack_talk/stage.hpp"

#include "bot/transaction.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>

namespace vera::slack_talk {

namespace {

constexpr Duration longest_settling = std::chrono::hours{6};

Brain noting_brain(Decided&, HouseUse);

} // namespace

void Decided::note(const Event& event, const Plan& plan) {
    if (const auto* said = std::get_if<Said>(&event.what)) heard[event.user].push_back(said->text);
    for (const auto& message : plan.messages) {
        if (message.surface == Surface::home) continue;
        const auto& id = message.edits.empty() ? message.id : message.edits;
        if (message.edits.empty() && !messages.contains(id)) order.push_back(id);
        messages[id].push_back(message);
    }
}

// Built by hand, as the program does it.
struct Stage::Process {
    explicit Process(Stage& stage)
        : stage(stage), http(stage.slack), sockets(stage.slack), thread(stage.network.get_executor()),
          api(http, stage.clock, url), slack(settings(), self(), words(), doors(), http, stage.clock),
          house(stage.network.get_executor(), open_store(), noting_brain(stage.decided, stage.use), thread, stage.clock,
                Platforms{{"slack", &slack}}),
          link(stage.network.get_executor(), parts()) {}

    static constexpr auto url = "https://fake.example/api/";
    Stage& stage;
    fake_slack::FakeHttp http;
    fake_slack::FakeSockets sockets;
    InlineStore thread;
    slack::WebApi api;
    slack::Slack slack;
    House house;
    slack::SocketMode link;
    int under_way = 0, ended = 0;
    static constexpr int loops = House::loops + 1;

    slack::SlackSettings settings() const;
    slack::Self self() const;
    static slack::FixedWords words() { return {"refused", "try again", "let us talk", "busy"}; }
    Doors doors();
    store::Store open_store();
    slack::SocketMode::Parts parts();
    boost::asio::awaitable<slack::Ack> take(slack::Door, std::string json);
    void catch_up(Time since);
    void loop_ended(std::exception_ptr);
};

Stage::Stage(Time now, std::uint64_t seed, HouseUse use) : use(use), clock(now), slack(clock, {.seed = seed}) {
    for (const std::string name : {"LEO", "MIA"})
        slack.workspace.people[name] = {name, name, fake_slack::Person::Kind::full, "Europe/Berlin", ""};
    boost::asio::co_spawn(network, slack.agenda.run(), [](std::exception_ptr error) {
        if (error) std::rethrow_exception(error);
    });
}

Stage::~Stage() {
    if (process_) stop();
    slack.agenda.stop();
    poll();
}

void Stage::start() {
    process_ = std::make_unique<Process>(*this);
    auto ended = [this](std::exception_ptr error) { process_->loop_ended(error); };
    process_->house.start(ended);
    boost::asio::co_spawn(network, process_->link.run(), ended);
    poll();
}

void Stage::stop() {
    process_->link.stop();
    process_->house.finish();
    process_->slack.stop();
    process_->api.stop();
    poll();
    while (process_->ended < Process::loops || process_->http.under_way > 0 || process_->under_way > 0) {
        const auto next = clock.next();
        if (!next) break;
        clock.advance_to(*next);
        poll();
    }
    process_.reset();
}

void Stage::settle() {
    const auto begun = clock.now();
    for (poll(); !quiet(); poll()) {
        const auto next = clock.next();
        if (!next || clock.now() - begun > longest_settling) throw std::runtime_error("it does not come to rest");
        clock.advance_to(std::max(*next, clock.now()));
    }
}

void Stage::pass(Duration time) { move_to(clock.now() + time); }

void Stage::move_to(Time until) {
    for (poll(); clock.now() < until; poll()) {
        const auto next = clock.next();
        clock.advance_to(next ? std::clamp(*next, clock.now(), until) : until);
    }
}

store::Store& Stage::store() { return process_->house.store; }

store::Who Stage::who(const std::string& user) {
    store::Account account{"slack", slack.options.team, user, user, Zone{}};
    store::begin(store());
    auto found = store::identify(store(), account, "none", clock.now());
    store::rollback(store());
    return found;
}

void Stage::poll() {
    do {
        network.restart();
    } while (network.poll() > 0);
}

// Tomorrow's view of the outbox: what is held back for now counts as waiting too.
bool Stage::quiet() {
    if (slack.deliveries > 0 || !slack.waiting.empty()) return false;
    if (!process_->link.ready() || process_->http.under_way > 0 || process_->under_way > 0) return false;
    const auto tomorrow = clock.now() + std::chrono::hours{24};
    return committed(store(), [&] { return store::next_to_send(store(), tomorrow, 1).empty(); });
}

slack::SlackSettings Stage::Process::settings() const {
    slack::SlackSettings made;
    made.bot_token = stage.slack.options.bot_token;
    made.app_token = stage.slack.options.app_token;
    made.api_url = url;
    return made;
}

slack::Self Stage::Process::self() const {
    const auto& options = stage.slack.options;
    return {options.team, options.app, options.bot_user, options.bot};
}

Doors Stage::Process::doors() {
    Doors made;
    made.process = [this](Event event) { return house.engine.process(std::move(event)); };
    made.identify = [this](AccountName name) {
        return on_store(thread, [this, name, fresh = stage.ids.fresh()] {
            store::Account account{"slack", name.workspace, name.account, name.name, name.zone};
            auto who =
                committed(house.store, [&] { return store::identify(house.store, account, fresh, stage.clock.now()); });
            return WhoIsIt{who.tenant, who.user};
        });
    };
    made.waiting_talks = [this] {
        return on_store(thread, [this] {
            std::vector<WaitingTalk> talks;
            for (const auto& [user, person] : stage.slack.workspace.people)
                talks.push_back({stage.slack.options.team, user, stage.clock.now() - std::chrono::hours{1}});
            return talks;
        });
    };
    made.fresh_id = [this] { return stage.ids.fresh(); };
    made.report = [this](const std::string& sentence) { stage.reports.push_back(sentence); };
    return made;
}

store::Store Stage::Process::open_store() {
    auto random = [this](std::span<unsigned char> bytes) { stage.slack.faults.random.fill(bytes); };
    auto opened = store::open(stage.database.open(), store::Key{}, random, stage.clock.now());
    if (!opened) throw std::runtime_error("the database does not open");
    return std::move(*opened);
}

slack::SocketMode::Parts Stage::Process::parts() {
    auto open = [this] { return api.call(stage.slack.options.app_token, "apps.connections.open", "{}"); };
    auto take_one = [this](slack::Door door, std::string json) { return take(door, std::move(json)); };
    auto gap = [this](Time since) { catch_up(since); };
    auto report = [this](const std::string& sentence) { stage.reports.push_back(sentence); };
    return {open, sockets, stage.clock, take_one, gap, report, {}, stage.slack.options.seed};
}

boost::asio::awaitable<slack::Ack> Stage::Process::take(slack::Door door, std::string json) {
    ++under_way;
    auto inbound = slack::read_payload(door, json, self(), stage.clock.now());
    auto ack = co_await slack.take(std::move(inbound));
    --under_way;
    co_return ack;
}

void Stage::Process::catch_up(Time since) {
    ++under_way;
    boost::asio::co_spawn(stage.network, slack.catch_up(since), [this](std::exception_ptr error) {
        --under_way;
        if (error) std::rethrow_exception(error);
    });
}

void Stage::Process::loop_ended(std::exception_ptr error) {
    ++ended;
    if (error) std::rethrow_exception(error);
}

namespace {

Brain noting_brain(Decided& decided, HouseUse use) {
    auto brain = brain_of(*open_live_library("", use));
    brain.think = [&decided, real = brain.think](const State& state, const Event& event, Time now) {
        auto plan = real(state, event, now);
        if (plan.needs.empty()) decided.note(event, plan);
        return plan;
    };
    return brain;
}

} // namespace

} // namespace vera::slack_talk
