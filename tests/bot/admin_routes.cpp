// Health, readiness and figures, as a supervisor sees them.
#include "bot/admin_routes.hpp"

#include "bot/metrics.hpp"
#include "tests/bot/awaited.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

boost::asio::awaitable<std::string> said(std::string text) { co_return text; }
boost::asio::awaitable<std::string> broken() {
    throw std::runtime_error("CanaryWord");
    co_return "";
}

HttpAnswer ask(const AdminRoutes& routes, const std::string& target, const std::string& method = "GET") {
    boost::asio::io_context network;
    HttpRequest request;
    request.method = method;
    request.target = target;
    return rig::awaited(network, routes.answer(request));
}

} // namespace

TEST_CASE("the admin listener tells alive, ready and the figures, and nothing else", "[admin]") {
    AdminRoutes routes{[] { return said(""); }, [] { return said("figures"); }};
    CHECK(ask(routes, "/healthz").status == 200);
    CHECK(ask(routes, "/readyz").status == 200);
    CHECK(ask(routes, "/metrics?x=1").body == "figures");
    CHECK(ask(routes, "/").status == 404);
    CHECK(ask(routes, "/slack/events").status == 404);
    CHECK(ask(routes, "/healthz", "POST").status == 405);
}

TEST_CASE("what is not ready says why in one sentence, alive all the same", "[admin]") {
    AdminRoutes routes{[] { return said("no link to Slack is ready"); }, [] { return broken(); }};
    auto ready = ask(routes, "/readyz");
    CHECK(ready.status == 503);
    CHECK(ready.body == "no link to Slack is ready\n");
    CHECK(ask(routes, "/healthz").status == 200);
    auto metrics = ask(routes, "/metrics");
    CHECK(metrics.status == 503);
    CHECK(metrics.body.find("Canary") == std::string::npos);
}

TEST_CASE("every figure has its name, its unit and its label", "[metrics]") {
    Metrics metrics;
    metrics.turn(Outcome::End::done);
    metrics.turn(Outcome::End::done);
    metrics.turn(Outcome::End::failed);
    metrics.acked(std::chrono::milliseconds(30));
    metrics.posted(Attempt::End::ambiguous);
    metrics.limited("chat.postMessage");
    metrics.connections_seen(3);
    metrics.text({0, {}, 0, {{"own_message", 1}}});
    auto text = metrics.text({2, std::chrono::milliseconds(1'500), 7, {{"own_message", 3}}});
    for (auto* line : {"vera_turns_total{outcome=\"done\"} 2", "vera_turns_total{outcome=\"failed\"} 1",
                       "vera_events_ignored_total{reason=\"own_message\"} 3", "vera_ack_seconds_bucket{le=\"0.025\"} 0",
                       "vera_ack_seconds_bucket{le=\"0.05\"} 1", "vera_posts_total{end=\"ambiguous\"} 1",
                       "vera_slack_limited_total{method=\"chat.postMessage\"} 1", "vera_slack_connections 3",
                       "vera_slack_links_open 2", "vera_slack_last_frame_age_seconds 1.5", "vera_outbox_waiting 7"})
        CHECK_THAT(text, ContainsSubstring(line));
}

TEST_CASE("labels that nobody counted on cannot grow without end", "[metrics]") {
    Metrics metrics;
    for (std::size_t i = 100; i < 100 + 2 * max_label_values; ++i) metrics.limited("method" + std::to_string(i));
    auto text = metrics.text({});
    CHECK_THAT(text, ContainsSubstring("{method=\"other\"} 100"));
    CHECK(text.find("method250") == text.npos);
}

} // namespace vera
