// Who may talk, and what Slack's silence changes.
#include "bot/slack/members.hpp"

#include "bot/manual_clock.hpp"
#include "tests/slack/payloads.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace vera::slack {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

Json user_json(Json more = Json::object()) {
    Json user = {{"id", "U1"},
                 {"team_id", "T1"},
                 {"tz", "Europe/Berlin"},
                 {"name", "ann"},
                 {"profile", {{"email", "Ann@Example.com"}, {"display_name", "Ann A."}}}};
    user.update(more);
    return user;
}
Member read(Json more = Json::object()) { return read_member(user_json(std::move(more)).dump(), "T1").value(); }
ApiEnd found(Json more = Json::object()) {
    const Json body = {{"ok", true}, {"user", user_json(std::move(more))}};
    return {ApiEnd::End::ok, "", "", Duration{0}, body.dump()};
}
ApiEnd ended(ApiEnd::End end, const std::string& error = "") { return {end, error, "", Duration{0}, ""}; }

// A Slack that answers at once with `answer`, or holds its answers back until release().
struct Office {
    explicit Office(std::set<std::string> allow = {})
        : members({"T1", std::move(allow)}, clock, [this](std::string user) { return asked_about(std::move(user)); }) {}

    boost::asio::awaitable<ApiEnd> asked_about(std::string user) {
        asked.push_back(user);
        if (holding) {
            auto wait = [this](Resume<int> resume) { held.push_back(std::move(resume)); };
            co_await suspend<int>(std::move(wait));
        }
        if (broken) throw std::runtime_error("the wire is cut");
        co_return answer;
    }
    std::shared_ptr<std::optional<Members::Judged>> start(const std::string& user, const std::string& team) {
        auto judged = std::make_shared<std::optional<Members::Judged>>();
        boost::asio::co_spawn(network, members.judge(user, team), [judged, this](std::exception_ptr error, auto value) {
            error ? void(++failures) : void(*judged = std::move(value));
        });
        run();
        return judged;
    }
    Verdict judge(const std::string& user = "U1", const std::string& team = "T1") {
        return start(user, team)->value().verdict;
    }
    void release() {
        for (auto& resume : std::exchange(held, {})) resume({}, 0);
        run();
    }
    void run() {
        network.restart();
        network.poll();
    }
    void pass(Duration time) { clock.advance_to(clock.now() + time); }

    ManualClock clock{noon};
    boost::asio::io_context network;
    ApiEnd answer = found();
    bool holding = false, broken = false;
    int failures = 0;
    std::vector<std::string> asked;
    std::vector<Resume<int>> held;
    Members members;
};

} // namespace

TEST_CASE("users.info tells members, guests, strangers, bots and leavers apart", "[slack][members]") {
    using Kind = Member::Kind;
    struct Row {
        Json more;
        Kind kind;
    };
    for (const auto& [more, kind] : std::vector<Row>{
             {Json::object(), Kind::full},
             {{{"is_app_user", true}}, Kind::full}, // has authorised the app; a person all the same
             {{{"is_restricted", true}}, Kind::guest},
             {{{"is_restricted", true}, {"is_ultra_restricted", true}}, Kind::guest},
             {{{"is_stranger", true}}, Kind::stranger},
             {{{"team_id", "T2"}}, Kind::stranger},
             {{{"team_id", nullptr}}, Kind::stranger},
             {{{"team_id", "T2"}, {"enterprise_user", {{"teams", {"T3", "T1"}}}}}, Kind::full},
             {{{"team_id", "T2"}, {"enterprise_user", {{"teams", {"T3"}}}}}, Kind::stranger},
             {{{"is_bot", true}}, Kind::bot},
             {{{"is_workflow_bot", true}}, Kind::bot},
             {{{"id", "USLACKBOT"}, {"is_bot", false}}, Kind::bot},
             {{{"deleted", true}}, Kind::deactivated},
             {{{"deleted", true}, {"is_restricted", true}}, Kind::deactivated},
         }) {
        INFO(more.dump());
        CHECK(read(more).kind == kind);
    }
}

TEST_CASE("a member has a name to be called by, an address and a zone", "[slack][members]") {
    CHECK(read().name == "Ann A.");
    CHECK(read().email == "Ann@Example.com");
    CHECK(read().zone.name() == "Europe/Berlin");
    CHECK(read({{"tz", "Mars/Olympus"}}).zone == Zone{});
    CHECK(read({{"tz", nullptr}}).zone == Zone{});
    CHECK(read({{"profile", {{"display_name", " "}, {"real_name", "Ann\nR&amp;D \u202E"}}}}).name == "Ann R&D");
    CHECK(read({{"profile", nullptr}, {"real_name", "Ann Real"}}).name == "Ann Real");
    CHECK(read({{"profile", nullptr}}).name == "ann");
    CHECK(read({{"profile", {{"display_name", std::string(500, 'x')}}}}).name.size() == 120);
    CHECK_FALSE(read_member("{}", "T1"));
    CHECK_FALSE(read_member("", "T1"));
    CHECK_FALSE(read_member("{\"id\":7}", "T1"));
}

TEST_CASE("full members are welcome, everybody else gets the same refusal", "[slack][members]") {
    Office office;
    CHECK(office.judge() == Verdict::welcome);
    for (const Json& more :
         std::vector<Json>{{{"is_restricted", true}}, {{"team_id", "T9"}}, {{"is_bot", true}}, {{"deleted", true}}}) {
        Office other;
        other.answer = found(more);
        CHECK(other.judge() == Verdict::refused);
    }
    CHECK(office.judge("", "") == Verdict::refused);
}

