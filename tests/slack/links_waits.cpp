// How long the links wait after what, and what ends them.
#include "bot/slack/links.hpp"

#include "tests/slack/link_story.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

TEST_CASE("five refusals in a row wait longer each time", "[links]") {
    Story story;
    Duration before{0};
    for (Epoch epoch = 1; epoch <= 5; ++epoch) {
        const auto refused = story.now;
        CHECK(story.on(NoUrl{epoch, "internal_error", {}}).empty());
        REQUIRE(story.links.next());
        const auto wait = *story.links.next() - refused;
        CHECK(wait >= before);
        CHECK(wait >= seconds{1} * (1 << (epoch - 1)) / 2);
        CHECK(wait <= seconds{1} * (1 << (epoch - 1)));
        before = wait;
        CHECK(story.pass(wait) == "ask " + std::to_string(epoch + 1));
    }
}

TEST_CASE("no wait is longer than five minutes, and it never gives up on what passes", "[links]") {
    Story story;
    const auto* error = GENERATE("internal_error", "fatal_error", "ratelimited", "request_timeout", "http_503",
                                 "name not found", "certificate verify failed", "");
    for (Epoch epoch = 1; epoch <= 200; ++epoch) {
        CHECK(story.on(NoUrl{epoch, error, {}}).empty());
        CHECK(story.pass(minutes{5}) == "ask " + std::to_string(epoch + 1));
    }
}

TEST_CASE("Retry-After is honoured to the millisecond", "[links]") {
    Story story;
    story.on(NoUrl{1, "ratelimited", seconds{42}});
    CHECK(story.links.next() == story.now + seconds{42});
    CHECK(story.pass(Duration{41'999}).empty());
    CHECK(story.pass(Duration{1}) == "ask 2");
}

TEST_CASE("two programs with other seeds do not come back in the same moment", "[links]") {
    std::set<Time> moments;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Links links(LinkLimits{}, seed);
        links.begin(start);
        links.on(NoUrl{1, "internal_error", {}}, start);
        moments.insert(links.next().value_or(start));
    }
    CHECK(moments.size() > 15);
}

TEST_CASE("only a link that has lived a minute ends the waiting; one that says hello and goes does not", "[links]") {
    Story story;
    Duration before{0};
    Epoch epoch = 1;
    for (; epoch <= 6; ++epoch) {
        story.come_up(epoch);
        story.pass(seconds{59});
        CHECK(story.on(LinkDown{epoch}).empty());
        const auto wait = story.links.next().value_or(story.now) - story.now;
        CHECK(wait >= before);
        before = wait;
        CHECK(story.pass(wait) == "ask " + std::to_string(epoch + 1));
    }
    story.come_up(epoch);
    story.pass(seconds{60});
    CHECK(story.on(LinkDown{epoch}) == "ask " + std::to_string(epoch + 1));
    story.on(NoUrl{epoch + 1, "internal_error", {}});
    CHECK(story.pass(seconds{1}) == "ask " + std::to_string(epoch + 2)); // as after the first failure
}

TEST_CASE("a wrong token ends it and says which", "[links]") {
    const auto* error = GENERATE("not_authed", "invalid_auth", "account_inactive", "user_removed_from_team",
                                 "team_disabled", "token_revoked", "not_allowed_token_type", "missing_scope");
    Story story;
    CHECK(story.on(NoUrl{1, error, {}}) == "give up: " + std::string(error));
    CHECK(story.links.done());
    CHECK(story.pass(minutes{60}).empty());
    Lived other;
    other.on(Goodbye{1, "warning"});
    CHECK(other.on(NoUrl{2, error, {}}) == "give up: " + std::string(error) + ", close 1");
    other.on(LinkDown{1});
    CHECK(other.links.done());
}

TEST_CASE("with Socket Mode switched off it asks every three minutes and says so once", "[links]") {
    Lived story;
    const auto* reason = GENERATE("link_disabled", "too_many_websockets");
    CHECK(story.on(Goodbye{1, reason}) == "say");
    story.on(LinkDown{1});
    for (Epoch epoch = 2; epoch < 8; ++epoch) {
        CHECK(story.pass(minutes{3} - seconds{1}).empty());
        CHECK(story.pass(seconds{1}) == "ask " + std::to_string(epoch));
        story.on(GotUrl{epoch});
        story.on(LinkUp{epoch});
        CHECK(story.on(Goodbye{epoch, reason}) == "drop " + std::to_string(epoch));
    }
    REQUIRE(story.sentences.size() == 1);
    CHECK(story.sentences[0].find(reason) != std::string::npos);
    story.pass(minutes{3});
    story.come_up(8);
    story.pass(minutes{2});
    CHECK(story.on(Goodbye{8, reason}) == "say"); // anew, after it had been well
}

} // namespace vera::slack
