#include "tests/fake_slack/delivery.hpp"

#include "tests/fake_slack/form.hpp"
#include "tests/fake_slack/links.hpp"

#include <openssl/hmac.h>

#include <array>

namespace vera::fake_slack {

namespace {

constexpr std::array<Duration, 3> retry_waits = {std::chrono::milliseconds{100}, std::chrono::minutes{1},
                                                 std::chrono::minutes{5}};
constexpr auto form_type = "application/x-www-form-urlencoded";

void try_event(FakeSlack&, Json wrapped, int attempt);
void hand_over(FakeSlack&, const std::string& type, const std::string& path, const Json& payload, int attempt, Ended);
void send_request(FakeSlack&, HttpRequest, Ended);
Json wrapped(FakeSlack&, Json event);

} // namespace

std::string deliver_event(FakeSlack& slack, Json event) {
    auto whole = wrapped(slack, std::move(event));
    std::string id = whole.at("event_id");
    Duration wait{0};
    if (slack.faults.happens(Fault::event_late)) wait = Duration{slack.faults.random.between(1, 60'000)};
    const auto start = [&slack](Duration after, const Json& event_wrapper) {
        ++slack.deliveries;
        slack.agenda.after(after, [&slack, event_wrapper] { try_event(slack, event_wrapper, 0); });
    };
    start(wait, whole);
    if (slack.faults.happens(Fault::fresh_event_id)) {
        whole["event_id"] = slack.workspace.fresh("Ev");
        start(wait + Duration{slack.faults.random.between(0, 5'000)}, whole);
    }
    return id;
}

void deliver_interaction(FakeSlack& slack, Json payload, Ended ended) {
    ++slack.deliveries;
    hand_over(slack, "interactive", "/slack/interactions", payload, 0, [&slack, ended](const Json* answer) {
        --slack.deliveries;
        ended(answer);
    });
}

void deliver_command(FakeSlack& slack, Json fields, Ended ended) {
    ++slack.deliveries;
    hand_over(slack, "slash_commands", "/slack/commands", fields, 0, [&slack, ended](const Json* answer) {
        --slack.deliveries;
        ended(answer);
    });
}

HttpRequest signed_request(const FakeSlack& slack, const std::string& path, const std::string& type, std::string body) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(slack.clock.now()).time_since_epoch().count();
    const auto base = "v0:" + std::to_string(seconds) + ":" + body;
    const auto& secret = slack.options.signing_secret;
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(base.data()), base.size(), digest.data(), &length);
    std::string signature = "v0=";
    for (const auto byte : digest) signature += {"0123456789abcdef"[byte / 16], "0123456789abcdef"[byte % 16]};
    HttpRequest request;
    request.target = path;
    request.headers = {{"content-type", type},
                       {"x-slack-request-timestamp", std::to_string(seconds)},
                       {"x-slack-signature", signature}};
    request.body = std::move(body);
    request.timeout = ack_window;
    return request;
}

namespace {

void try_event(FakeSlack& slack, Json event, int attempt) {
    hand_over(slack, "events_api", "/slack/events", event, attempt, [&slack, event, attempt](const Json* answer) {
        const auto tries = static_cast<std::size_t>(attempt);
        if (answer || tries == retry_waits.size()) {
            --slack.deliveries;
            return;
        }
        slack.agenda.after(retry_waits[tries], [&slack, event, attempt] { try_event(slack, event, attempt + 1); });
    });
}

void hand_over(FakeSlack& slack, const std::string& type, const std::string& path, const Json& payload, int attempt,
               Ended ended) {
    if (!slack.socket_mode) {
        const bool event = type == "events_api";
        const auto body =
            event ? written(payload) : form_body(type == "interactive" ? Json{{"payload", written(payload)}} : payload);
        auto request = signed_request(slack, path, event ? "application/json" : form_type, body);
        if (attempt > 0) {
            request.headers.emplace_back("x-slack-retry-num", std::to_string(attempt));
            request.headers.emplace_back("x-slack-retry-reason", "http_timeout");
        }
        return send_request(slack, std::move(request), std::move(ended));
    }
    Json envelope = {{"envelope_id", slack.workspace.fresh("envelope-")},
                     {"type", type},
                     {"accepts_response_payload", type != "events_api"},
                     {"payload", payload}};
    if (type == "events_api") {
        envelope["retry_attempt"] = attempt;
        envelope["retry_reason"] = attempt > 0 ? "timeout" : "";
    }
    send_envelope(slack, std::move(envelope), std::move(ended));
}

void send_request(FakeSlack& slack, HttpRequest request, Ended ended) {
    slack.post(std::move(request), [ended = std::move(ended)](HttpEnd end) {
        const bool good = end.end == HttpEnd::End::answered && end.answer.status / 100 == 2;
        auto body = Json::parse(end.answer.body, nullptr, false);
        if (!body.is_object()) body = Json::object();
        ended(good ? &body : nullptr);
    });
}

Json wrapped(FakeSlack& slack, Json event) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(slack.clock.now()).time_since_epoch().count();
    return {{"type", "event_callback"},
            {"token", "old"},
            {"team_id", slack.options.team},
            {"api_app_id", slack.options.app},
            {"event", std::move(event)},
            {"event_id", slack.workspace.fresh("Ev")},
            {"event_time", seconds},
            {"is_ext_shared_channel", false},
            {"authorizations",
             {{{"enterprise_id", nullptr},
               {"team_id", slack.options.team},
               {"user_id", slack.options.bot_user},
               {"is_bot", true},
               {"is_enterprise_install", false}}}}};
}

} // namespace

} // namespace vera::fake_slack
