// After a gap: the chats with an open question are read, and what was missed goes the way of everything else.
#include "tests/slack/office.hpp"

namespace vera::slack {

namespace {

using namespace rig;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

json typed(const std::string& ts, const std::string& text, const std::string& user = "U_ANN") {
    return {{"type", "message"}, {"user", user}, {"text", text}, {"ts", ts}, {"team", "T1"}};
}

HttpEnd history(const std::vector<json>& messages) {
    return answered(ok({{"messages", messages}, {"has_more", false}}));
}

void catch_up(Office& office, Time since) {
    auto done = false;
    boost::asio::co_spawn(office.network, office.slack->catch_up(since), [&done](std::exception_ptr error) {
        CHECK_FALSE(error);
        done = true;
    });
    office.settle();
    for (int i = 0; i < 100 && !done; ++i) office.pass(seconds{1});
    REQUIRE(done);
}

Texts said_in(const Office& office) {
    Texts texts;
    for (const auto& event : office.events)
        if (auto* said = std::get_if<Said>(&event.what)) texts.push_back(said->text);
    return texts;
}

} // namespace

TEST_CASE("missed lines come in their order, as events of their own time, and once", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon - minutes{50}}};
    auto bot = typed("1795000002.000100", "Who signs?", "U_VERA");
    bot["bot_id"] = "B_VERA";
    office.http.always["conversations.history"] = history(
        {typed("1795000003.000100", "no, Tom"), bot, typed("1795000001.000100", "Ingrid signs"), "not a message"});
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office) == Texts{"Ingrid signs", "no, Tom"});
    CHECK(office.events[0].at == from_ms(1'795'000'001'000));
    CHECK(office.events[0].conversation == chat_with("U_ANN"));
    auto asked = office.http.of("conversations.history").at(0).arguments;
    CHECK(asked == json{{"channel", "D_ANN"}, {"oldest", "1795432200.000000"}, {"limit", "100"}});

    auto keys = office.events[0].keys;
    catch_up(office, noon - minutes{5});
    CHECK(office.events[2].keys == keys);
}

TEST_CASE("a gap that could not be read does not keep the next one from being read", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon - minutes{50}}};
    office.http.always["conversations.history"] = history({typed("1795000001.000100", "Ingrid signs")});
    office.talks_fail = true;
    auto failed = false;
    boost::asio::co_spawn(office.network, office.slack->catch_up(noon - minutes{5}),
                          [&failed](std::exception_ptr error) { failed = error != nullptr; });
    office.settle();
    REQUIRE(failed);
    office.talks_fail = false;
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office) == Texts{"Ingrid signs"});
}

TEST_CASE("nothing older than the keys of messages is read again", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon - hours{24 * 20}}};
    catch_up(office, noon - minutes{5});
    CHECK(office.http.of("conversations.history").at(0).arguments.at("oldest") == "1794916800.000000");
}

TEST_CASE("only chats of this workspace with an open question are read", "[catch_up]") {
    Office office;
    catch_up(office, noon - minutes{5});
    CHECK(office.http.calls.empty());
    office.waiting = {{"T2", "U_ANN", noon}};
    catch_up(office, noon - minutes{5});
    CHECK(office.http.calls.empty());
}

TEST_CASE("a rate limit is waited for, and the chat is read then", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon}};
    office.http.once["conversations.history"] = {answered(error("ratelimited"), 429, {{"retry-after", "30"}}),
                                                 history({typed("1795000001.000100", "Ingrid signs")})};
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office) == Texts{"Ingrid signs"});
    CHECK(office.http.of("conversations.history").at(1).at == noon + seconds{30});
}

TEST_CASE("a chat is read when Slack works again, whichever of the two calls failed", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon}};
    office.http.once["conversations.open"] = {answered(error("ratelimited"), 429, {{"retry-after", "9"}}),
                                              failed(HttpEnd::End::not_sent)};
    office.http.once["conversations.history"] = {answered(error("internal_error")), failed(HttpEnd::End::not_sent)};
    office.http.always["conversations.history"] = history({typed("1795000001.000100", "Ingrid signs")});
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office) == Texts{"Ingrid signs"});
}

TEST_CASE("more lines than a user may send at once are all taken, at their pace", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon}};
    std::vector<json> messages;
    for (int i = 29; i >= 0; --i) messages.push_back(typed(std::to_string(1'795'000'000 + i) + ".000100", "line"));
    office.http.always["conversations.history"] = history(messages);
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office).size() == 30);
}

TEST_CASE("when history may not be read, the operator hears it once and nobody is asked again", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon}, {"T1", "U_BEA", noon}};
    office.http.always["conversations.history"] = answered(error("missing_scope"));
    catch_up(office, noon - minutes{5});
    catch_up(office, noon - minutes{5});
    CHECK(office.http.of("conversations.history").size() == 2);
    CHECK(office.reports.size() == 1);
}

TEST_CASE("one chat that cannot be read does not keep the others from being read", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_BEA", noon}, {"T1", "U_ANN", noon}};
    office.http.once["conversations.history"] = {answered(error("channel_not_found"))};
    office.http.always["conversations.history"] = history({typed("1795000001.000100", "Ingrid signs")});
    catch_up(office, noon - minutes{5});
    CHECK(said_in(office) == Texts{"Ingrid signs"});
}

TEST_CASE("a second gap during a catch-up is read after it, and stopping ends both", "[catch_up]") {
    Office office;
    office.waiting = {{"T1", "U_ANN", noon}};
    office.http.slow = "conversations.history";
    auto ended = 0;
    auto end = [&ended](std::exception_ptr error) {
        CHECK_FALSE(error);
        ++ended;
    };
    boost::asio::co_spawn(office.network, office.slack->catch_up(noon), end);
    office.settle();
    boost::asio::co_spawn(office.network, office.slack->catch_up(noon), end);
    office.settle();
    CHECK(ended == 1);
    office.http.go_on();
    office.settle();
    CHECK(ended == 2);
    CHECK(office.http.of("conversations.history").size() == 2);

    office.http.always["conversations.history"] = answered(error("ratelimited"), 429);
    boost::asio::co_spawn(office.network, office.slack->catch_up(noon), end);
    office.settle();
    CHECK(ended == 2);
    office.slack->stop();
    office.settle();
    CHECK(ended == 3);
}

} // namespace vera::slack
