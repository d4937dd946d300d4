#include "bot/slack/posting.hpp"

#include "bot/slack/blocks.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace vera::slack {

namespace {

using nlohmann::json;

constexpr auto metadata_type = "vera_message";
constexpr int look_back = 100; // messages

const Attempt nobody_knows_who{Attempt::End::retry, "", Duration{0}, "Slack does not say who its reader is"};

// Whether a second call does what one does.
enum class Twice { harmless, shown_twice };

boost::asio::awaitable<Attempt> post_home(Workspace&, std::string user, Message);
boost::asio::awaitable<Attempt> post_edit(Workspace&, Message, std::string platform_id);
boost::asio::awaitable<Attempt> post_new(Workspace&, Chats&, std::string user, Message);
boost::asio::awaitable<Lookup> find_new(Workspace&, Chats&, std::string user, MessageId);
bool at_home(const Message&);
std::string home_arguments(const std::string& user, const Message&);
std::string edit_arguments(const Message&, const std::string& channel, const std::string& ts);
std::string new_arguments(const Message&, const std::string& channel);
json drawn(const Message&, const std::string& channel);
Lookup not_found(const ApiEnd&);
Attempt refused(const std::string& reason);
Attempt attempt_of(const ApiEnd&, Twice);
bool can_be_mended(const std::string& code);
bool is_channel_gone(const std::string& code);
std::string platform_id(const std::string& channel, const std::string& body);
std::string ts_of_message(const std::string& body, const MessageId&);

} // namespace

boost::asio::awaitable<Attempt> post_message(Workspace& workspace, Chats& chats, Members& members, Outbound out) {
    auto user = user_of(out.message.conversation);
    if (user.empty()) co_return refused("its conversation is no chat of Slack's");
    if (!out.workspace.empty() && out.workspace != workspace.self.team)
        co_return refused("it is for another workspace");
    auto reader = co_await members.judge(user, workspace.self.team);
    if (reader.verdict == Verdict::refused) co_return refused("its reader may not talk to Vera any more");
    if (reader.verdict == Verdict::cannot_say) co_return nobody_knows_who;
    Attempt attempt;
    if (at_home(out.message))
        attempt = co_await post_home(workspace, user, std::move(out.message));
    else if (!out.edits_platform_id.empty())
        attempt = co_await post_edit(workspace, std::move(out.message), out.edits_platform_id);
    else if (!out.message.edits.empty())
        attempt = refused("the message that it edits was not shown");
    else
        attempt = co_await post_new(workspace, chats, user, std::move(out.message));
    co_return attempt;
}

boost::asio::awaitable<Lookup> find_message(Workspace& workspace, Chats& chats, Outbound out) {
    Lookup lookup;
    lookup.end = Lookup::End::absent; // what may be done twice need not be looked for
    if (at_home(out.message) || !out.message.edits.empty()) co_return lookup;
    auto user = user_of(out.message.conversation);
    lookup = co_await find_new(workspace, chats, user, out.message.id);
    co_return lookup;
}

