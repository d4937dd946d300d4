// The policy of the links, told what happens second by second; no socket and no clock in sight.
#include "bot/slack/links.hpp"

#include "tests/slack/link_story.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

TEST_CASE("a link has a URL of its own and is ready when it has said hello", "[links]") {
    Story story;
    CHECK(story.now_wants() == "ask 1");
    CHECK(story.on(GotUrl{1}) == "connect 1");
    CHECK(story.links.open() == 1);
    CHECK(story.on(LinkUp{1}).empty());
    CHECK_FALSE(story.links.ready());
    CHECK(story.on(Hello{1, 1}).empty());
    CHECK(story.links.ready());
}

TEST_CASE("a fresh URL is asked for after every way of not coming up", "[links]") {
    Story story;
    story.on(GotUrl{1});
    SECTION("the handshake fails") { CHECK(story.on(LinkDown{1}).empty()); }
    SECTION("it closes before hello") {
        story.on(LinkUp{1});
        CHECK(story.on(LinkDown{1}).empty());
    }
    SECTION("it never connects") { CHECK(story.pass(seconds{30}) == "drop 1"); }
    SECTION("it never says hello") {
        story.pass(seconds{5});
        story.on(LinkUp{1});
        CHECK(story.pass(seconds{25}) == "drop 1");
    }
    SECTION("it says goodbye instead of hello") {
        story.on(LinkUp{1});
        CHECK(story.on(Goodbye{1, "refresh_requested"}) == "drop 1");
    }
    CHECK(story.links.open() == 0);
    CHECK(story.pass(seconds{1}) == "ask 2");
}

TEST_CASE("a link that says goodbye is kept until the next one has said hello", "[links]") {
    Lived story;
    const auto* reason = GENERATE("warning", "refresh_requested", "something new", "");
    CHECK(story.on(Goodbye{1, reason}) == "ask 2");
    story.on(GotUrl{2});
    story.on(LinkUp{2});
    CHECK(story.pass(seconds{20}).empty());
    CHECK(story.links.ready());
    CHECK(story.links.newest() == 1);
    CHECK(story.on(Hello{2, 2}).empty());
    CHECK(story.links.newest() == 2);
    CHECK(story.pass(seconds{29}).empty()); // still read
    CHECK(story.pass(seconds{1}) == "close 1");
    CHECK(story.on(LinkDown{1}).empty());
    CHECK(story.links.open() == 1);
}

TEST_CASE("a replacement that fails is tried again while the old link serves", "[links]") {
    Lived story;
    CHECK(story.on(Goodbye{1, "warning"}) == "ask 2");
    CHECK(story.on(NoUrl{2, "internal_error", {}}).empty());
    CHECK(story.pass(seconds{1}) == "ask 3");
    story.on(GotUrl{3});
    story.on(LinkDown{3});
    CHECK(story.pass(seconds{2}) == "ask 4");
    CHECK(story.links.ready());
    CHECK(story.on(LinkDown{1}).empty()); // the next one is already asked for
    CHECK_FALSE(story.links.ready());
}

TEST_CASE("there are never more than two links: a third waits until the oldest has closed", "[links]") {
    Lived story;
    story.on(Goodbye{1, "warning"});
    story.come_up(2);
    CHECK(story.pass(seconds{2}).empty());
    CHECK(story.on(Goodbye{2, "warning"}) == "close 1");
    CHECK(story.on(LinkDown{1}) == "ask 3");
    story.come_up(3);
    CHECK(story.links.newest() == 3);
    CHECK(story.links.open() == 2);
}

TEST_CASE("a young link that says goodbye is replaced at once, young ones in a row are not", "[links]") {
    Story story;
    story.come_up(1);
    story.pass(seconds{5});
    CHECK(story.on(Goodbye{1, "refresh_requested"}) == "ask 2");
    story.come_up(2);
    story.on(LinkDown{1});
    story.pass(seconds{5});
    CHECK(story.on(Goodbye{2, "refresh_requested"}).empty());
    CHECK(story.pass(seconds{2}) == "ask 3");
}

