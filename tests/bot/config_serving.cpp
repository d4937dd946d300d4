// The settings of vera serve: tokens told apart by their kind, and where to get the right one.
#include "bot/addresses.hpp"
#include "bot/config.hpp"
#include "tests/bot/written.hpp"
#include "tests/support/catch.hpp"

namespace vera {

namespace {

const std::string bot = "xoxb-1234567890", app = "xapp-1-A1-2-abc", secret(32, 'a');

Serving serving(Environment environment, const std::string& file = "") {
    environment.emplace("HOME", "home");
    Problems problems;
    auto settings = read_settings(file, environment, problems);
    CHECK(problems.empty());
    return settings.serving;
}

std::string told(const Environment& environment) {
    std::string all;
    for (auto& problem : serving(environment).problems) all += problem.where + ": " + problem.what + "\n";
    return all;
}

} // namespace

TEST_CASE("without a word about Slack nothing is wrong, and the doors are this machine's", "[config]") {
    auto none = serving({});
    CHECK(none.problems.empty());
    CHECK(none.strict);
    CHECK(none.listen == "127.0.0.1:8080");
    CHECK(none.admin_listen == "127.0.0.1:8081");
    CHECK(none.api_url == "https://slack.com/api/");
}

TEST_CASE("two variables are enough for Socket Mode, and two for HTTP", "[config]") {
    auto socket = serving({{"SLACK_BOT_TOKEN", bot + "\n"}, {"SLACK_APP_TOKEN", app}});
    CHECK(socket.problems.empty());
    CHECK(socket.bot_token == bot);
    auto http = serving({{"SLACK_BOT_TOKEN", bot},
                         {"SLACK_SIGNING_SECRET", secret},
                         {"SLACK_SIGNING_SECRET_OLD", std::string(32, 'b')}});
    CHECK(http.problems.empty());
    CHECK(http.signing_secrets == std::vector<std::string>{secret, std::string(32, 'b')});
}

TEST_CASE("a token of the wrong kind is named, and where the right one stands", "[config]") {
    auto user = told({{"SLACK_BOT_TOKEN", "xoxp-1234567890"}, {"SLACK_APP_TOKEN", app}});
    CHECK_THAT(user, ContainsSubstring("SLACK_BOT_TOKEN: is a user token (xoxp-); the bot token begins with xoxb-"));
    CHECK_THAT(user, ContainsSubstring("OAuth & Permissions"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", bot}, {"SLACK_APP_TOKEN", bot}}),
               ContainsSubstring("SLACK_APP_TOKEN: is a bot token (xoxb-)") && ContainsSubstring("connections:write"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", "xoxe.xoxb-1-abcdefgh"}}), ContainsSubstring("token rotation"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", "xoxb-"}}), ContainsSubstring("was cut"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", "xoxb-12345 67890"}}), ContainsSubstring("was cut"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", "secret"}}), ContainsSubstring("no token that Slack gives out"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", bot}, {"SLACK_SIGNING_SECRET", app}}), ContainsSubstring("no signing secret"));
}

TEST_CASE("no problem quotes a secret", "[config]") {
    auto all = told({{"SLACK_BOT_TOKEN", "xoxp-CanarySecret"},
                     {"SLACK_APP_TOKEN", "CanarySecret"},
                     {"SLACK_SIGNING_SECRET", "Canary Secret"},
                     {"HTTPS_PROXY", "socks5://Canary:Secret@proxy:1"}});
    CHECK(all.find("Canary") == all.npos);
}

