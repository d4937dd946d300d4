#include "bot/slack/api_wire.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

namespace vera::slack {

namespace {

using nlohmann::json;
using Codes = std::set<std::string, std::less<>>;

// They read no JSON body: docs.slack.dev, the methods' pages. apps.connections.open wants an empty one.
const Codes form_methods = {"apps.connections.open",
                            "conversations.history",
                            "conversations.info",
                            "conversations.list",
                            "conversations.members",
                            "users.info",
                            "users.list",
                            "users.lookupByEmail"};
const Codes dead_codes = {"account_inactive", "app_uninstalled",    "invalid_auth",
                          "not_authed",       "org_login_required", "team_access_not_granted",
                          "token_expired",    "token_revoked",      "two_factor_setup_required"};
const Codes unsure_codes = {"external_channel_migrating", "fatal_error",      "internal_error", "request_timeout",
                            "service_unavailable",        "team_added_to_org"};
const Codes limited_codes = {"rate_limited", "ratelimited"};

std::string form_of(const json& arguments);
void append_escaped(std::string& form, std::string_view text);
ApiEnd read_body(const HttpAnswer&);
ApiEnd not_slacks(int status);
ApiEnd read_error(const json& body, const Headers&);
Duration retry_after(const Headers&);
std::string code(const json& body, const char* name);

} // namespace

HttpRequest api_request(const std::string& url, const std::string& token, const std::string& method,
                        const std::string& arguments) {
    HttpRequest request;
    request.target = url + method;
    request.timeout = api_timeout;
    auto form = form_methods.contains(method);
    request.headers = {
        {"authorization", "Bearer " + token},
        {"content-type", form ? "application/x-www-form-urlencoded" : "application/json; charset=utf-8"}};
    request.body = form ? form_of(json::parse(arguments)) : arguments;
    return request;
}

ApiEnd read_answer(HttpEnd end) {
    switch (end.end) {
    case HttpEnd::End::not_sent:
        return {ApiEnd::End::not_sent, end.reason, "", Duration{0}, ""};
    case HttpEnd::End::unsure:
        return {ApiEnd::End::unsure, end.reason, "", Duration{0}, ""};
    case HttpEnd::End::answered:
        break;
    }
    if (end.answer.status == 429) return {ApiEnd::End::limited, "http_429", "", retry_after(end.answer.headers), ""};
    return read_body(end.answer);
}

namespace {

std::string form_of(const json& arguments) {
    std::string form;
    for (const auto& [name, value] : arguments.items()) {
        if (!form.empty()) form += '&';
        append_escaped(form, name);
        form += '=';
        append_escaped(form, value.is_string() ? value.get<std::string>() : value.dump());
    }
    return form;
}

void append_escaped(std::string& form, std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    for (auto c : text) {
        auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != plain.npos) {
            form += c;
        } else {
            form += '%';
            form += hex[byte >> 4];
            form += hex[byte & 15];
        }
    }
}

ApiEnd read_body(const HttpAnswer& answer) {
    auto body = json::parse(answer.body, nullptr, false);
    if (answer.status >= 500 || !body.is_object() || !body.contains("ok") || !body.at("ok").is_boolean())
        return not_slacks(answer.status);
    if (!body.at("ok").get<bool>()) return read_error(body, answer.headers);
    return {ApiEnd::End::ok, "", "", Duration{0}, answer.body};
}

// A 3xx or 4xx without Slack's JSON is a proxy's or a login page's: the call never got to Slack.
ApiEnd not_slacks(int status) {
    auto on_the_way = status >= 300 && status < 500 && status != 408;
    auto error = status == 200 ? "cut_answer" : "http_" + std::to_string(status);
    return {on_the_way ? ApiEnd::End::not_sent : ApiEnd::End::unsure, error, "", Duration{0}, ""};
}

ApiEnd read_error(const json& body, const Headers& headers) {
    ApiEnd end{ApiEnd::End::refused, code(body, "error"), code(body, "needed"), Duration{0}, ""};
    if (limited_codes.contains(end.error)) {
        end.end = ApiEnd::End::limited;
        end.wait = retry_after(headers);
    }
    if (dead_codes.contains(end.error)) end.end = ApiEnd::End::dead;
    if (unsure_codes.contains(end.error)) end.end = ApiEnd::End::unsure;
    return end;
}

Duration retry_after(const Headers& headers) {
    auto text = header(headers, "retry-after");
    int seconds = 0;
    auto* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, seconds);
    auto good = !text.empty() && read.ec == std::errc{} && read.ptr == end && seconds >= 1 && seconds <= 86'400;
    return good ? std::chrono::seconds{seconds} : default_retry_after;
}

// It goes into the log: only what a code or a list of scopes consists of.
std::string code(const json& body, const char* name) {
    auto found = body.find(name);
    if (found == body.end() || !found->is_string()) return "";
    auto text = found->get<std::string>().substr(0, 100);
    constexpr std::string_view good = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:,-";
    std::erase_if(text, [&](char c) { return good.find(c) == good.npos; });
    return text;
}

} // namespace

} // namespace vera::slack
