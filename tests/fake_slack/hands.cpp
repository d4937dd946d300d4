#include "tests/fake_slack/hands.hpp"

#include "tests/fake_slack/eyes.hpp"
#include "tests/fake_slack/interactions.hpp"
#include "tests/fake_slack/people.hpp"
#include "tests/fake_slack/views.hpp"

namespace vera::fake_slack {

namespace {

Json message_event(const FakeSlack&, const std::string& user, const std::string& channel, const std::string& ts,
                   const std::string& text);
std::string escaped(const std::string&);
void say_trouble(FakeSlack&, const std::string& user, const std::string& what);
void show_answer(FakeSlack&, const std::string& user, const Json* answer);

} // namespace

std::string say(FakeSlack& slack, const std::string& user, const std::string& text) {
    auto& room = slack.workspace.dm(user);
    const auto ts = slack.workspace.fresh_ts(slack.clock.now());
    Post post;
    post.user = user;
    post.text = escaped(text);
    room.posts[ts] = post;
    deliver_event(slack, message_event(slack, user, room.id, ts, post.text));
    return ts;
}

void edit(FakeSlack& slack, const std::string& user, const std::string& ts, const std::string& text) {
    auto& room = slack.workspace.dm(user);
    auto& post = room.posts.at(ts);
    const auto before = message_event(slack, user, room.id, ts, post.text);
    post.text = escaped(text);
    ++post.edits;
    auto after = message_event(slack, user, room.id, ts, post.text);
    const auto now = slack.workspace.fresh_ts(slack.clock.now());
    after["edited"] = {{"user", user}, {"ts", now}};
    deliver_event(slack, {{"type", "message"},
                          {"subtype", "message_changed"},
                          {"hidden", true},
                          {"channel", room.id},
                          {"channel_type", "im"},
                          {"message", after},
                          {"previous_message", before},
                          {"ts", now},
                          {"event_ts", now}});
}

void remove(FakeSlack& slack, const std::string& user, const std::string& ts) {
    auto& room = slack.workspace.dm(user);
    const auto before = message_event(slack, user, room.id, ts, room.posts.at(ts).text);
    room.posts.erase(ts);
    const auto now = slack.workspace.fresh_ts(slack.clock.now());
    deliver_event(slack, {{"type", "message"},
                          {"subtype", "message_deleted"},
                          {"hidden", true},
                          {"channel", room.id},
                          {"channel_type", "im"},
                          {"previous_message", before},
                          {"deleted_ts", ts},
                          {"ts", now},
                          {"event_ts", now}});
}

void mention(FakeSlack& slack, const std::string& user, const std::string& channel, const std::string& text) {
    const auto ts = slack.workspace.fresh_ts(slack.clock.now());
    const auto whole = "<@" + slack.options.bot_user + "> " + escaped(text);
    auto message = message_event(slack, user, channel, ts, whole);
    message["channel_type"] = "channel";
    auto asking = message;
    asking["type"] = "app_mention";
    asking.erase("channel_type");
    const bool mention_first = slack.faults.happens(Fault::mention_first);
    deliver_event(slack, mention_first ? asking : message);
    deliver_event(slack, mention_first ? message : asking);
}

void open_chat(FakeSlack& slack, const std::string& user) {
    deliver_event(slack, {{"type", "app_home_opened"},
                          {"user", user},
                          {"channel", slack.workspace.dm(user).id},
                          {"tab", "messages"},
                          {"event_ts", slack.workspace.fresh_ts(slack.clock.now())}});
}

void open_home(FakeSlack& slack, const std::string& user) {
    Json event = {{"type", "app_home_opened"},
                  {"user", user},
                  {"channel", slack.workspace.dm(user).id},
                  {"tab", "home"},
                  {"event_ts", slack.workspace.fresh_ts(slack.clock.now())}};
    auto home = slack.workspace.homes.find(user);
    if (home != slack.workspace.homes.end()) event["view"] = view_as_sent(slack, home->second);
    deliver_event(slack, std::move(event));
}

void command(FakeSlack& slack, const std::string& user, const std::string& text, const std::string& channel) {
    const auto room = channel.empty() ? slack.workspace.dm(user).id : channel;
    const Json fields = {{"token", "old"},
                         {"team_id", slack.options.team},
                         {"team_domain", "fake"},
                         {"channel_id", room},
                         {"channel_name", channel.empty() ? "directmessage" : "general"},
                         {"user_id", user},
                         {"user_name", user},
                         {"command", "/vera"},
                         {"text", text},
                         {"api_app_id", slack.options.app},
                         {"is_enterprise_install", "false"},
                         {"response_url", "https://fake.example/commands/1"},
                         {"trigger_id", fresh_trigger(slack, user)}};
    deliver_command(slack, fields, [&slack, user](const Json* answer) { show_answer(slack, user, answer); });
}

void change_profile(FakeSlack& slack, const Person& person) {
    slack.workspace.people[person.id] = person;
    deliver_event(slack, {{"type", "user_change"},
                          {"user", profile_of(slack, person)},
                          {"cache_ts", 1},
                          {"event_ts", slack.workspace.fresh_ts(slack.clock.now())}});
}

void uninstall(FakeSlack& slack) {
    slack.uninstalled = true;
    const Json tokens = {{"type", "tokens_revoked"},
                         {"tokens", {{"oauth", Json::array()}, {"bot", Json::array({slack.options.bot_user})}}}};
    const Json gone = {{"type", "app_uninstalled"}};
    const bool revoked_last = slack.faults.happens(Fault::revoked_uninstall);
    deliver_event(slack, revoked_last ? gone : tokens);
    deliver_event(slack, revoked_last ? tokens : gone);
}

void revoke(FakeSlack& slack) { slack.revoked.insert(slack.options.bot_token); }

namespace {

Json message_event(const FakeSlack& slack, const std::string& user, const std::string& channel, const std::string& ts,
                   const std::string& text) {
    Json element = {{"type", "text"}, {"text", text}};
    Json section = {{"type", "rich_text_section"}, {"elements", Json::array({element})}};
    Json event = {{"type", "message"},
                  {"channel", channel},
                  {"channel_type", "im"},
                  {"user", user},
                  {"text", text},
                  {"ts", ts},
                  {"event_ts", ts},
                  {"client_msg_id", "client-" + ts},
                  {"team", team_of(slack, user)},
                  {"blocks", {{{"type", "rich_text"}, {"block_id", "b1"}, {"elements", Json::array({section})}}}}};
    if (team_of(slack, user) != slack.options.team) event["user_team"] = team_of(slack, user);
    return event;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '&')
            out += "&amp;";
        else if (letter == '<')
            out += "&lt;";
        else if (letter == '>')
            out += "&gt;";
        else
            out += letter;
    }
    return out;
}

void say_trouble(FakeSlack& slack, const std::string& user, const std::string& what) {
    slack.troubles[user].push_back(what);
}

void show_answer(FakeSlack& slack, const std::string& user, const Json* answer) {
    if (!answer) return say_trouble(slack, user, "operation_timeout");
    if (!answer->contains("text") && !answer->contains("blocks")) return;
    Post post;
    post.user = slack.options.bot_user;
    post.by_bot = post.only_for_one = true;
    post.text = answer->value("text", "");
    post.blocks = answer->value("blocks", Json::array());
    slack.workspace.dm(user).posts[slack.workspace.fresh_ts(slack.clock.now())] = post;
}

} // namespace

} // namespace vera::fake_slack
