// vera serve on real sockets, beside the fake Slack: from the first look at the token to the last word.
#include "tests/slack/served.hpp"

#include "bot/slack/scopes.hpp"
#include "bot/slack_check.hpp"

namespace vera {

namespace {

using served::Office;

std::string all(const CheckedAll& checked) {
    std::string text;
    for (auto& problem : checked.problems) text += problem.where + ": " + problem.what + "\n";
    for (auto& note : checked.notes) text += "note: " + note + "\n";
    return text;
}

} // namespace

TEST_CASE("a talk in Slack goes through the whole house, and ends cleanly", "[serve]") {
    Office office;
    office.start();
    CHECK(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 200; }));
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.reads("Who decides about this at Nordkai?"));
    auto figures = office.get("/metrics", office.vera->admin_port()).body;
    CHECK_THAT(figures, ContainsSubstring("vera_turns_total{outcome=\"done\"}"));
    CHECK_THAT(figures, ContainsSubstring("vera_slack_links_open 1"));
    CHECK_THAT(figures, ContainsSubstring("vera_slack_connections 1"));
    CHECK(figures.find("Nordkai") == figures.npos);
    CHECK(figures.find("LEO") == figures.npos);
    CHECK(office.stopped());
    CHECK_FALSE(office.vera->failure());
    CHECK_FALSE(office.vera->refusal());
    CHECK(office.slack.links.empty()); // closed with a goodbye: no ghost
}

TEST_CASE("what was said while nobody served is answered at the next start", "[serve]") {
    Office office;
    office.start();
    say(office.slack, "LEO", "new Nordkai");
    REQUIRE(office.reads("Who decides about this at Nordkai?"));
    REQUIRE(office.stopped());
    office.vera.reset();
    office.slack.socket_mode = false; // nothing comes by itself
    say(office.slack, "LEO", "Ingrid Aas, COO, last word; Petra Lund, with us");
    office.slack.socket_mode = true;
    office.start();
    CHECK(office.reads("Here is who I have at Nordkai"));
    CHECK(office.stopped());
}

TEST_CASE("a token that Slack takes back is told by readyz, and everything else goes on", "[serve]") {
    Office office;
    office.start();
    REQUIRE(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 200; }));
    revoke(office.slack); // noticed with the next thing that Vera wants to say
    say(office.slack, "LEO", "new Nordkai");
    CHECK(office.until([&] { return office.get("/readyz", office.vera->admin_port()).status == 503; }));
    CHECK_THAT(office.get("/readyz", office.vera->admin_port()).body, ContainsSubstring("Slack: "));
    CHECK(office.get("/healthz", office.vera->admin_port()).status == 200);
    CHECK(office.stopped());
}

TEST_CASE("an app-level token that is none ends the server with a sentence", "[serve]") {
    Office office;
    office.settings.serving.app_token = "xapp-other";
    office.start();
    CHECK(office.until([&] { return office.vera->refusal().has_value(); }));
    CHECK(office.vera->refusal()->where == "SLACK_APP_TOKEN");
}

TEST_CASE("an address that somebody has, and a home that another Vera has, are told", "[serve]") {
    Office office;
    office.start();
    Office other;
    other.settings.serving.admin_listen = "127.0.0.1:" + std::to_string(office.vera->admin_port());
    CHECK_THROWS_WITH(other.start(), ContainsSubstring(std::to_string(office.vera->admin_port())));
    Office same;
    same.settings.home = office.settings.home;
    CHECK_THROWS_WITH(same.start(), ContainsSubstring("serves from this home already"));
}

TEST_CASE("a check says the workspace, and each scope that is missing with what is lost", "[serve]") {
    Office office;
    auto good = office.awaited(ask_slack(office.settings.serving, *office.http));
    CHECK(all(good) == "note: Slack: the workspace \"Fake\" (T0WORK)\n");
    office.slack.options.scopes.erase("im:history");
    office.slack.options.scopes.erase("users:read.email");
    office.settings.serving.allow = {"leo@example.com"};
    auto bad = all(office.awaited(ask_slack(office.settings.serving, *office.http)));
    CHECK_THAT(bad, ContainsSubstring("lacks the scope im:history, so Vera hears nothing that is typed"));
    CHECK_THAT(bad, ContainsSubstring("lacks the scope users:read.email"));
    CHECK(std::count(bad.begin(), bad.end(), '\n') == 3);
}

TEST_CASE("a check of a wrong token, of nobody there and of nothing set", "[serve]") {
    Office office;
    auto serving = office.settings.serving;
    serving.bot_token = "xoxb-other";
    serving.app_token = "xapp-other";
    auto wrong = all(office.awaited(ask_slack(serving, *office.http)));
    CHECK_THAT(wrong, ContainsSubstring("SLACK_BOT_TOKEN: ") && ContainsSubstring("SLACK_APP_TOKEN: "));
    CHECK(wrong.find("other") == wrong.npos);
    serving.api_url = "http://127.0.0.1:1/api/";
    auto nobody = all(office.awaited(ask_slack(serving, *office.http)));
    CHECK_THAT(nobody, ContainsSubstring("Slack: Slack cannot be reached"));
    CHECK(all(office.awaited(ask_slack({}, *office.http))) ==
          "note: Slack is not configured: SLACK_BOT_TOKEN is not set\n");
    serving.problems = {{"SLACK_ALLOW", "is wrong"}};
    CHECK(all(office.awaited(ask_slack(serving, *office.http))) == "SLACK_ALLOW: is wrong\n");
}

} // namespace vera
