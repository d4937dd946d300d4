// The manifests against the program: the same scopes, only events that are read, one name for each thing.
#include "bot/slack/inbound.hpp"
#include "bot/slack/scopes.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace vera::slack {

namespace {

using Json = nlohmann::json;

std::string text_of(const std::string& name) {
    std::ifstream file(VERA_SOURCE_DIR "/deploy/slack/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Json manifest(const std::string& mode) { return Json::parse(text_of("manifest." + mode + ".json")); }

std::set<std::string> names(const Json& list) { return {list.begin(), list.end()}; }

std::set<std::string> needed() {
    std::set<std::string> all;
    for (auto& need : needed_scopes()) all.insert(need.scope);
    return all;
}

// An event as the subscription of that name brings it.
std::string sample(const std::string& subscription) {
    auto type = subscription.substr(0, subscription.find('.'));
    Json event = {{"type", type},    {"user", "U1"},  {"channel", "D1"},           {"channel_type", "im"},
                  {"text", "hello"}, {"tab", "home"}, {"ts", "1795348800.000100"}, {"event_ts", "1795348800.000100"}};
    return Json{{"type", "event_callback"},
                {"team_id", "T1"},
                {"api_app_id", "A1"},
                {"event_id", "Ev1"},
                {"event_time", 1795348800},
                {"event", event},
                {"authorizations", Json::array({{{"team_id", "T1"}}})}}
        .dump();
}

} // namespace

TEST_CASE("both manifests ask for the scopes that the program needs, and for no other", "[manifest]") {
    for (auto* mode : {"socket", "http"}) {
        auto scopes = manifest(mode).at("oauth_config").at("scopes");
        CHECK(scopes.size() == 1); // none of a user
        CHECK(names(scopes.at("bot")) == needed());
    }
}

TEST_CASE("no manifest asks to read what is said in channels or group chats", "[manifest]") {
    for (auto* mode : {"socket", "http"}) {
        auto text = text_of("manifest." + std::string(mode) + ".json");
        REQUIRE_FALSE(text.empty());
        for (auto* never : {"channels:history", "groups:history", "mpim:history", "message.channels", "message.groups",
                            "message.mpim", "search:read", "files:read", "admin"})
            CHECK(text.find(never) == text.npos);
    }
}

TEST_CASE("every event that the manifests subscribe to is one that the program reads", "[manifest]") {
    auto events = manifest("socket").at("settings").at("event_subscriptions").at("bot_events");
    CHECK(events == manifest("http").at("settings").at("event_subscriptions").at("bot_events"));
    for (std::string event : events) {
        INFO(event);
        auto inbound = read_payload(Door::events, sample(event), {"T1", "A1", "UBOT", "BBOT"}, Time{});
        auto* ignored = std::get_if<Ignored>(&inbound.what);
        CHECK_FALSE((ignored && ignored->reason == "unknown_type"));
    }
    auto unknown = read_payload(Door::events, sample("reaction_added"), {"T1", "A1", "UBOT", "BBOT"}, Time{});
    REQUIRE(std::holds_alternative<Ignored>(unknown.what)); // or the check above says nothing
    CHECK(std::get<Ignored>(unknown.what).reason == "unknown_type");
}

TEST_CASE("the two modes differ in nothing but how Slack reaches Vera", "[manifest]") {
    auto socket = manifest("socket"), http = manifest("http");
    CHECK(socket["settings"]["socket_mode_enabled"] == true);
    CHECK(http["settings"]["socket_mode_enabled"] == false);
    auto base = std::string("https://vera.example.com/slack/");
    CHECK(http["settings"]["event_subscriptions"]["request_url"] == base + "events");
    CHECK(http["settings"]["interactivity"]["request_url"] == base + "interactions");
    CHECK(http["settings"]["interactivity"]["message_menu_options_url"] == base + "interactions");
    CHECK(http["features"]["slash_commands"][0]["url"] == base + "commands");
    http["settings"]["socket_mode_enabled"] = true;
    http["settings"]["event_subscriptions"].erase("request_url");
    http["settings"]["interactivity"] = {{"is_enabled", true}};
    http["features"]["slash_commands"][0].erase("url");
    CHECK(socket == http);
}

TEST_CASE("people can write to Vera, and no token changes or serves an organisation", "[manifest]") {
    auto whole = manifest("socket");
    auto home = whole["features"]["app_home"];
    CHECK(home["home_tab_enabled"] == true);
    CHECK(home["messages_tab_enabled"] == true);
    CHECK(home["messages_tab_read_only_enabled"] == false);
    CHECK(whole["settings"]["org_deploy_enabled"] == false);
    CHECK(whole["settings"]["token_rotation_enabled"] == false);
    CHECK(whole["features"]["slash_commands"][0]["command"] == "/vera");
    for (auto& shortcut : whole["features"]["shortcuts"]) CHECK(shortcut["name"].get<std::string>().size() <= 24);
}

TEST_CASE("the table for the administrator has each scope with what is lost without it", "[manifest]") {
    auto text = text_of("README.md");
    for (auto& need : needed_scopes()) {
        INFO(need.scope);
        CHECK_THAT(text, ContainsSubstring("| `" + need.scope + "` |"));
        CHECK_THAT(text, ContainsSubstring(need.without + " |"));
    }
}

} // namespace vera::slack
