// What auth.test says, and what it means for an operator.
#include "bot/slack/installation.hpp"

#include "tests/support/catch.hpp"

namespace vera::slack {

namespace {

using End = Installation::End;

const std::string good = R"({"ok":true,"team":"Acme","team_id":"T1","user":"vera","user_id":"U1","bot_id":"B1"})";

Installation read(const std::string& body, int status = 200, const std::string& scopes = "chat:write, im:history") {
    HttpEnd end{HttpEnd::End::answered, {}, ""};
    end.answer.status = status;
    end.answer.body = body;
    if (!scopes.empty()) end.answer.headers = {{"x-oauth-scopes", scopes}};
    return read_installation(end);
}

} // namespace

TEST_CASE("a good answer tells who we are, where, and what we may do", "[installation]") {
    auto found = read(good);
    CHECK(found.end == End::good);
    CHECK(found.self.team == "T1");
    CHECK(found.self.user == "U1");
    CHECK(found.self.bot == "B1");
    CHECK(found.team_name == "Acme");
    CHECK(found.scopes == std::set<std::string>{"chat:write", "im:history"});
    CHECK(found.scopes_told);
    CHECK_FALSE(read(good, 200, "").scopes_told);
}

TEST_CASE("what no new try can mend is wrong, with what to do about it", "[installation]") {
    for (auto* error : {"invalid_auth", "account_inactive", "token_revoked", "missing_scope", "something_new"}) {
        auto found = read(std::string(R"({"ok":false,"error":")") + error + "\"}");
        CHECK(found.end == End::wrong);
        CHECK_FALSE(found.trouble.empty());
    }
    CHECK_THAT(read(R"({"ok":false,"error":"missing_scope","needed":"connections:write"})").trouble,
               ContainsSubstring("connections:write"));
    auto whole = read(R"({"ok":true,"team_id":"T1","user_id":"U1","bot_id":"B1","is_enterprise_install":true})");
    CHECK(whole.end == End::wrong);
    CHECK_THAT(whole.trouble, ContainsSubstring("Enterprise Grid"));
    CHECK_THAT(read(R"({"ok":true,"team_id":"T1","user_id":"U1"})").trouble, ContainsSubstring("belongs to a person"));
}

TEST_CASE("what may pass is unreachable, so that a start waits for it", "[installation]") {
    CHECK(read(good, 429).end == End::unreachable);
    CHECK(read("<html>", 503).end == End::unreachable);
    CHECK(read("<html>").end == End::unreachable);
    CHECK(read("[]").end == End::unreachable);
    CHECK(read(R"({"ok":true})").end == End::unreachable);
    CHECK(read(R"({"ok":false,"error":"internal_error"})").end == End::unreachable);
    HttpEnd down{HttpEnd::End::not_sent, {}, "no such host"};
    CHECK(read_installation(down).end == End::unreachable);
    CHECK_THAT(read_installation(down).trouble, ContainsSubstring("no such host"));
}

TEST_CASE("answers of strange shapes are read without harm", "[installation]") {
    for (auto* body : {R"({"ok":"true"})", R"({"ok":true,"team_id":7,"user_id":null})", R"({"ok":false})",
                       R"({"ok":false,"error":{}})", "", "null", R"({"ok":true,"is_enterprise_install":"x"})"})
        CHECK(read(body).end != End::good);
}

} // namespace vera::slack
