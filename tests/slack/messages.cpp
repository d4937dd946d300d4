// Messages: what a turn gets to hear, and what it never does.
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

namespace {

using Keys = std::vector<std::string>;

Json changed(Json before, Json after, const std::string& subtype = "message_changed") {
    return message_payload("", {{"subtype", subtype},
                                {"hidden", true},
                                {"user", nullptr},
                                {"text", nullptr},
                                {"previous_message", std::move(before)},
                                {"message", std::move(after)}});
}
Json line(const std::string& text, Json more = Json::object()) {
    Json message = {{"type", "message"}, {"user", "U1"}, {"team", "T1"}, {"text", text}, {"ts", "1799999000.000100"}};
    message.update(more);
    return message;
}
std::string why_not(Json more, const std::string& text = "hi") {
    return ignored_as(read_one(message_payload(text, std::move(more))));
}

} // namespace

TEST_CASE("a line in the chat with Vera is said", "[slack][messages]") {
    const auto in = read_one(message_payload("Ingrid &amp; Lars <@UVERA>", {{"client_msg_id", "c-1"}}));
    REQUIRE(said_as<Said>(in));
    CHECK(*said_as<Said>(in) == Said{"Ingrid & Lars"});
    CHECK(in.app == "A1");
    CHECK(in.team == "T1");
    CHECK(in.user == "U1");
    CHECK(in.user_team == "T1");
    CHECK(in.channel == "D1");
    CHECK(in.own_chat);
    CHECK(in.at == from_ms(1'799'999'991'000));
    CHECK(in.keys == Keys{"slack/event/A1/T1/Ev1", "slack/message/D1/1799999991.000200", "slack/client/D1/c-1"});
}

TEST_CASE("files, threads and /me are lines as well", "[slack][messages]") {
    const auto file =
        read_one(message_payload("", {{"subtype", "file_share"}, {"files", Json::array({{{"id", "F1"}}})}}));
    REQUIRE(said_as<Said>(file));
    CHECK(*said_as<Said>(file) == Said{"", true});
    const auto forwarded = read_one(message_payload("", {{"attachments", Json::array({{{"is_share", true}}})}}));
    REQUIRE(said_as<Said>(forwarded));
    CHECK(said_as<Said>(forwarded)->with_files);
    for (const Json& more : std::vector<Json>{{{"subtype", "thread_broadcast"}, {"thread_ts", "1.1"}},
                                              {{"subtype", "me_message"}},
                                              {{"thread_ts", "1799990000.000100"}, {"parent_user_id", "UVERA"}}}) {
        const auto in = read_one(message_payload("yes", more));
        REQUIRE(said_as<Said>(in));
        CHECK(said_as<Said>(in)->text == "yes");
    }
}

TEST_CASE("a payload without the members that SDKs leave out is read all the same", "[slack][messages]") {
    auto old = message_payload("hi", {{"channel_type", nullptr}, {"team", nullptr}, {"ts", nullptr}});
    old.erase("authorizations");
    old["event"]["event_ts"] = 1'799'999'000;
    const auto in = read_one(old);
    REQUIRE(said_as<Said>(in));
    CHECK(in.team == "T1");
    CHECK(in.user_team.empty());
    CHECK(in.at == from_ms(1'799'999'000'000));
    CHECK(in.keys == Keys{"slack/event/A1/T1/Ev1"});
}

TEST_CASE("Vera never hears herself, other bots, hidden messages or the talk of channels", "[slack][messages]") {
    CHECK(why_not({{"user", "UVERA"}}) == "own_message");
    CHECK(why_not({{"bot_id", "BVERA"}}) == "own_message");
    CHECK(why_not({{"app_id", "A1"}}) == "own_message");
    CHECK(why_not({{"bot_id", "B2"}}) == "bot_message");
    CHECK(why_not({{"user", "USLACKBOT"}}) == "bot_message");
    CHECK(why_not({{"subtype", "bot_message"}}) == "subtype");
    CHECK(why_not({{"subtype", "channel_join"}}) == "subtype");
    CHECK(why_not({{"subtype", "of tomorrow"}}) == "subtype");
    CHECK(why_not({{"hidden", true}}) == "hidden");
    CHECK(why_not({{"user", nullptr}}) == "no_user");
    CHECK(why_not({{"user", 7}}) == "no_user");
    CHECK(why_not({{"user", "U 1"}}) == "no_user");
    CHECK(why_not({{"text", nullptr}}) == "no_text");
    CHECK(why_not(Json::object(), "  \u200B ") == "no_text");
    CHECK(why_not({{"channel", "C1"}, {"channel_type", "channel"}}) == "in_channel");
    CHECK(why_not({{"channel", "D1"}, {"channel_type", "mpim"}}) == "in_channel");
    CHECK(why_not({{"channel", "C1"}, {"channel_type", nullptr}}) == "in_channel");
}

