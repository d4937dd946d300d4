#include "bot/slack/sentences.hpp"

#include "bot/slack/blocks.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

using nlohmann::json;

bool in_a_channel(const Inbound&);
bool of_another_company(const Inbound&, const std::string& team);
std::string dumped(const json&);

} // namespace

Way way_of(const Inbound& in) {
    auto* speaks = std::get_if<Speaks>(&in.what);
    if (!speaks || in.trigger.empty()) return Way::event;
    if (std::holds_alternative<Submitted>(speaks->what)) return Way::submission;
    if (std::holds_alternative<Chose>(speaks->what)) return Way::click;
    auto forwards = std::holds_alternative<Forwarded>(speaks->what);
    return in.channel.empty() || forwards ? Way::shortcut : Way::command;
}

void beside(const boost::asio::any_io_executor& executor, boost::asio::awaitable<void> work) {
    boost::asio::co_spawn(executor, std::move(work), [](std::exception_ptr error) {
        if (error) std::rethrow_exception(error);
    });
}

boost::asio::awaitable<Ack> Sentences::show(Inbound in, std::string sentence, Stays stays) {
    Ack ack;
    if (way_of(in) == Way::command) {
        ack.payload = dumped({{"response_type", "ephemeral"}, {"text", Escaped(sentence).text()}});
        co_return ack;
    }
    auto executor = co_await boost::asio::this_coro::executor;
    beside(executor, post(std::move(in), std::move(sentence), stays));
    co_return ack;
}

boost::asio::awaitable<Ack> Sentences::show_seldom(Inbound in, std::string sentence, Duration every) {
    Ack ack;
    if (way_of(in) != Way::command && !is_time(in.user, sentence, every)) co_return ack;
    ack = co_await show(std::move(in), std::move(sentence), Stays::yes);
    co_return ack;
}

boost::asio::awaitable<void> Sentences::post(Inbound in, std::string sentence, Stays stays) {
    auto public_place = in_a_channel(in);
    auto channel = in.own_chat || public_place ? in.channel : "";
    if (channel.empty()) {
        if (of_another_company(in, workspace_.self.team)) co_return; // nobody of theirs is written to first
        auto found = co_await chats_.channel_of(in.user);
        channel = found.channel;
    }
    if (channel.empty()) co_return;
    json arguments = {{"channel", channel}, {"text", Escaped(sentence).text()}};
    auto passing = public_place || stays == Stays::no;
    if (passing) arguments["user"] = in.user;
    std::string method = passing ? "chat.postEphemeral" : "chat.postMessage";
    if (passing) channel.clear(); // has no budget of its own
    auto text = dumped(arguments);
    auto end = co_await workspace_.call(method, std::move(text), channel);
    if (end.end != ApiEnd::End::ok) workspace_.say("a sentence to " + in.user + " was not shown: " + end.error);
}

bool Sentences::is_time(const std::string& user, const std::string& sentence, Duration every) {
    auto now = workspace_.clock.now();
    if (not_before_.size() >= max_remembered_sentences) {
        std::erase_if(not_before_, [now](const auto& entry) { return entry.second <= now; });
        if (not_before_.size() >= max_remembered_sentences) not_before_.erase(not_before_.begin());
    }
    auto& not_before = not_before_[{user, sentence}];
    if (now < not_before) return false;
    not_before = now + every;
    return true;
}

namespace {

// A mention. The place of a shortcut is one that we may not be in.
bool in_a_channel(const Inbound& in) { return !in.own_chat && !in.channel.empty() && way_of(in) == Way::event; }

bool of_another_company(const Inbound& in, const std::string& team) {
    return !in.user_team.empty() && in.user_team != team;
}

std::string dumped(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

} // namespace

} // namespace vera::slack