TEST_CASE("half of what Slack needs is told with the other half", "[config]") {
    CHECK_THAT(told({{"SLACK_APP_TOKEN", app}}), ContainsSubstring("SLACK_BOT_TOKEN: is missing"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", bot}}),
               ContainsSubstring("SLACK_APP_TOKEN: is missing, and SLACK_SIGNING_SECRET too"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", bot}, {"SLACK_SIGNING_SECRET_OLD", secret}}),
               ContainsSubstring("SLACK_SIGNING_SECRET: is missing beside"));
}

TEST_CASE("what is missing is told beside what is wrong, and once", "[config]") {
    auto both = told({{"SLACK_BOT_TOKEN", "xoxp-1"}});
    CHECK_THAT(both, ContainsSubstring("SLACK_BOT_TOKEN: is a user token"));
    CHECK_THAT(both, ContainsSubstring("SLACK_APP_TOKEN: is missing, and SLACK_SIGNING_SECRET too"));
    auto unread = told({{"SLACK_BOT_TOKEN_FILE", "nowhere/at/all"}, {"SLACK_APP_TOKEN", app}});
    CHECK(std::count(unread.begin(), unread.end(), '\n') == 1);
    auto wrong = told({{"SLACK_APP_TOKEN", bot}});
    CHECK_THAT(wrong, ContainsSubstring("SLACK_BOT_TOKEN: is missing") && ContainsSubstring("is a bot token (xoxb-)"));
    CHECK(std::count(wrong.begin(), wrong.end(), '\n') == 2);
    auto none = serving({{"VERA_LISTEN", "8080"}});
    CHECK(none.problems.size() == 1); // nothing of Slack: for `vera serve` alone to complain about
    REQUIRE(none.missing.size() == 2);
    CHECK(none.missing[0].where == "SLACK_BOT_TOKEN");
    CHECK(none.missing[1].where == "SLACK_APP_TOKEN");
}

TEST_CASE("a secret may lie in a file of its own; said twice, it is refused", "[config]") {
    rig::TemporaryFolder folder;
    auto bot_file = rig::written(folder, "bot", bot + "\n"), app_file = rig::written(folder, "app", app);
    auto file =
        rig::written(folder, "vera.toml",
                     "[slack]\nbot_token_file = \"" + bot_file + "\"\nallow = \"U1\"\nsigning_secret = \"x\"\n");
    Problems problems;
    auto read = read_settings(file, {{"HOME", "h"}, {"SLACK_APP_TOKEN_FILE", app_file}}, problems).serving;
    CHECK(read.bot_token == bot);
    CHECK(read.app_token == app);
    CHECK(read.allow.contains("U1"));
    REQUIRE(problems.size() == 1); // a secret itself has no place in the settings file
    CHECK_THAT(problems[0].what, ContainsSubstring("signing_secret"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN", bot}, {"SLACK_BOT_TOKEN_FILE", bot_file}, {"SLACK_APP_TOKEN", app}}),
               ContainsSubstring("SLACK_BOT_TOKEN_FILE too"));
    CHECK_THAT(told({{"SLACK_BOT_TOKEN_FILE", folder.file("nowhere")}}), ContainsSubstring("cannot be read"));
}

TEST_CASE("addresses, privacy and people that cannot be are told together", "[config]") {
    auto all = told({{"VERA_LISTEN", "8080"},
                     {"VERA_ADMIN_LISTEN", "0.0.0.0:8081"},
                     {"VERA_PUBLIC_URL", "http://vera.example.com"},
                     {"SLACK_API_URL", "http://slack.com/api"},
                     {"VERA_PRIVACY", "half"},
                     {"SLACK_ALLOW", "U1, bob"},
                     {"VERA_ADMINS", "anna"},
                     {"HTTPS_PROXY", "proxy:3128"}});
    CHECK(std::count(all.begin(), all.end(), '\n') == 8);
    CHECK_THAT(all, ContainsSubstring("\"bob\" is neither"));
    CHECK_THAT(all, ContainsSubstring("VERA_ADMIN_LISTEN: shows health and figures to everybody"));
    auto open = serving({{"VERA_PRIVACY", "open"},
                         {"SLACK_API_URL", "http://127.0.0.1:4000/api"},
                         {"VERA_PUBLIC_URL", "https://vera.example.com/"},
                         {"VERA_ADMINS", "U1,anna@example.com"}});
    CHECK(open.problems.empty());
    CHECK_FALSE(open.strict);
    CHECK(open.api_url == "http://127.0.0.1:4000/api/");
    CHECK(open.public_url == "https://vera.example.com");
    CHECK(open.admins.size() == 2);
}

TEST_CASE("how far an address reaches", "[config]") {
    CHECK(reach_of("127.0.0.1:80") == Reach::machine);
    CHECK(reach_of("[::1]:0") == Reach::machine);
    CHECK(reach_of("10.1.2.3:80") == Reach::network);
    CHECK(reach_of("172.31.0.1:80") == Reach::network);
    CHECK(reach_of("172.32.0.1:80") == Reach::anybody);
    CHECK(reach_of("[fd00::1]:80") == Reach::network);
    CHECK(reach_of("0.0.0.0:80") == Reach::anybody);
    CHECK(reach_of("[::]:80") == Reach::anybody);
    for (auto* wrong : {"", ":80", "localhost:80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "::1:80", "[::1]"})
        CHECK_FALSE(reach_of(wrong));
}

TEST_CASE("which addresses may be called", "[config]") {
    Schemes web{"https", "http"};
    CHECK(is_safe_url("https://slack.com/api/", web));
    CHECK(is_safe_url("http://localhost:4000/", web));
    CHECK(is_safe_url("http://[::1]:4000/", web));
    for (auto* wrong : {"", "slack.com", "https://", "http://slack.com/", "http://127.0.0.1.example.com/",
                        "http://127.0.0.1@example.com/", "https://a b", "ftp://127.0.0.1/"})
        CHECK_FALSE(is_safe_url(wrong, web));
}

} // namespace vera
