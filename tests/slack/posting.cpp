// Messages of the outbox at Slack: where each goes, what every way to end means, and how one is found again.
#include "tests/slack/office.hpp"

namespace vera::slack {

namespace {

using namespace rig;
using std::chrono::minutes;
using std::chrono::seconds;
using End = Attempt::End;

} // namespace

TEST_CASE("a new message goes into the DM with our id, and its place is kept", "[posting]") {
    Office office;
    auto attempt = office.post(message("e1-m1"));
    CHECK(attempt.end == End::sent);
    CHECK(attempt.platform_id == "D_ANN/17.000100");
    CHECK(office.http.of("conversations.open").at(0).arguments == json{{"users", "U_ANN"}});
    auto arguments = office.http.of("chat.postMessage").at(0).arguments;
    CHECK(arguments.at("channel") == "D_ANN");
    CHECK(arguments.at("unfurl_links") == false);
    CHECK(arguments.at("unfurl_media") == false);
    CHECK(arguments.at("metadata") == json::parse(R"({"event_type":"vera_message","event_payload":{"id":"e1-m1"}})"));
    CHECK_FALSE(arguments.at("text").get<std::string>().empty());
    CHECK(arguments.at("blocks").is_array());

    office.post(message("e1-m2"));
    CHECK(office.http.of("conversations.open").size() == 1);
}

TEST_CASE("a DM that somebody wrote in is known without asking", "[posting]") {
    Office office;
    office.take(said("hello"));
    office.post(message("e1-m1"));
    CHECK(office.http.of("conversations.open").empty());
}

TEST_CASE("an edit rewrites text and blocks where the message stands", "[posting]") {
    Office office;
    auto edit = message("e2-m1", "Answered.");
    edit.edits = MessageId("e1-m1");
    auto attempt = office.post(edit, "D_ANN/17.000100");
    CHECK(attempt.end == End::sent);
    CHECK(attempt.platform_id == "D_ANN/17.000100");
    auto arguments = office.http.of("chat.update").at(0).arguments;
    CHECK(arguments.at("channel") == "D_ANN");
    CHECK(arguments.at("ts") == "17.000100");
    CHECK(arguments.contains("text"));
    CHECK(arguments.contains("blocks"));

    auto code = GENERATE(as<std::string>{}, "message_not_found", "cant_update_message", "edit_window_closed");
    office.http.always["chat.update"] = answered(error(code));
    CHECK(office.post(edit, "D_ANN/17.000100").end == End::refused);
}

TEST_CASE("an edit of a message that was never shown is refused, not posted as news", "[posting]") {
    Office office;
    auto edit = message("e2-m1");
    edit.edits = MessageId("e1-m1");
    CHECK(office.post(edit).end == End::refused);
    CHECK(office.http.of("chat.postMessage").empty());
}

TEST_CASE("the home page is published for its user", "[posting]") {
    Office office;
    auto home = message("e1-m1");
    home.surface = Surface::home;
    CHECK(office.post(home).end == End::sent);
    auto arguments = office.http.of("views.publish").at(0).arguments;
    CHECK(arguments.at("user_id") == "U_ANN");
    CHECK(arguments.at("view").at("type") == "home");
    CHECK(office.http.of("conversations.open").empty());
}

TEST_CASE("nobody who may not talk to Vera any more reads what waits for them", "[posting]") {
    Office office;
    office.http.always["users.info"] = answered(user_of_slack("U_ANN", {{"is_restricted", true}}));
    CHECK(office.post(message("e1-m1")).end == End::refused);
    office.pass(minutes{6});
    office.http.always["users.info"] = failed(HttpEnd::End::not_sent);
    CHECK(office.post(message("e1-m1")).end == End::retry);
    CHECK(office.http.of("chat.postMessage").empty());
}

TEST_CASE("every way a post can end at Slack has its meaning for the outbox", "[posting]") {
    struct Row {
        HttpEnd answer;
        End end;
        Duration wait;
    };
    auto limited = answered(error("ratelimited"), 429, {{"retry-after", "9"}});
    auto row = GENERATE_COPY(values<Row>({{limited, End::retry, seconds{9}},
                                          {failed(HttpEnd::End::not_sent), End::retry, seconds{0}},
                                          {failed(HttpEnd::End::unsure), End::ambiguous, seconds{0}},
                                          {answered(error("internal_error")), End::ambiguous, seconds{0}},
                                          {answered("nothing", 502), End::ambiguous, seconds{0}},
                                          {answered(ok()), End::ambiguous, seconds{0}}, // no ts: where is it?
                                          {answered(error("channel_not_found")), End::refused, seconds{0}},
                                          {answered(error("missing_scope")), End::retry, minutes{1}},
                                          {answered(error("token_revoked")), End::retry, minutes{1}}}));
    Office office;
    office.http.always["chat.postMessage"] = row.answer;
    auto attempt = office.post(message("e1-m1"));
    CHECK(attempt.end == row.end);
    CHECK(attempt.wait == row.wait);
}

TEST_CASE("what may be done twice is never ambiguous", "[posting]") {
    auto method = GENERATE(as<std::string>{}, "chat.update", "views.publish", "conversations.open");
    Office office;
    office.http.always[method] = failed(HttpEnd::End::unsure);
    auto out = message("e1-m1");
    if (method == "views.publish") out.surface = Surface::home;
    CHECK(office.post(out, method == "chat.update" ? "D_ANN/17.000100" : "").end == End::retry);
}

TEST_CASE("a message for somewhere else is refused unasked", "[posting]") {
    Office office;
    auto stray = message("e1-m1");
    stray.conversation = ConversationId("terminal");
    CHECK(office.post(stray).end == End::refused);
    CHECK_FALSE(office.slack->reaches(stray.conversation));
    CHECK(office.slack->reaches(chat_with("U_ANN")));
    CHECK(office.slack->reaches(home_of(chat_with("U_ANN"))));
    auto other = office.run(office.slack->post(Outbound{message("e1-m2"), "T2", ""}));
    CHECK(other.end == End::refused);
    CHECK(office.http.calls.empty());
}

TEST_CASE("a dead token is reported once, parks the outbox and is tried once a minute until it works", "[posting]") {
    Office office;
    office.http.always["chat.postMessage"] = answered(error("token_revoked"));
    for (int i = 0; i < 3; ++i) CHECK(office.post(message("e1-m1")).end == End::retry);
    CHECK_FALSE(office.slack->health().installed);
    CHECK(office.slack->health().trouble.find("token_revoked") != std::string::npos);
    CHECK(office.http.of("chat.postMessage").size() == 1);
    CHECK(office.reports.size() == 1);

    office.pass(minutes{1});
    CHECK(office.post(message("e1-m1")).end == End::retry);
    CHECK(office.http.of("chat.postMessage").size() == 2);
    CHECK(office.reports.size() == 1);

    office.pass(minutes{1});
    office.http.always.erase("chat.postMessage");
    office.http.always["chat.postMessage"] = answered(ok({{"ts", "18.1"}}));
    CHECK(office.post(message("e1-m1")).end == End::sent);
    CHECK(office.slack->health().installed);
    CHECK(office.reports.size() == 2);
}

TEST_CASE("whoever asks how Vera is has the dead token looked at again, once a minute", "[posting]") {
    Office office;
    office.http.always["chat.postMessage"] = answered(error("account_inactive"));
    office.http.always["auth.test"] = answered(ok({{"team_id", "T1"}}));
    auto look = [&office] {
        boost::asio::co_spawn(office.network, office.slack->look_again(),
                              [](std::exception_ptr error) { CHECK_FALSE(error); });
        office.settle();
    };
    look();
    CHECK(office.post(message("e1-m1")).end == End::retry);
    look();
    CHECK(office.http.of("auth.test").empty()); // alive, and then: not yet
    CHECK_FALSE(office.slack->health().installed);
    office.pass(minutes{1});
    look();
    CHECK(office.slack->health().installed);
    CHECK(office.http.of("auth.test").size() == 1);
}

TEST_CASE("a missing scope is named to the operator once", "[posting]") {
    Office office;
    auto body = error("missing_scope");
    body["needed"] = "chat:write";
    office.http.always["chat.postMessage"] = answered(body);
    office.post(message("e1-m1"));
    office.post(message("e1-m1"));
    REQUIRE(office.reports.size() == 1);
    CHECK(office.reports[0].find("chat:write") != std::string::npos);
    CHECK(office.slack->health().installed);
}

TEST_CASE("an uncertain message is looked up by our id in the DM", "[posting]") {
    Office office;
    auto ours =
        json::parse(R"({"ts":"17.000200","metadata":{"event_type":"vera_message","event_payload":{"id":"e1-m1"}}})");
    auto others = json::parse(R"([{"ts":"17.000300"},{"ts":"17.000250","metadata":null},7,
        {"ts":"17.000240","metadata":{"event_type":"another_app","event_payload":{"id":"e1-m1"}}}])");
    SECTION("found") {
        auto messages = others;
        messages.push_back(ours);
        office.http.always["conversations.history"] = answered(ok({{"messages", messages}}));
        auto lookup = office.find(message("e1-m1"));
        CHECK(lookup.end == Lookup::End::found);
        CHECK(lookup.platform_id == "D_ANN/17.000200");
        auto arguments = office.http.of("conversations.history").at(0).arguments;
        CHECK(arguments == json{{"channel", "D_ANN"}, {"limit", "100"}, {"include_all_metadata", "true"}});
    }
    SECTION("absent") {
        office.http.always["conversations.history"] = answered(ok({{"messages", others}}));
        CHECK(office.find(message("e1-m1")).end == Lookup::End::absent);
    }
    SECTION("nobody can tell") {
        office.http.always["conversations.history"] = answered(error("missing_scope"));
        CHECK(office.find(message("e1-m1")).end == Lookup::End::cannot);
    }
    SECTION("nobody can tell just now") {
        auto method = GENERATE(as<std::string>{}, "conversations.open", "conversations.history");
        auto answer = GENERATE(failed(HttpEnd::End::unsure), answered(error("ratelimited"), 429),
                               answered(error("token_revoked")));
        office.http.always[method] = answer;
        CHECK(office.find(message("e1-m1")).end == Lookup::End::later);
    }
    SECTION("an edit and a home page may simply be done again") {
        auto edit = message("e2-m1");
        edit.edits = MessageId("e1-m1");
        CHECK(office.find(edit).end == Lookup::End::absent);
        auto home = message("e3-m1");
        home.surface = Surface::home;
        CHECK(office.find(home).end == Lookup::End::absent);
        CHECK(office.http.calls.empty());
    }
}

} // namespace vera::slack
