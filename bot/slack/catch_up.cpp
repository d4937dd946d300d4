#include "bot/slack/catch_up.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vera::slack {

namespace {

using nlohmann::json;

constexpr Duration pause = std::chrono::seconds{1}, longest_pause = std::chrono::minutes{1};

std::string history_arguments(const std::string& channel, Time oldest);
std::vector<Inbound> messages_in(const std::string& body, const std::string& user, const std::string& channel,
                                 const Self&, Time now);
bool is_from(const json& message, const std::string& user);
std::string as_event(json message, const std::string& channel, const Self&, Time now);
bool passes(const ApiEnd&);
bool is_over(const ApiEnd&);

} // namespace

CatchUp::CatchUp(Workspace& workspace, Chats& chats, const Doors& doors, Take take)
    : workspace_(workspace), chats_(chats), doors_(doors), take_(std::move(take)), waiter_(workspace.clock.waiter()) {}

boost::asio::awaitable<void> CatchUp::run(Time since) {
    again_ = again_ ? std::min(*again_, since) : since;
    if (running_) co_return;
    running_ = true;
    try {
        for (auto go_on = true; go_on && again_;) {
            auto from = *again_;
            again_.reset();
            go_on = co_await read_talks(from);
        }
    } catch (...) { // the caller's; the next gap is read all the same
        running_ = false;
        throw;
    }
    running_ = false;
}

void CatchUp::stop() { waiter_->stop(); }

boost::asio::awaitable<bool> CatchUp::read_talks(Time since) {
    auto talks = co_await doors_.waiting_talks();
    for (auto& talk : talks) {
        if (talk.workspace != workspace_.self.team) continue;
        auto go_on = co_await read_talk(std::move(talk), since);
        if (!go_on) co_return false;
    }
    co_return true;
}

// False: it makes no sense to go on with the next.
boost::asio::awaitable<bool> CatchUp::read_talk(WaitingTalk talk, Time since) {
    auto now = workspace_.clock.now();
    auto oldest = std::max(std::min(since, talk.asked), now - oldest_missed);
    auto read = co_await history(talk.account, oldest);
    if (read.end.end != ApiEnd::End::ok) {
        workspace_.say_once("catch-up " + read.end.error, "what was missed in chats cannot be read: " + read.end.error);
        co_return !is_over(read.end);
    }
    auto missed = messages_in(read.end.body, talk.account, read.channel, workspace_.self, now);
    for (auto& in : missed) {
        auto go_on = co_await hand_on(std::move(in));
        if (!go_on) co_return false;
    }
    co_return true;
}

// Both calls: what passes is waited for, longer each time.
boost::asio::awaitable<Chats::Found> CatchUp::history(std::string user, Time oldest) {
    Chats::Found read;
    auto wait = pause;
    for (int i = 0; i < max_catch_up_tries; ++i, wait = std::min(2 * wait, longest_pause)) {
        read = co_await chats_.channel_of(user);
        if (!read.channel.empty()) {
            auto arguments = history_arguments(read.channel, oldest);
            read.end = co_await workspace_.call("conversations.history", std::move(arguments));
        }
        if (!passes(read.end)) co_return read;
        auto go_on = co_await rest(std::max(wait, read.end.wait));
        if (!go_on) co_return read;
    }
    co_return read;
}

// Also at the pace of a user: what is not taken now is offered again.
boost::asio::awaitable<bool> CatchUp::hand_on(Inbound in) {
    for (int i = 0; i < max_catch_up_tries; ++i) {
        auto ack = co_await take_(in);
        if (ack.acknowledge) co_return true;
        auto go_on = co_await rest(pause);
        if (!go_on) co_return false;
    }
    workspace_.say("a missed message of " + in.user + " could not be taken");
    co_return true;
}

boost::asio::awaitable<bool> CatchUp::rest(Duration duration) {
    auto until = workspace_.clock.now() + duration;
    auto why = co_await waiter_->until(until);
    co_return why != Wake::stopped;
}

namespace {

std::string history_arguments(const std::string& channel, Time oldest) {
    auto ms = to_ms(oldest);
    auto fraction = std::to_string(1'000 + ms % 1'000).substr(1);
    json arguments = {
        {"channel", channel}, {"oldest", std::to_string(ms / 1'000) + "." + fraction + "000"}, {"limit", max_missed}};
    return arguments.dump();
}

// Slack lists the newest first.
std::vector<Inbound> messages_in(const std::string& body, const std::string& user, const std::string& channel,
                                 const Self& self, Time now) {
    std::vector<Inbound> found;
    auto answer = json::parse(body, nullptr, false);
    auto messages = answer.is_object() ? answer.value("messages", json()) : json();
    if (!messages.is_array()) return found;
    for (auto& message : messages)
        if (is_from(message, user))
            found.push_back(read_payload(Door::events, as_event(message, channel, self, now), self, now));
    std::ranges::reverse(found);
    return found;
}

bool is_from(const json& message, const std::string& user) {
    return message.is_object() && message.value("user", json()) == user && !message.contains("bot_id") &&
           message.value("ts", json()).is_string();
}

// As Slack would have sent it: https://docs.slack.dev/reference/events/message.im
std::string as_event(json message, const std::string& channel, const Self& self, Time now) {
    auto ts = message.at("ts").get<std::string>();
    message["type"] = "message";
    message["channel"] = channel;
    message["channel_type"] = "im";
    message["event_ts"] = ts;
    json bot = {{"team_id", self.team}, {"user_id", self.user}, {"is_bot", true}};
    json event = {{"type", "event_callback"},
                  {"team_id", self.team},
                  {"api_app_id", self.app},
                  {"event_id", "catchup-" + channel + "-" + ts},
                  {"event_time", to_ms(now) / 1'000}};
    event["authorizations"] = json::array({bot});
    event["event"] = std::move(message);
    return event.dump(-1, ' ', false, json::error_handler_t::replace);
}

bool passes(const ApiEnd& end) {
    return end.end == ApiEnd::End::limited || end.end == ApiEnd::End::not_sent || end.end == ApiEnd::End::unsure;
}

bool is_over(const ApiEnd& end) {
    return end.end == ApiEnd::End::dead || end.error == "missing_scope" || end.error == "not_allowed_token_type";
}

} // namespace

} // namespace vera::slack
