#include "tests/slack/office.hpp"

#include <stdexcept>

namespace vera::slack::rig {

namespace {

Inbound from_ann();
int keys = 0; // a key never comes twice unless a test repeats an Inbound

} // namespace

json user_of_slack(const std::string& id, const json& more) {
    json user = {{"id", id},
                 {"team_id", "T1"},
                 {"deleted", false},
                 {"is_bot", false},
                 {"is_restricted", false},
                 {"is_ultra_restricted", false},
                 {"tz", "Europe/Oslo"},
                 {"real_name", "Ann Vik"},
                 {"profile", {{"real_name", "Ann Vik"}, {"display_name", "Ann"}, {"email", "ann@example.com"}}}};
    user.update(more);
    return ok({{"user", user}});
}

Office::Office(std::set<std::string> allow) {
    Doors doors;
    doors.process = [this](Event event) { return process(std::move(event)); };
    doors.identify = [this](AccountName account) { return identify(std::move(account)); };
    doors.waiting_talks = [this] { return talks(); };
    doors.fresh_id = [this] { return "id" + std::to_string(++ids_); };
    doors.report = [this](const std::string& sentence) { reports.push_back(sentence); };
    SlackSettings settings;
    settings.bot_token = "xoxb-1";
    settings.allow = std::move(allow);
    slack =
        std::make_unique<Slack>(settings, Self{"T1", "A1", "U_VERA", "B_VERA"},
                                FixedWords{"members only", "try again", "let us talk", "too fast"}, doors, http, clock);
    http.always["users.info"] = answered(user_of_slack("U_ANN"));
    http.always["conversations.open"] = answered(ok({{"channel", {{"id", "D_ANN"}}}}));
    http.always["chat.postMessage"] = answered(ok({{"channel", "D_ANN"}, {"ts", "17.000100"}}));
}

boost::asio::awaitable<Outcome> Office::process(Event event) {
    auto& kept = std::holds_alternative<Moved>(event.what) ? moves : events;
    kept.push_back(event);
    Outcome outcome;
    outcome.end = Outcome::End::done;
    if (think) outcome = think(event);
    co_return outcome;
}

boost::asio::awaitable<WhoIsIt> Office::identify(AccountName account) {
    accounts.push_back(account);
    co_return WhoIsIt{TenantId("acme"), UserId("user of " + account.account)};
}

boost::asio::awaitable<std::vector<WaitingTalk>> Office::talks() {
    if (talks_fail) throw std::runtime_error("the database is away");
    co_return waiting;
}

Message message(const std::string& id, const std::string& text) {
    Message message;
    message.id = MessageId(id);
    message.conversation = chat_with("U_ANN");
    message.lines = {{text}};
    message.notice = "A question";
    return message;
}

Inbound said(const std::string& text, const std::string& user) {
    auto in = from_ann();
    in.user = user;
    in.what = Speaks{Said{text}};
    return in;
}

Inbound clicked(const std::string& value) {
    auto in = from_ann();
    in.trigger = "trigger." + value;
    Choice choice;
    choice.value = value;
    in.what = Speaks{Chose{choice, value}};
    return in;
}

Inbound commanded(decltype(Event::what) what) {
    auto in = from_ann();
    in.trigger = "trigger.command";
    in.what = Speaks{std::move(what)};
    return in;
}

Inbound submitted(const std::string& kind) {
    auto in = from_ann();
    in.channel.clear();
    in.trigger = "trigger.submission";
    FormKey key;
    key.kind = kind;
    in.what = Speaks{Submitted{key, {}}};
    return in;
}

Inbound mentioned() {
    auto in = from_ann();
    in.own_chat = false;
    in.channel = "C_SALES";
    in.what = Speaks{Called{}};
    return in;
}

Outcome with_reply(Reply reply) { return {Outcome::End::done, std::move(reply)}; }

namespace {

Inbound from_ann() {
    Inbound in;
    in.keys = {"key" + std::to_string(++keys)};
    in.app = "A1";
    in.team = "T1";
    in.user = "U_ANN";
    in.user_team = "T1";
    in.channel = "D_ANN";
    in.own_chat = true;
    in.at = noon - std::chrono::seconds{1};
    return in;
}

} // namespace

} // namespace vera::slack::rig
