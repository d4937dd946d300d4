// The wrapper of the Events API, and every event but messages.
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

namespace {

Inbound of(Json event) { return read_one(event_payload(std::move(event))); }

} // namespace

TEST_CASE("the home tab and the messages tab are opened, others are not ours", "[slack][events]") {
    const auto home = of({{"type", "app_home_opened"}, {"user", "U1"}, {"channel", "D1"}, {"tab", "home"}});
    REQUIRE(said_as<Opened>(home));
    CHECK(said_as<Opened>(home)->where == Surface::home);
    CHECK(home.channel.empty());
    CHECK(home.own_chat);
    const auto chat = of({{"type", "app_home_opened"}, {"user", "U1"}, {"channel", "D1"}, {"tab", "messages"}});
    REQUIRE(said_as<Opened>(chat));
    CHECK(said_as<Opened>(chat)->where == Surface::chat);
    CHECK(chat.channel == "D1");
    CHECK(ignored_as(of({{"type", "app_home_opened"}, {"user", "U1"}, {"tab", "about"}})) == "other_tab");
}

TEST_CASE("whatever changes who reads a channel is told, by id or by object", "[slack][events]") {
    for (const std::string type :
         {"member_joined_channel", "member_left_channel", "channel_shared", "channel_unshared", "channel_rename",
          "channel_archive", "channel_unarchive", "channel_deleted", "channel_left", "group_rename", "group_archive",
          "group_unarchive", "group_deleted", "group_left"}) {
        INFO(type);
        const auto in = of({{"type", type}, {"channel", "C1"}, {"user", "U1"}});
        REQUIRE(std::holds_alternative<ChannelChanged>(in.what));
        CHECK(std::get<ChannelChanged>(in.what).channel == "C1");
        CHECK(in.keys.empty());
        CHECK(ignored_as(of({{"type", type}})) == "no_channel");
    }
    const auto renamed = of({{"type", "channel_rename"}, {"channel", {{"id", "C2"}, {"name", "new"}}}});
    CHECK(renamed.channel == "C2");
    const auto moved = of({{"type", "channel_id_changed"}, {"old_channel_id", "G1"}, {"new_channel_id", "C9"}});
    REQUIRE(std::holds_alternative<ChannelChanged>(moved.what));
    CHECK(moved.channel == "G1");
}

TEST_CASE("a changed profile is a member as users.info shows one", "[slack][events]") {
    const Json user = {
        {"id", "U1"}, {"team_id", "T1"}, {"tz", "Europe/Berlin"}, {"real_name", "Ann"}, {"deleted", true}};
    for (const std::string type : {"user_change", "team_join"}) {
        const auto in = of({{"type", type}, {"user", user}});
        REQUIRE(std::holds_alternative<MemberChanged>(in.what));
        const auto& member = std::get<MemberChanged>(in.what).member;
        CHECK(member.user == "U1");
        CHECK(member.kind == Member::Kind::deactivated);
        CHECK(member.zone.name() == "Europe/Berlin");
    }
    CHECK(ignored_as(of({{"type", "user_change"}, {"user", nullptr}})) == "no_user");
    for (const std::string type : {"user_profile_changed", "user_status_changed", "user_huddle_changed"}) {
        CHECK(ignored_as(of({{"type", type}, {"user", user}})) == "not_used");
    }
}

TEST_CASE("only our own token revoked, or the app removed, ends an installation", "[slack][events]") {
    const auto revoked = [](Json bots) {
        return of({{"type", "tokens_revoked"}, {"tokens", {{"oauth", {"U1"}}, {"bot", std::move(bots)}}}});
    };
    const auto ours = revoked({"U9", "UVERA"});
    REQUIRE(std::holds_alternative<Gone>(ours.what));
    CHECK_FALSE(std::get<Gone>(ours.what).uninstalled);
    CHECK(ours.team == "T1");
    CHECK(ignored_as(revoked({"U9"})) == "other_token");
    CHECK(ignored_as(revoked(nullptr)) == "other_token");
    const auto removed = of({{"type", "app_uninstalled"}});
    REQUIRE(std::holds_alternative<Gone>(removed.what));
    CHECK(std::get<Gone>(removed.what).uninstalled);
}

TEST_CASE("a challenge is given back; a warning and what nobody knows are counted", "[slack][events]") {
    const auto challenge = read_one({{"type", "url_verification"}, {"challenge", "abc"}, {"token", "t"}});
    REQUIRE(std::holds_alternative<Challenge>(challenge.what));
    CHECK(std::get<Challenge>(challenge.what).text == "abc");
    CHECK(ignored_as(read_one({{"type", "url_verification"}})) == "no_challenge");
    CHECK(ignored_as(read_one({{"type", "url_verification"}, {"challenge", std::string(1'001, 'a')}})) ==
          "no_challenge");
    CHECK(ignored_as(read_one({{"type", "app_rate_limited"}, {"team_id", "T1"}})) == "rate_limited");
    CHECK(ignored_as(of({{"type", "sunrise"}})) == "unknown_type");
    CHECK(ignored_as(of({{"type", 7}})) == "unknown_type");
    CHECK(ignored_as(read_one(event_payload(nullptr))) == "unknown_type");
}

TEST_CASE("the tenant is who installed us, not whose channel it is", "[slack][events]") {
    auto shared = message_payload("hi", {{"user_team", "T2"}, {"team", "T1"}});
    shared["team_id"] = "T2";
    const auto in = read_one(shared);
    CHECK(in.team == "T1");
    CHECK(in.user_team == "T2");
    shared["authorizations"][0]["is_enterprise_install"] = true;
    CHECK(ignored_as(read_one(shared)) == "org_install");
}

TEST_CASE("in an Enterprise Grid the home of a person is for users.info to say", "[slack][events]") {
    auto grid = message_payload("hi", {{"user_team", "E1"}});
    CHECK(read_one(grid).user_team == "E1"); // another company's organisation
    grid["authorizations"][0]["enterprise_id"] = "E1";
    const auto in = read_one(grid);
    CHECK(in.user_team.empty());
    CHECK(said_as<Said>(in));
    grid["event"]["user_team"] = "T1";
    CHECK(read_one(grid).user_team == "T1");
}

TEST_CASE("what has no name for its repeats cannot be done once", "[slack][events]") {
    auto payload = message_payload("hi", {{"ts", nullptr}});
    payload.erase("event_id");
    CHECK(ignored_as(read_one(payload)) == "no_key");
}

TEST_CASE("times that are none leave the time of arrival", "[slack][events]") {
    for (const Json& ts : std::vector<Json>{nullptr, "", "x", "-5.0", "99999999999.0", "1.2.3x", 1e300, "17e8", true}) {
        auto payload = message_payload("hi", {{"ts", ts}});
        payload.erase("event_time");
        CHECK(read_one(payload).at >= from_ms(0));
        if (ts != "1.2.3x") CHECK(read_one(payload).at == noon);
    }
}

} // namespace vera::slack