TEST_CASE("an edit by a person carries both texts", "[slack][messages]") {
    const auto in = read_one(changed(line("16 hours"), line("18 hours", {{"edited", {{"ts", "1799999990.000000"}}}})));
    REQUIRE(said_as<Edited>(in));
    CHECK(*said_as<Edited>(in) == Edited{"16 hours", "18 hours"});
    CHECK(in.user == "U1");
    CHECK(in.own_chat);
    CHECK(in.keys == Keys{"slack/event/A1/T1/Ev1", "slack/edit/D1/1799999000.000100/1799999990.000000"});
}

TEST_CASE("an unfurled link, a streamed message and Vera's own edits are no edits", "[slack][messages]") {
    const auto unfurled =
        changed(line("see <https://x>"), line("see <https://x>", {{"attachments", Json::array({1})}}));
    CHECK(ignored_as(read_one(unfurled)) == "same_text");
    CHECK(ignored_as(read_one(changed(line("a", {{"bot_id", "BVERA"}}), line("b", {{"bot_id", "BVERA"}})))) ==
          "own_message");
    CHECK(ignored_as(read_one(changed(line("a"), line("b", {{"user", "UVERA"}})))) == "own_message");
    CHECK(ignored_as(read_one(changed(line("a"), line("b", {{"bot_id", "B7"}})))) == "bot_message");
    CHECK(ignored_as(read_one(changed(nullptr, line("b")))) == "no_previous");
    CHECK(ignored_as(read_one(changed(line("a"), nullptr))) == "no_user");
}

TEST_CASE("a deleted message says what it was, with replies or without", "[slack][messages]") {
    auto payload = changed(line("He fears &lt;Lars&gt;"), nullptr, "message_deleted");
    payload["event"]["deleted_ts"] = "1799999000.000100";
    const auto in = read_one(payload);
    REQUIRE(said_as<Deleted>(in));
    CHECK(said_as<Deleted>(in)->text == "He fears <Lars>");
    CHECK(in.user == "U1");
    CHECK(in.keys == Keys{"slack/event/A1/T1/Ev1", "slack/delete/D1/1799999000.000100"});
    const auto tombstone = read_one(changed(
        line("He fears Lars"), line("This message was deleted.", {{"subtype", "tombstone"}, {"user", "USLACKBOT"}})));
    REQUIRE(said_as<Deleted>(tombstone));
    CHECK(said_as<Deleted>(tombstone)->text == "He fears Lars");
    CHECK(tombstone.user == "U1");
    const auto own = changed(line("Who signs?", {{"bot_id", "BVERA"}, {"user", "UVERA"}}), nullptr, "message_deleted");
    CHECK(ignored_as(read_one(own)) == "own_message");
}

TEST_CASE("a mention in a channel calls her, whatever became of the message beside it", "[slack][messages]") {
    const Json event = {{"type", "app_mention"}, {"user", "U1"}, {"text", "<@UVERA> status"},
                        {"channel", "C1"},       {"team", "T1"}, {"ts", "1799999991.000200"}};
    const auto in = read_one(event_payload(event, "Ev2"));
    REQUIRE(said_as<Called>(in));
    CHECK_FALSE(in.own_chat);
    CHECK(in.channel == "C1");
    CHECK(in.keys == Keys{"slack/event/A1/T1/Ev2", "slack/mention/C1/1799999991.000200"});
    auto own = event;
    own["user"] = "UVERA";
    CHECK(ignored_as(read_one(event_payload(own))) == "own_message");
}

} // namespace vera::slack