namespace {

boost::asio::awaitable<Attempt> post_home(Workspace& workspace, std::string user, Message message) {
    auto arguments = home_arguments(user, message);
    auto end = co_await workspace.call("views.publish", std::move(arguments));
    auto attempt = attempt_of(end, Twice::harmless);
    if (attempt.end == Attempt::End::sent) attempt.platform_id = "home/" + user;
    co_return attempt;
}

boost::asio::awaitable<Attempt> post_edit(Workspace& workspace, Message message, std::string platform_id) {
    auto slash = platform_id.find('/');
    if (slash == platform_id.npos) co_return refused("the message that it edits has no place at Slack");
    auto arguments = edit_arguments(message, platform_id.substr(0, slash), platform_id.substr(slash + 1));
    auto end = co_await workspace.call("chat.update", std::move(arguments));
    auto attempt = attempt_of(end, Twice::harmless);
    attempt.platform_id = platform_id;
    co_return attempt;
}

boost::asio::awaitable<Attempt> post_new(Workspace& workspace, Chats& chats, std::string user, Message message) {
    auto found = co_await chats.channel_of(user);
    if (found.channel.empty()) co_return attempt_of(found.end, Twice::harmless);
    auto arguments = new_arguments(message, found.channel);
    auto end = co_await workspace.call("chat.postMessage", std::move(arguments), found.channel);
    if (is_channel_gone(end.error)) chats.forget(user); // it may have got another one: for the next message
    auto attempt = attempt_of(end, Twice::shown_twice);
    if (attempt.end == Attempt::End::sent) attempt.platform_id = platform_id(found.channel, end.body);
    if (attempt.end == Attempt::End::sent && attempt.platform_id.empty()) attempt.end = Attempt::End::ambiguous;
    co_return attempt;
}

boost::asio::awaitable<Lookup> find_new(Workspace& workspace, Chats& chats, std::string user, MessageId id) {
    Lookup lookup;
    auto found = co_await chats.channel_of(user);
    if (found.channel.empty()) co_return not_found(found.end);
    json arguments = {{"channel", found.channel}, {"limit", look_back}, {"include_all_metadata", true}};
    auto text = arguments.dump();
    auto end = co_await workspace.call("conversations.history", std::move(text));
    if (end.end != ApiEnd::End::ok) co_return not_found(end);
    auto ts = ts_of_message(end.body, id);
    lookup.end = ts.empty() ? Lookup::End::absent : Lookup::End::found;
    if (!ts.empty()) lookup.platform_id = found.channel + "/" + ts;
    co_return lookup;
}

bool at_home(const Message& message) { return message.surface == Surface::home; }

std::string home_arguments(const std::string& user, const Message& message) {
    json arguments = {{"user_id", user}, {"view", json::parse(draw_home(message))}};
    return arguments.dump(-1, ' ', false, json::error_handler_t::replace);
}

// Text and blocks always together: one without the other wipes the other.
std::string edit_arguments(const Message& message, const std::string& channel, const std::string& ts) {
    auto arguments = drawn(message, channel);
    arguments["ts"] = ts;
    return arguments.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string new_arguments(const Message& message, const std::string& channel) {
    auto arguments = drawn(message, channel);
    arguments["unfurl_links"] = false;
    arguments["unfurl_media"] = false;
    arguments["metadata"] = {{"event_type", metadata_type}, {"event_payload", {{"id", message.id.text()}}}};
    return arguments.dump(-1, ' ', false, json::error_handler_t::replace);
}

json drawn(const Message& message, const std::string& channel) {
    auto picture = draw(message);
    json arguments = {{"channel", channel}, {"text", picture.text}};
    arguments["blocks"] = json::parse(picture.blocks);
    return arguments;
}

// Slack says no, or it does not say anything just now.
Lookup not_found(const ApiEnd& end) {
    auto never = end.end == ApiEnd::End::refused;
    return {never ? Lookup::End::cannot : Lookup::End::later, ""};
}

Attempt refused(const std::string& reason) { return {Attempt::End::refused, "", Duration{0}, reason}; }

Attempt attempt_of(const ApiEnd& end, Twice twice) {
    switch (end.end) {
    case ApiEnd::End::ok:
        return {Attempt::End::sent, "", Duration{0}, ""};
    case ApiEnd::End::limited:
        return {Attempt::End::retry, "", end.wait, end.error};
    case ApiEnd::End::dead:
        return {Attempt::End::retry, "", dead_wait, end.error};
    case ApiEnd::End::not_sent:
        return {Attempt::End::retry, "", Duration{0}, end.error};
    case ApiEnd::End::unsure:
        return {twice == Twice::harmless ? Attempt::End::retry : Attempt::End::ambiguous, "", Duration{0}, end.error};
    case ApiEnd::End::refused:
        break;
    }
    if (can_be_mended(end.error)) return {Attempt::End::retry, "", dead_wait, end.error};
    return refused(end.error);
}

// By the operator, at Slack: nothing a user said may be lost to it.
bool can_be_mended(const std::string& code) {
    static const std::set<std::string> codes = {"missing_scope", "not_allowed_token_type", "no_permission",
                                                "messages_tab_disabled"};
    return codes.contains(code);
}

bool is_channel_gone(const std::string& code) { return code == "channel_not_found" || code == "is_archived"; }

std::string platform_id(const std::string& channel, const std::string& body) {
    auto answer = json::parse(body, nullptr, false);
    auto ts = answer.is_object() ? answer.value("ts", json()) : json();
    return ts.is_string() ? channel + "/" + ts.get<std::string>() : "";
}

std::string ts_of_message(const std::string& body, const MessageId& id) {
    static const auto type = json::json_pointer("/metadata/event_type");
    static const auto payload = json::json_pointer("/metadata/event_payload/id");
    auto answer = json::parse(body, nullptr, false);
    auto messages = answer.is_object() ? answer.value("messages", json::array()) : json::array();
    for (const auto& message : messages) {
        if (!message.is_object() || !message.contains(type) || !message.contains(payload)) continue;
        auto ours = message.at(type) == metadata_type && message.at(payload) == id.text();
        if (ours && message.value("ts", json()).is_string()) return message.at("ts").get<std::string>();
    }
    return "";
}

} // namespace

} // namespace vera::slack
