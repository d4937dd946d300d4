#include "bot/slack_routes.hpp"

#include "bot/slack/signature.hpp"

#include <optional>

namespace vera {

namespace {

using slack::Door;

std::optional<Door> door_of(std::string_view target);
bool is_certificate_probe(Door, std::string_view body);
slack::Inbound read(Door, const std::string& body, const slack::Self&, Time now);
bool is_unreadable(const slack::Inbound&);
HttpAnswer plain(int status, std::string body = "");
HttpAnswer answer_of(const slack::Ack&);

} // namespace

boost::asio::awaitable<HttpAnswer> SlackRoutes::answer(HttpRequest request) const {
    auto door = door_of(request.target);
    if (!door || signing_secrets.empty()) co_return plain(404);
    if (request.method != "POST") co_return plain(405);
    auto now = clock.now();
    auto timestamp = header(request.headers, "x-slack-request-timestamp");
    auto signature = header(request.headers, "x-slack-signature");
    if (!slack::is_signed(signing_secrets, timestamp, signature, request.body, now))
        co_return plain(is_certificate_probe(*door, request.body) ? 200 : 401);
    auto inbound = read(*door, request.body, self, now);
    if (is_unreadable(inbound)) co_return plain(400);
    if (auto* challenge = std::get_if<slack::Challenge>(&inbound.what)) co_return plain(200, challenge->text);
    auto ack = co_await take(std::move(inbound));
    co_return answer_of(ack);
}

namespace {

std::optional<Door> door_of(std::string_view target) {
    auto path = target.substr(0, target.find('?'));
    if (path == "/slack/events") return Door::events;
    if (path == "/slack/interactions") return Door::interactions;
    if (path == "/slack/commands") return Door::commands;
    return std::nullopt;
}

// Slack looks at the certificate of a command's address with an unsigned form, and wants a 200 for it.
bool is_certificate_probe(Door door, std::string_view body) {
    return door == Door::commands && (body.starts_with("ssl_check=1") || body.find("&ssl_check=1") != body.npos);
}

slack::Inbound read(Door door, const std::string& body, const slack::Self& self, Time now) {
    return door == Door::events ? slack::read_payload(door, body, self, now)
                                : slack::read_form_body(door, body, self, now);
}

bool is_unreadable(const slack::Inbound& inbound) {
    auto* ignored = std::get_if<slack::Ignored>(&inbound.what);
    return ignored && ignored->reason == "not_json";
}

HttpAnswer plain(int status, std::string body) { return {status, {{"content-type", "text/plain"}}, std::move(body)}; }

// Anything but a 2xx makes Slack send an event again.
HttpAnswer answer_of(const slack::Ack& ack) {
    if (!ack.acknowledge) return plain(503);
    if (ack.payload.empty()) return plain(200);
    return {200, {{"content-type", "application/json"}}, ack.payload};
}

} // namespace

} // namespace vera