TEST_CASE("another company is refused unasked; an unknown home is asked about", "[slack][members]") {
    Office office;
    CHECK(office.judge("U1", "T2") == Verdict::refused);
    CHECK(office.asked.empty());
    CHECK(office.judge("U1", "") == Verdict::welcome);
    CHECK(office.asked.size() == 1);
}

TEST_CASE("an allow-list names people by id or by address in any case", "[slack][members]") {
    for (const std::string entry : {"U1", "ann@example.com", "ANN@EXAMPLE.COM"}) {
        Office office({entry});
        CHECK(office.judge() == Verdict::welcome);
    }
    for (const std::string entry : {"U2", "u1", "bob@example.com"}) {
        Office office({entry});
        CHECK(office.judge() == Verdict::refused);
    }
    Office guests({"U1"});
    guests.answer = found({{"is_restricted", true}});
    CHECK(guests.judge() == Verdict::refused);
}

TEST_CASE("what users.info said is fresh for five minutes", "[slack][members]") {
    Office office;
    office.judge();
    office.pass(minutes{5});
    CHECK(office.judge() == Verdict::welcome);
    CHECK(office.asked.size() == 1);
    office.pass(Duration{1});
    office.answer = found({{"deleted", true}});
    CHECK(office.judge() == Verdict::refused);
    CHECK(office.asked.size() == 2);
}

TEST_CASE("when Slack gives no answer a member of yesterday goes on, and nobody else", "[slack][members]") {
    for (const auto end : {ApiEnd::End::limited, ApiEnd::End::not_sent, ApiEnd::End::unsure, ApiEnd::End::dead}) {
        Office office;
        office.judge();
        office.answer = ended(end);
        office.pass(hours{24});
        CHECK(office.judge() == Verdict::welcome);
        office.pass(Duration{1});
        CHECK(office.judge() == Verdict::cannot_say);
        CHECK(office.judge("U2") == Verdict::cannot_say);
    }
    Office guests;
    guests.answer = found({{"is_restricted", true}});
    guests.judge();
    guests.answer = ended(ApiEnd::End::unsure);
    guests.pass(hours{1});
    CHECK(guests.judge() == Verdict::cannot_say);
}

TEST_CASE("a user whom Slack does not know is refused; an answer about nobody or somebody else is none",
          "[slack][members]") {
    Office office;
    office.judge();
    office.pass(hours{1});
    office.answer = ended(ApiEnd::End::refused, "user_not_found");
    CHECK(office.judge() == Verdict::refused);
    Office other;
    for (const std::string body :
         {"{\"ok\":true}", "not json", "{\"ok\":true,\"user\":{\"id\":\"U2\",\"team_id\":\"T1\"}}"}) {
        other.answer = {ApiEnd::End::ok, "", "", Duration{0}, body};
        CHECK(other.judge() == Verdict::cannot_say);
    }
    other.answer = ended(ApiEnd::End::refused, "missing_scope");
    CHECK(other.judge() == Verdict::cannot_say);
}

TEST_CASE("a change of the profile counts at once", "[slack][members]") {
    Office office;
    office.judge();
    office.members.learn(read({{"deleted", true}}));
    CHECK(office.judge() == Verdict::refused);
    CHECK(office.asked.size() == 1);
    office.pass(hours{1});
    office.answer = ended(ApiEnd::End::unsure);
    CHECK(office.judge() == Verdict::cannot_say); // no grace from before
    office.members.learn(read());
    CHECK(office.judge() == Verdict::welcome);
    office.members.learn(read({{"team_id", "T2"}})); // one of ours in a Grid, perhaps: only users.info knows
    CHECK(office.judge() == Verdict::cannot_say);
}

TEST_CASE("a change that comes while Slack is asked is newer than the answer", "[slack][members]") {
    Office office;
    office.holding = true;
    auto judged = office.start("U1", "T1");
    office.members.learn(read({{"deleted", true}}));
    office.release();
    REQUIRE(*judged);
    CHECK((*judged)->verdict == Verdict::refused);
}

TEST_CASE("several who ask about one user at once share one call", "[slack][members]") {
    Office office;
    office.holding = true;
    std::vector<std::shared_ptr<std::optional<Members::Judged>>> all;
    for (int i = 0; i < 5; ++i) all.push_back(office.start("U1", "T1"));
    auto other = office.start("U2", "T1");
    CHECK(office.asked == std::vector<std::string>{"U1", "U2"});
    office.release();
    for (const auto& judged : all) {
        REQUIRE(*judged);
        CHECK((*judged)->verdict == Verdict::welcome);
        CHECK((*judged)->member.name == "Ann A.");
    }
    CHECK((*other)->verdict == Verdict::cannot_say); // the answer was about U1
}

TEST_CASE("a call that breaks ends for all who wait, and the next one asks anew", "[slack][members]") {
    Office office;
    office.holding = office.broken = true;
    auto one = office.start("U1", "T1"), two = office.start("U1", "T1");
    office.release();
    CHECK(office.failures == 2);
    office.holding = office.broken = false;
    CHECK(office.judge() == Verdict::welcome);
}

TEST_CASE("what is known is bounded: the oldest is forgotten first", "[slack][members]") {
    Office office;
    office.judge();
    office.pass(Duration{1});
    for (std::size_t i = 1; i < max_known_members; ++i) office.members.learn(read({{"id", "W" + std::to_string(i)}}));
    CHECK(office.judge() == Verdict::welcome);
    CHECK(office.asked.size() == 1);
    office.members.learn(read({{"id", "WX"}}));
    CHECK(office.judge() == Verdict::welcome);
    CHECK(office.asked.size() == 2);
}

} // namespace vera::slack
