// What keeps `vera serve` from serving, each with the words an administrator needs; and what they ask a running one.
#include "tests/slack/program.hpp"
#include "tests/support/catch.hpp"

namespace vera::program {

namespace {

constexpr int wrong_usage = 2;

} // namespace

TEST_CASE("without tokens the server names both variables and where to get them", "[serve]") {
    Desk desk;
    desk.environment.erase("SLACK_BOT_TOKEN");
    desk.environment.erase("SLACK_APP_TOKEN");
    CHECK(desk.refused() == wrong_usage);
    CHECK_THAT(desk.log(), ContainsSubstring("SLACK_BOT_TOKEN: is missing") &&
                               ContainsSubstring("OAuth & Permissions") &&
                               ContainsSubstring("SLACK_APP_TOKEN: is missing, and SLACK_SIGNING_SECRET too") &&
                               ContainsSubstring("connections:write"));
}

TEST_CASE("a user's token, a missing one and a wrong address are told together", "[serve]") {
    Desk desk;
    desk.environment["SLACK_BOT_TOKEN"] = "xoxp-1-2-3";
    desk.environment.erase("SLACK_APP_TOKEN");
    desk.environment["VERA_LISTEN"] = "8080";
    CHECK(desk.refused() == wrong_usage);
    CHECK_THAT(desk.log(), ContainsSubstring("SLACK_BOT_TOKEN: is a user token (xoxp-)") &&
                               ContainsSubstring("SLACK_APP_TOKEN: is missing") && ContainsSubstring("VERA_LISTEN: "));
    CHECK(desk.slack.calls.empty());
}

TEST_CASE("two tokens that Slack does not know are told together, and not shown", "[serve]") {
    Desk desk;
    desk.environment["SLACK_BOT_TOKEN"] = "xoxb-other";
    desk.environment["SLACK_APP_TOKEN"] = "xapp-other";
    CHECK(desk.refused() == wrong_usage);
    CHECK_THAT(desk.log(), ContainsSubstring("SLACK_BOT_TOKEN: Slack does not know this token") &&
                               ContainsSubstring("SLACK_APP_TOKEN: Slack does not know this token"));
    CHECK(desk.log().find("other") == std::string::npos);
}

TEST_CASE("an app-level token alone that Slack does not know ends the server", "[serve]") {
    Desk desk;
    desk.environment["SLACK_APP_TOKEN"] = "xapp-other";
    CHECK(desk.refused() == wrong_usage);
    CHECK_THAT(desk.log(), ContainsSubstring("SLACK_APP_TOKEN: ") && ContainsSubstring("connections:write"));
}

TEST_CASE("an installation for a whole organisation is refused with what to do", "[serve]") {
    Desk desk;
    desk.slack.options.org_wide = true;
    CHECK(desk.refused() == wrong_usage);
    CHECK_THAT(desk.log(), ContainsSubstring("installed for the whole organisation (Enterprise Grid)") &&
                               ContainsSubstring("install it in one workspace"));
}

TEST_CASE("without a vital scope the server ends, without another it says what is lost", "[serve]") {
    Desk deaf;
    deaf.slack.options.scopes.erase("im:history");
    deaf.slack.options.scopes.erase("users:read");
    CHECK(deaf.refused() == wrong_usage);
    CHECK_THAT(deaf.log(), ContainsSubstring("SLACK_BOT_TOKEN: lacks the scope im:history") &&
                               ContainsSubstring("SLACK_BOT_TOKEN: lacks the scope users:read") &&
                               ContainsSubstring("add it under OAuth & Permissions"));
    Desk narrow;
    narrow.slack.options.scopes.erase("groups:read");
    narrow.start();
    CHECK_THAT(narrow.log(), ContainsSubstring("lacks the scope groups:read, so Vera does not learn"));
    auto checking = narrow.run({"check"});
    REQUIRE(narrow.until([&] { return checking->ended().has_value(); }));
    CHECK(checking->ended() == wrong_usage);
    CHECK_THAT(checking->written(), ContainsSubstring("SLACK_BOT_TOKEN: lacks the scope groups:read, so Vera does"));
    CHECK(narrow.stop() == 0);
}

TEST_CASE("a check and an export reach the running server", "[serve]") {
    Desk desk;
    desk.start();
    say(desk.slack, "LEO", "new Nordkai");
    REQUIRE(desk.reads("Who decides about this at Nordkai?"));
    auto checking = desk.run({"check"});
    REQUIRE(desk.until([&] { return checking->ended().has_value(); }));
    CHECK(checking->ended() == 0);
    CHECK_THAT(checking->out(), ContainsSubstring("Vera is running as process " + desk.vera->id()) &&
                                    ContainsSubstring("Slack: the workspace \"Fake\" (T0WORK)") &&
                                    ContainsSubstring("a link to Slack is ready") && ContainsSubstring("all fine"));
    CHECK(checking->out().find("\n\n") == std::string::npos);
    auto exporting = desk.run({"export", "Nordkai", "--user", "slack:T0WORK/LEO"});
    REQUIRE(desk.until([&] { return exporting->ended().has_value(); }));
    CHECK(exporting->ended() == 0);
    CHECK_THAT(exporting->out(), ContainsSubstring("Nordkai"));
    CHECK(desk.stop() == 0);
}

TEST_CASE("a second server in one home is told which process has it", "[serve]") {
    Desk desk;
    desk.start();
    auto second = desk.run({"serve"});
    REQUIRE(desk.until([&] { return second->ended().has_value(); }));
    CHECK(second->ended() == wrong_usage);
    CHECK_THAT(second->written(), ContainsSubstring("process " + desk.vera->id()));
    desk.environment["VERA_DATABASE"] = desk.folder.file("other.db");
    auto third = desk.run({"serve"});
    REQUIRE(desk.until([&] { return third->ended().has_value(); }));
    CHECK(third->ended() != 0);
    CHECK_THAT(third->written(), ContainsSubstring("another Vera, process " + desk.vera->id()));
    CHECK(desk.get("/readyz").status == 200);
    CHECK(desk.stop() == 0);
}

TEST_CASE("a token that is taken away parks what waits, once told, until a new one comes", "[serve]") {
    Desk desk;
    desk.start();
    say(desk.slack, "LEO", "new Nordkai");
    REQUIRE(desk.reads("Who decides about this at Nordkai?"));
    revoke(desk.slack);
    say(desk.slack, "LEO", "Ingrid Aas, COO, last word; Petra Lund, with us");
    REQUIRE(desk.until([&] { return desk.get("/readyz").status == 503; }));
    CHECK_THAT(desk.get("/readyz").body, ContainsSubstring("Slack: Slack answers token_revoked to "));
    say(desk.slack, "LEO", "yes");
    REQUIRE(desk.until([&] { return desk.slack.waiting.empty(); }));
    auto log = desk.log();
    auto told = log.find("not installed in workspace T0WORK any more");
    REQUIRE(told != log.npos);
    CHECK(log.find("not installed in workspace", told + 1) == log.npos);
    CHECK(desk.get("/healthz").status == 200);
    CHECK(desk.get("/metrics").body.find("vera_outbox_waiting 0") == std::string::npos);
    CHECK(desk.stop() == 0);
    CHECK(desk.refused() == wrong_usage); // the old token
    CHECK_THAT(desk.log(), ContainsSubstring("SLACK_BOT_TOKEN: the token was taken back; install the app again"));
    desk.environment["SLACK_BOT_TOKEN"] = desk.slack.options.bot_token = "xoxb-new";
    desk.start();
    CHECK(desk.reads("Here is who I have at Nordkai"));
    CHECK(desk.times("Here is who I have at Nordkai") == 1);
    CHECK(desk.stop() == 0);
}

} // namespace vera::program
