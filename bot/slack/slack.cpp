#include "bot/slack/slack.hpp"

#include "bot/slack/catch_up.hpp"
#include "bot/slack/intake.hpp"
#include "bot/slack/posting.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

constexpr std::string_view chat_prefix = "slack:";

} // namespace

struct Slack::Impl {
    Impl(SlackSettings settings, Self self, FixedWords words, Doors given, Http& http, Clock& clock)
        : doors(std::move(given)), workspace(std::move(settings.api_url), std::move(settings.bot_token),
                                             std::move(self), clock, http, doors.report),
          chats(workspace), members({workspace.self.team, std::move(settings.allow)}, clock,
                                    [this](std::string user) { return info(user); }),
          intake(workspace, chats, members, doors, std::move(words)),
          catch_up(workspace, chats, doors, [this](Inbound in) { return intake.take(std::move(in)); }) {}
    boost::asio::awaitable<ApiEnd> info(std::string user) {
        nlohmann::json arguments = {{"user", user}};
        return workspace.call("users.info", arguments.dump());
    }
    Doors doors;
    Workspace workspace;
    Chats chats;
    Members members;
    Intake intake;
    CatchUp catch_up;
};

Slack::Slack(SlackSettings settings, Self self, FixedWords words, Doors doors, Http& http, Clock& clock)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(self), std::move(words), std::move(doors), http,
                                   clock)) {}

Slack::~Slack() = default;

boost::asio::awaitable<Ack> Slack::take(Inbound in) { return impl_->intake.take(std::move(in)); }

boost::asio::awaitable<Attempt> Slack::post(Outbound out) {
    return post_message(impl_->workspace, impl_->chats, impl_->members, std::move(out));
}

boost::asio::awaitable<Lookup> Slack::find(Outbound out) {
    return find_message(impl_->workspace, impl_->chats, std::move(out));
}

bool Slack::reaches(const ConversationId& conversation) const { return !user_of(conversation).empty(); }

boost::asio::awaitable<void> Slack::catch_up(Time since) { return impl_->catch_up.run(since); }

Slack::Health Slack::health() const { return impl_->workspace.health(); }

boost::asio::awaitable<void> Slack::look_again() {
    if (health().installed) co_return;
    co_await impl_->workspace.call("auth.test", "{}");
}

const std::map<std::string, std::uint64_t>& Slack::ignored() const { return impl_->intake.ignored(); }

void Slack::stop() {
    impl_->workspace.stop();
    impl_->catch_up.stop();
}

ConversationId chat_with(const std::string& user) { return ConversationId(std::string(chat_prefix) + user); }

std::string user_of(const ConversationId& conversation) {
    std::string_view name = conversation.text();
    if (!name.starts_with(chat_prefix)) return "";
    name.remove_prefix(chat_prefix.size());
    return std::string(name.substr(0, name.find('/'))); // the rest names the home page
}

} // namespace vera::slack
