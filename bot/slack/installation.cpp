#include "bot/slack/installation.hpp"

#include "core/text.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>

namespace vera::slack {

namespace {

using nlohmann::json;
using End = Installation::End;

constexpr auto unclear = "Slack's answer cannot be read; is SLACK_API_URL right, or is a proxy answering instead?";

HttpRequest request_to(const std::string& url, const std::string& token);
Installation unreachable(std::string trouble);
Installation wrong(std::string trouble);
std::optional<json> object_in(const std::string& body);
std::string text_of(const json& object, const char* name);
Installation refused(const std::string& error, const std::string& needed);
Installation read_answer(const HttpAnswer&);

} // namespace

boost::asio::awaitable<Installation> ask_installation(Http& http, std::string api_url, std::string bot_token) {
    auto end = co_await http.send(request_to(api_url + "auth.test", bot_token));
    co_return read_installation(end);
}

boost::asio::awaitable<Installation> ask_app_token(Http& http, std::string api_url, std::string app_token) {
    auto end = co_await http.send(request_to(api_url + "apps.connections.open", app_token));
    if (end.end != HttpEnd::End::answered) co_return unreachable("Slack cannot be reached: " + end.reason);
    auto found = read_answer(end.answer);
    co_return found;
}

Installation read_installation(const HttpEnd& end) {
    if (end.end != HttpEnd::End::answered) return unreachable("Slack cannot be reached: " + end.reason);
    auto found = read_answer(end.answer);
    if (found.end != End::good) return found;
    auto object = object_in(end.answer.body);
    found.self = {text_of(*object, "team_id"), "", text_of(*object, "user_id"), text_of(*object, "bot_id")};
    found.team_name = clean(text_of(*object, "team"));
    if (object->value("is_enterprise_install", json(false)) == json(true))
        return wrong("the app is installed for the whole organisation (Enterprise Grid), which Vera does not support; "
                     "install it in one workspace, and take the bot token of that");
    if (found.self.team.empty() || found.self.user.empty()) return unreachable(unclear);
    if (found.self.bot.empty()) return wrong("belongs to a person, not to a bot; the bot token begins with xoxb-");
    auto scopes = header(end.answer.headers, "x-oauth-scopes");
    found.scopes_told = !scopes.empty();
    for (auto scope : split(scopes, ",")) found.scopes.emplace(scope);
    return found;
}

namespace {

HttpRequest request_to(const std::string& url, const std::string& token) {
    HttpRequest request;
    request.target = url;
    request.headers = {{"authorization", "Bearer " + token}, {"content-type", "application/x-www-form-urlencoded"}};
    return request;
}

Installation read_answer(const HttpAnswer& answer) {
    if (answer.status == 429) return unreachable("Slack asks to wait before the next call");
    if (answer.status >= 500) return unreachable("Slack answers " + std::to_string(answer.status));
    auto object = object_in(answer.body);
    if (!object) return unreachable(unclear);
    if (object->value("ok", json(false)) != json(true))
        return refused(text_of(*object, "error"), text_of(*object, "needed"));
    Installation found;
    found.end = End::good;
    return found;
}

Installation refused(const std::string& error, const std::string& needed) {
    static const std::map<std::string, std::string> sentences = {
        {"invalid_auth", "Slack does not know this token; copy it again, whole"},
        {"not_authed", "no token arrived at Slack; does a proxy take headers away?"},
        {"account_inactive", "the app was removed from the workspace, or its bot was switched off; install it again"},
        {"token_revoked", "the token was taken back; install the app again and take the new one"},
        {"token_expired", "the token has expired; switch token rotation off (a new app is needed) or take a fresh one"},
        {"not_allowed_token_type", "this kind of token does not belong here"},
        {"org_login_required", "the workspace is moving into an organisation; try again when that is done"},
        {"team_access_not_granted", "the app is not allowed in this workspace; an administrator has to approve it"},
        {"ekm_access_denied", "the organisation's own key keeps Slack from answering; ask its administrators"},
    };
    auto sentence = sentences.find(error);
    if (sentence != sentences.end()) return wrong(sentence->second);
    if (error == "missing_scope") return wrong("lacks the scope " + clean(needed));
    if (error == "ratelimited" || error == "internal_error" || error == "fatal_error" ||
        error == "service_unavailable" || error == "request_timeout")
        return unreachable("Slack has trouble of its own (" + error + ")");
    return wrong("Slack refuses it (" + shorten(clean(error), 60) + ")");
}

Installation unreachable(std::string trouble) {
    Installation found;
    found.trouble = std::move(trouble);
    return found;
}

Installation wrong(std::string trouble) {
    auto found = unreachable(std::move(trouble));
    found.end = End::wrong;
    return found;
}

std::optional<json> object_in(const std::string& body) {
    auto read = json::parse(body, nullptr, false);
    if (!read.is_object()) return std::nullopt;
    return read;
}

std::string text_of(const json& object, const char* name) {
    auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

} // namespace

} // namespace vera::slack
