#include "bot/slack/chats.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

using nlohmann::json;

std::string channel_in(const std::string& body);

} // namespace

boost::asio::awaitable<Chats::Found> Chats::channel_of(std::string user) {
    Found found;
    auto known = channels_.find(user);
    if (known != channels_.end()) {
        found.channel = known->second;
        co_return found;
    }
    json arguments = {{"users", user}};
    auto text = arguments.dump();
    found.end = co_await workspace_.call("conversations.open", std::move(text));
    if (found.end.end != ApiEnd::End::ok) co_return found;
    found.channel = channel_in(found.end.body);
    if (found.channel.empty()) found.end.end = ApiEnd::End::unsure;
    learn(user, found.channel);
    co_return found;
}

void Chats::learn(const std::string& user, const std::string& channel) {
    if (user.empty() || channel.empty()) return;
    if (channels_.size() >= max_known_chats && !channels_.contains(user)) channels_.erase(channels_.begin());
    channels_[user] = channel;
}

namespace {

std::string channel_in(const std::string& body) {
    auto answer = json::parse(body, nullptr, false);
    auto id = json::json_pointer("/channel/id");
    if (!answer.is_object() || !answer.contains(id) || !answer.at(id).is_string()) return "";
    return answer.at(id).get<std::string>();
}

} // namespace

} // namespace vera::slack