TEST_CASE("an old link goes on serving when its replacement is lost", "[links]") {
    Lived story;
    story.on(Goodbye{1, "warning"});
    story.come_up(2);
    story.on(LinkDown{2});
    CHECK(story.links.newest() == 1);
    CHECK(story.pass(seconds{40}) == "ask 3");
    story.on(GotUrl{3});
    story.on(LinkUp{3});
    CHECK(story.pass(seconds{20}).empty());
    CHECK(story.on(Hello{3, 2}) == "close 1"); // it had its half minute
}

TEST_CASE("what a link that is gone still reports touches nobody", "[links]") {
    Lived story;
    story.on(LinkDown{1});
    story.come_up(2);
    CHECK(story.on(LinkDown{1}).empty());
    CHECK(story.on(Goodbye{1, "link_disabled"}).empty());
    CHECK(story.on(NoUrl{1, "invalid_auth", {}}).empty());
    CHECK(story.on(GotUrl{1}).empty());
    CHECK(story.on(Hello{1, 5}).empty());
    CHECK(story.links.newest() == 2);
    CHECK(story.pass(minutes{60}).empty());
}

TEST_CASE("a link without any frame for 30 s is dropped and replaced", "[links]") {
    Lived story;
    story.silent = {1};
    story.on(Heard{1});
    CHECK(story.pass(seconds{29}).empty());
    CHECK(story.pass(seconds{1}) == "drop 1, ask 2");
}

TEST_CASE("a quiet link is asked every ten seconds whether it is there", "[links]") {
    Lived story;
    story.silent = {1};
    int pings = 0;
    for (int second = 0; second < 25; ++second) {
        story.now += seconds{1};
        for (const auto& todo : story.links.on(Tick{}, story.now)) pings += std::holds_alternative<Ping>(todo) ? 1 : 0;
    }
    CHECK(pings == 2);
}

TEST_CASE("more connections than ours are told to the operator, once for each number", "[links]") {
    Lived story;
    story.on(Goodbye{1, "warning"});
    story.come_up(2, 2); // both are ours
    CHECK(story.sentences.empty());
    story.on(LinkDown{1});
    story.pass(minutes{2});
    story.on(LinkDown{2});
    story.come_up(3, 3);
    REQUIRE(story.sentences.size() == 1);
    CHECK(story.sentences[0].find("counts 3 connections") != std::string::npos);
    story.pass(minutes{2});
    story.on(LinkDown{3});
    story.come_up(4, 3);
    CHECK(story.sentences.size() == 1);
}

TEST_CASE("a link that does not answer the goodbye is dropped at the deadline", "[links]") {
    Lived story;
    story.silent = {1};
    CHECK(story.on(Stop{}) == "close 1");
    CHECK_FALSE(story.links.done());
    CHECK_FALSE(story.links.ready());
    CHECK(story.pass(Duration{4'999}).empty());
    CHECK(story.pass(Duration{1}) == "drop 1");
    CHECK(story.links.done());
}

TEST_CASE("after a stop nothing new begins, wherever the links were", "[links]") {
    Lived story;
    story.on(Goodbye{1, "warning"});
    SECTION("a URL is asked for") {
        CHECK(story.on(Stop{}) == "close 1");
        CHECK(story.on(GotUrl{2}).empty());
    }
    SECTION("a link is coming up") {
        story.on(GotUrl{2});
        CHECK(story.on(Stop{}) == "close 1, drop 2");
        CHECK(story.on(LinkUp{2}).empty());
    }
    SECTION("two are up") {
        story.come_up(2);
        CHECK(story.on(Stop{}) == "close 1, close 2");
        CHECK(story.on(Stop{}).empty());
        story.on(LinkDown{2});
    }
    CHECK(story.on(LinkDown{1}).empty());
    CHECK(story.links.done());
    CHECK(story.pass(minutes{60}).empty());
    CHECK_FALSE(story.links.next());
}

} // namespace vera::slack
