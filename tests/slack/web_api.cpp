// One call of the Web API: how it goes out, what each answer means, and when it has to wait.
#include "bot/slack/web_api.hpp"

#include "tests/slack/desk.hpp"

namespace vera::slack {

namespace {

using namespace rig;
using std::chrono::milliseconds;
using std::chrono::seconds;
using End = ApiEnd::End;

struct Api : Desk {
    Api() : api(http, clock, "https://slack.example/api") {}
    ApiEnd call(const std::string& method, const std::string& arguments = "{}") {
        return run(api.call("xoxb-1", method, arguments));
    }
    auto begin(const std::string& method, const std::string& channel = "") {
        return start(api.call("xoxb-1", method, "{}", channel));
    }
    ApiEnd end_of(HttpEnd answer) {
        http.once["some.method"].push_back(std::move(answer));
        return call("some.method");
    }
    WebApi api;
};

Headers retry_after(const std::string& seconds) { return {{"retry-after", seconds}}; }

} // namespace

TEST_CASE("a call goes out as JSON with the token in its header", "[web_api]") {
    Api api;
    auto end = api.call("chat.postMessage", R"({"channel":"D1","text":"good morning"})");
    CHECK(end.end == End::ok);
    CHECK(json::parse(end.body) == ok());
    const auto& request = api.http.calls.at(0).request;
    CHECK(request.target == "https://slack.example/api/chat.postMessage");
    CHECK(request.method == "POST");
    CHECK(header(request.headers, "authorization") == "Bearer xoxb-1");
    CHECK(header(request.headers, "content-type") == "application/json; charset=utf-8");
    CHECK(request.body == R"({"channel":"D1","text":"good morning"})");
    CHECK(request.timeout == api_timeout);
}

TEST_CASE("a method that reads no JSON gets form fields", "[web_api]") {
    Api api;
    api.call("conversations.history", R"({"channel":"D 1&x=å","limit":100,"include_all_metadata":true})");
    const auto& call = api.http.calls.at(0);
    CHECK(header(call.request.headers, "content-type") == "application/x-www-form-urlencoded");
    CHECK(call.request.body == "channel=D%201%26x%3D%C3%A5&include_all_metadata=true&limit=100");
    api.call("apps.connections.open");
    CHECK(api.http.calls.at(1).request.body.empty());
}

TEST_CASE("each answer of Slack's means one thing", "[web_api]") {
    auto code = GENERATE(table<std::string, End>({{"invalid_auth", End::dead},
                                                  {"account_inactive", End::dead},
                                                  {"token_revoked", End::dead},
                                                  {"not_authed", End::dead},
                                                  {"token_expired", End::dead},
                                                  {"team_access_not_granted", End::dead},
                                                  {"org_login_required", End::dead},
                                                  {"internal_error", End::unsure},
                                                  {"fatal_error", End::unsure},
                                                  {"service_unavailable", End::unsure},
                                                  {"request_timeout", End::unsure},
                                                  {"ratelimited", End::limited},
                                                  {"rate_limited", End::limited},
                                                  {"channel_not_found", End::refused},
                                                  {"invalid_blocks", End::refused},
                                                  {"something_new", End::refused}}));
    Api api;
    auto end = api.end_of(answered(error(std::get<0>(code))));
    CHECK(end.end == std::get<1>(code));
    CHECK(end.error == std::get<0>(code));
    CHECK(end.body.empty());
}

TEST_CASE("what is no answer of Slack's is told apart by whether it may have been carried out", "[web_api]") {
    Api api;
    CHECK(api.end_of(failed(HttpEnd::End::not_sent)).end == End::not_sent);
    CHECK(api.end_of(failed(HttpEnd::End::unsure)).end == End::unsure);
    CHECK(api.end_of(answered("a page of words", 503)).error == "http_503");
    CHECK(api.end_of(answered(ok(), 500)).end == End::unsure);
    CHECK(api.end_of(answered("a page of words", 408)).end == End::unsure);
    CHECK(api.end_of(answered("log in to the guest network", 403)).end == End::not_sent);
    CHECK(api.end_of(answered("", 302)).end == End::not_sent);
    CHECK(api.end_of(answered(error("not_in_channel"), 400)).end == End::refused);
    auto cut = answered(ok());
    cut.answer.body = R"({"ok":tr)";
    CHECK(api.end_of(cut).end == End::unsure);
    CHECK(api.end_of(answered({{"fine", true}})).end == End::unsure);
    CHECK(api.end_of(answered({{"ok", "yes"}})).end == End::unsure);
}

TEST_CASE("a missing scope says which, and a code never brings other text into the log", "[web_api]") {
    Api api;
    auto body = error("missing_scope");
    body["needed"] = "im:write";
    auto end = api.end_of(answered(body));
    CHECK(end.end == End::refused);
    CHECK(end.needed == "im:write");
    CHECK(api.end_of(answered(error("bad\n<b>code</b> " + std::string(200, 'x')))).error.starts_with("badbcodeb"));
    CHECK(api.end_of(answered({{"ok", false}, {"error", 7}})).error.empty());
}

TEST_CASE("after a 429 the method stands still exactly as long as Slack says, others go on", "[web_api]") {
    Api api;
    api.http.once["views.open"].push_back(answered(error("ratelimited"), 429, retry_after("7")));
    auto end = api.call("views.open");
    CHECK(end.end == End::limited);
    CHECK(end.wait == seconds{7});
    CHECK(api.call("views.publish").end == End::ok);

    auto refused = api.call("views.open"); // longer than anybody waits in line
    CHECK(refused.end == End::limited);
    CHECK(refused.wait == seconds{7});
    api.pass(seconds{3});
    auto waits = api.begin("views.open"); // this one waits in line
    api.pass(milliseconds{3'999});
    CHECK(api.http.of("views.open").size() == 1);
    api.pass(milliseconds{1});
    REQUIRE(waits->value);
    CHECK(waits->value->end == End::ok);
    CHECK(api.http.of("views.open").at(1).at == noon + seconds{7});
}

TEST_CASE("a 429 without a good Retry-After closes the method for half a minute", "[web_api]") {
    auto header = GENERATE(as<std::string>{}, "", "soon", "-3", "0", "7.5", "999999999999");
    Api api;
    auto end = api.end_of(answered("not JSON", 429, retry_after(header)));
    CHECK(end.end == End::limited);
    CHECK(end.wait == default_retry_after);
    CHECK(api.end_of(answered(ok())).wait == default_retry_after);
    CHECK(api.http.calls.size() == 1);
}

TEST_CASE("an edit does not stand in line: its caller may have news to post", "[web_api]") {
    Api api;
    for (int i = 0; i < 25; ++i) CHECK(api.call("chat.update").end == End::ok);
    auto edit = api.begin("chat.update");
    REQUIRE(edit->value);
    CHECK(edit->value->end == End::limited);
    CHECK(edit->value->wait > Duration{0});
}

TEST_CASE("a 429 also holds those who stand in line already, and they keep their order", "[web_api]") {
    Api api;
    for (int i = 0; i < 25; ++i) api.call("conversations.history");
    api.http.slow = "conversations.history";
    api.pass(milliseconds{1'200});
    auto slow = api.begin("conversations.history");
    auto first = api.begin("conversations.history");
    auto second = api.begin("conversations.history");
    REQUIRE_FALSE(first->value);
    api.http.once["conversations.history"].push_back(answered(error("ratelimited"), 429, retry_after("2")));
    api.http.go_on();
    api.settle();
    REQUIRE(slow->value);
    CHECK(slow->value->end == End::limited);
    api.pass(milliseconds{1'999});
    CHECK_FALSE(first->value);
    api.pass(milliseconds{1});
    CHECK(first->value);
    CHECK_FALSE(second->value);
    api.pass(milliseconds{1'200});
    CHECK(second->value);
}

TEST_CASE("a channel gets one message a second after a small burst, and other channels do not wait", "[web_api]") {
    Api api;
    std::vector<std::shared_ptr<Ended<ApiEnd>>> ends;
    for (int i = 0; i < 8; ++i) ends.push_back(api.begin("chat.postMessage", "D1"));
    CHECK(api.http.calls.size() == 5);
    auto other = api.begin("chat.postMessage", "D2");
    CHECK(other->value);
    for (int i = 0; i < 3; ++i) {
        api.pass(milliseconds{999});
        CHECK_FALSE(ends[5 + i]->value);
        api.pass(milliseconds{1});
        REQUIRE(ends[5 + i]->value);
        CHECK(ends[5 + i]->value->end == End::ok);
    }
}

TEST_CASE("who would stand in line too long is told when to come again", "[web_api]") {
    Api api;
    std::vector<std::shared_ptr<Ended<ApiEnd>>> ends;
    for (int i = 0; i < 15; ++i) ends.push_back(api.begin("chat.postMessage", "D1"));
    api.pass(longest_in_line);
    CHECK(api.http.calls.size() == 10);
    for (const auto& end : ends) REQUIRE(end->value);
    CHECK(ends.back()->value->end == End::limited);
    CHECK(ends.back()->value->wait >= seconds{1});
}

TEST_CASE("stopping ends every wait in line, and nothing goes out any more", "[web_api]") {
    Api api;
    std::vector<std::shared_ptr<Ended<ApiEnd>>> ends;
    for (int i = 0; i < 8; ++i) ends.push_back(api.begin("chat.postMessage", "D1"));
    api.api.stop();
    api.settle();
    for (const auto& end : ends) REQUIRE(end->value);
    CHECK(ends.back()->value->end == End::limited);
    CHECK(api.call("auth.test").end == End::limited);
    CHECK(api.http.calls.size() == 5);
}

TEST_CASE("a client that goes while callers stand in line takes them along", "[web_api]") {
    Desk desk;
    std::vector<std::shared_ptr<Ended<ApiEnd>>> ends;
    {
        WebApi api(desk.http, desk.clock, "https://slack.example/api/");
        for (int i = 0; i < 8; ++i) ends.push_back(desk.start(api.call("xoxb-1", "chat.postMessage", "{}", "D1")));
    }
    desk.settle();
    CHECK_FALSE(ends.back()->value);
    CHECK(desk.http.calls.size() == 5);
}

} // namespace vera::slack
