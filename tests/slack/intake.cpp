// Who is heard and who is not, what reaches the house, and what goes back as the ack.
#include "tests/slack/office.hpp"

namespace vera::slack {

namespace {

using namespace rig;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

Inbound other(decltype(Inbound::what) what) {
    auto in = said("");
    in.keys.clear();
    in.what = std::move(what);
    return in;
}

void make_guest(Office& office) {
    office.http.always["users.info"] = answered(user_of_slack("U_ANN", {{"is_restricted", true}}));
}

} // namespace

TEST_CASE("what a member says becomes an event of theirs in their chat", "[intake]") {
    Office office;
    auto in = said("Ingrid signs");
    auto ack = office.take(in);
    CHECK(ack.acknowledge);
    CHECK(ack.payload.empty());
    REQUIRE(office.events.size() == 1);
    const auto& event = office.events[0];
    CHECK(event.keys == in.keys);
    CHECK(event.tenant == TenantId("acme"));
    CHECK(event.user == UserId("user of U_ANN"));
    CHECK(event.conversation == chat_with("U_ANN"));
    CHECK(event.at == in.at);
    CHECK_FALSE(event.id.empty());
    CHECK_FALSE(event.can_open_form);
    CHECK(event.what == decltype(Event::what){Said{"Ingrid signs"}});
    REQUIRE(office.accounts.size() == 1);
    CHECK(office.accounts[0].workspace == "T1");
    CHECK(office.accounts[0].account == "U_ANN");
    CHECK(office.accounts[0].zone.name() == "Europe/Oslo");
    CHECK(user_of(event.conversation) == "U_ANN");
}

TEST_CASE("a turn that could not be saved is not acknowledged, so that Slack brings it again", "[intake]") {
    Office office;
    office.think = [](const Event&) { return Outcome{}; };
    CHECK_FALSE(office.take(said("hello")).acknowledge);
    office.think = [](const Event&) { return Outcome{Outcome::End::quarantined, {}}; };
    CHECK(office.take(said("hello")).acknowledge);
}

TEST_CASE("what makes no turn is acknowledged and counted", "[intake]") {
    Office office;
    CHECK(office.take(other(Ignored{"own_message"})).acknowledge);
    CHECK(office.take(other(Ignored{"own_message"})).acknowledge);
    CHECK(office.take(other(ChannelChanged{"C1"})).acknowledge);
    auto stranger = said("hello");
    stranger.team = "T_OTHER";
    CHECK(office.take(stranger).acknowledge);
    CHECK(office.slack->ignored() ==
          std::map<std::string, std::uint64_t>{{"channel_changed", 1}, {"other_workspace", 1}, {"own_message", 2}});
    CHECK(office.take(other(Challenge{"abc"})).payload == R"({"challenge":"abc"})");
    CHECK(office.take(other(WantsOptions{})).payload == R"({"options":[]})");
    CHECK(office.events.empty());
    CHECK(office.http.calls.empty());
}

TEST_CASE("a guest gets one fixed sentence an hour, and nothing of it reaches the house", "[intake]") {
    Office office;
    make_guest(office);
    CHECK(office.take(said("hello")).acknowledge);
    CHECK(office.take(said("hello?")).acknowledge);
    auto told = office.http.of("chat.postMessage");
    REQUIRE(told.size() == 1);
    CHECK(told[0].arguments == json{{"channel", "D_ANN"}, {"text", "members only"}});
    office.pass(std::chrono::hours{1});
    office.take(said("hello"));
    CHECK(office.http.of("chat.postMessage").size() == 2);
    CHECK(office.events.empty());
    CHECK(office.accounts.empty());
}

TEST_CASE("a command of a guest is answered to them alone, in its ack", "[intake]") {
    Office office;
    make_guest(office);
    for (int i = 0; i < 2; ++i) {
        auto ack = office.take(commanded(Said{"deals"}));
        CHECK(json::parse(ack.payload) == json{{"response_type", "ephemeral"}, {"text", "members only"}});
    }
    CHECK(office.http.of("chat.postMessage").empty());
}

TEST_CASE("somebody of another company is refused unasked, and never written to first", "[intake]") {
    Office office;
    auto in = said("hello", "U_BUYER");
    in.user_team = "T_BUYER";
    in.channel.clear();
    CHECK(office.take(in).acknowledge);
    CHECK(office.http.calls.empty());
    CHECK(office.events.empty());
}

TEST_CASE("only who stands on the list of users is heard, where there is one", "[intake]") {
    Office office({"U_BEA"});
    office.take(said("hello"));
    CHECK(office.events.empty());
    office.http.always["users.info"] = answered(user_of_slack("U_BEA"));
    office.take(said("hello", "U_BEA"));
    CHECK(office.events.size() == 1);
}

TEST_CASE("when nobody can say who speaks, they are asked to try again, and a form stays open", "[intake]") {
    Office office;
    office.http.always["users.info"] = failed(HttpEnd::End::unsure);
    CHECK(office.take(said("hello")).acknowledge);
    REQUIRE(office.http.of("chat.postMessage").size() == 1);
    CHECK(office.http.of("chat.postMessage")[0].arguments.at("text") == "try again");
    CHECK_FALSE(office.take(submitted("deal")).acknowledge);
    CHECK(office.events.empty());
}

TEST_CASE("in a channel she only says where she talks, to the one who called", "[intake]") {
    Office office;
    CHECK(office.take(mentioned()).acknowledge);
    auto told = office.http.of("chat.postEphemeral");
    REQUIRE(told.size() == 1);
    CHECK(told[0].arguments == json{{"channel", "C_SALES"}, {"user", "U_ANN"}, {"text", "let us talk"}});
    auto command = commanded(Called{});
    command.own_chat = false;
    command.channel = "C_SALES";
    CHECK(json::parse(office.take(command).payload).at("text") == "let us talk");
    CHECK(office.events.empty());
}

TEST_CASE("too many lines at once wait at Slack, the user is told, and nobody else waits", "[intake]") {
    Office office;
    for (int i = 0; i < 20; ++i) CHECK(office.take(said("line")).acknowledge);
    CHECK_FALSE(office.take(said("line")).acknowledge);
    CHECK_FALSE(office.take(said("line")).acknowledge);
    CHECK(office.events.size() == 20);
    auto told = office.http.of("chat.postMessage");
    REQUIRE(told.size() == 1);
    CHECK(told[0].arguments.at("text") == "too fast");
    CHECK(office.take(clicked("yes")).acknowledge); // a click is not brought again: its user was told
    CHECK_FALSE(office.take(submitted("deal")).acknowledge);
    CHECK(json::parse(office.take(commanded(Said{"help"})).payload).at("text") == "too fast");
    CHECK(office.events.size() == 20);

    office.http.always["users.info"] = answered(user_of_slack("U_BEA"));
    CHECK(office.take(said("hello", "U_BEA")).acknowledge);
    office.pass(milliseconds{500});
    CHECK(office.take(said("line")).acknowledge);
    CHECK(office.events.size() == 22);
}

TEST_CASE("a new zone or name of somebody who has spoken is an event of its own", "[intake]") {
    Office office;
    Member ann;
    ann.kind = Member::Kind::full;
    ann.user = "U_ANN";
    ann.team = "T1";
    ann.name = "Ann";
    ann.zone = *find_zone("America/New_York");
    auto moved = other(MemberChanged{ann});
    CHECK(office.take(moved).acknowledge);
    CHECK(office.events.empty()); // she has not spoken: it is asked for when she does

    office.take(said("hello"));
    CHECK(office.http.of("users.info").size() == 1); // who has not spoken is not remembered
    CHECK(office.moves.size() == 1);                 // it may have moved while nobody listened
    ann.zone = *find_zone("Asia/Tokyo");
    auto again = other(MemberChanged{ann});
    CHECK(office.take(again).acknowledge);
    CHECK(office.take(again).acknowledge);
    REQUIRE(office.moves.size() == 2);
    CHECK(office.moves[1].what == decltype(Event::what){Moved{ann.zone, "Ann"}});
    CHECK(office.moves[1].user == UserId("user of U_ANN"));
    CHECK(office.moves[1].keys.size() == 1);

    office.think = [](const Event&) { return Outcome{}; };
    ann.name = "Ann Vik";
    CHECK_FALSE(office.take(other(MemberChanged{ann})).acknowledge);
}

TEST_CASE("somebody who was deactivated is not heard any more, at once", "[intake]") {
    Office office;
    office.take(said("hello"));
    Member ann;
    ann.kind = Member::Kind::deactivated;
    ann.user = "U_ANN";
    ann.team = "T1";
    office.take(other(MemberChanged{ann}));
    office.http.always["users.info"] = answered(user_of_slack("U_ANN", {{"deleted", true}}));
    office.take(said("still here"));
    CHECK(office.events.size() == 1);
}

TEST_CASE("an uninstalled app parks the outbox and tells the operator once, until a call works", "[intake]") {
    Office office;
    CHECK(office.take(other(Gone{true})).acknowledge);
    CHECK(office.take(other(Gone{false})).acknowledge);
    CHECK_FALSE(office.slack->health().installed);
    CHECK(office.reports.size() == 1);
    CHECK(office.post(message("e1-m1")).end == Attempt::End::retry);
    CHECK(office.http.calls.empty());
    office.pass(minutes{1});
    CHECK(office.post(message("e1-m1")).end == Attempt::End::sent);
    CHECK(office.slack->health().installed);
}

TEST_CASE("a command from a chat with somebody else does not move the chat with Vera", "[intake]") {
    Office office;
    auto in = commanded(Said{"help"});
    in.channel = "D_WITH_BEA";
    office.take(in);
    office.post(message("e1-m1"));
    CHECK(office.http.of("chat.postMessage").at(0).arguments.at("channel") == "D_ANN");
}

} // namespace vera::slack
