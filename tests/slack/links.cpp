// The policy of the links, told what happens second by second; no socket and no clock in sight.
#include "bot/slack/links.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <utility>

namespace vera::slack {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr Time start = Time{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};

std::string text_of(const Do& todo) {
    struct {
        std::string operator()(const AskUrl& one) const { return "ask " + std::to_string(one.epoch); }
        std::string operator()(const Connect& one) const { return "connect " + std::to_string(one.epoch); }
        std::string operator()(const Ping& one) const { return "ping " + std::to_string(one.epoch); }
        std::string operator()(const Close& one) const { return "close " + std::to_string(one.epoch); }
        std::string operator()(const Drop& one) const { return "drop " + std::to_string(one.epoch); }
        std::string operator()(const Say&) const { return "say"; }
        std::string operator()(const GiveUp& one) const { return "give up: " + one.error; }
    } name;
    return std::visit(name, todo);
}

// Collects what the policy wants, as "ask 1, connect 1"; pings are answered and left out.
struct Story {
    Story() { todo(links.begin(now)); }
    std::string now_wants() { return std::exchange(wants, ""); }
    void todo(const std::vector<Do>& all) {
        for (const auto& one : all) {
            if (auto* said = std::get_if<Say>(&one)) sentences.push_back(said->sentence);
            auto* ping = std::get_if<Ping>(&one);
            if (ping && silent.contains(ping->epoch)) continue;
            if (ping) todo(links.on(Heard{ping->epoch}, now));
            if (!ping) wants += (wants.empty() ? "" : ", ") + text_of(one);
        }
    }
    std::string on(const Happened& happened) {
        todo(links.on(happened, now));
        return now_wants();
    }
    std::string pass(Duration time) {
        const auto end = now + time;
        for (auto next = links.next(); next && *next <= end; next = links.next()) {
            now = std::max(now, *next);
            todo(links.on(Tick{}, now));
        }
        now = end;
        return now_wants();
    }
    void come_up(Epoch epoch, int connections = 1) {
        on(GotUrl{epoch});
        on(LinkUp{epoch});
        on(Hello{epoch, connections});
    }
    Time now = start;
    Links links{LinkLimits{}, 7};
    std::string wants;
    std::vector<std::string> sentences;
    std::set<Epoch> silent;
};

struct Lived : Story { // link 1 is up for an hour
    Lived() {
        come_up(1);
        pass(minutes{60});
        now_wants();
    }
};

} // namespace

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
    CHECK(story.on(Goodbye{2, "warning"}).empty()); // young: not at once
    CHECK(story.pass(seconds{1}) == "close 1");
    CHECK(story.on(LinkDown{1}) == "ask 3");
    story.come_up(3);
    CHECK(story.links.newest() == 3);
    CHECK(story.links.open() == 2);
}

TEST_CASE("an old link goes on serving when its replacement is lost", "[links]") {
    Lived story;
    story.on(Goodbye{1, "warning"});
    story.come_up(2);
    story.on(LinkDown{2});
    CHECK(story.links.newest() == 1);
    CHECK(story.pass(seconds{40}) == "ask 3");
    story.come_up(3);
    CHECK(story.pass(seconds{30}) == "close 1");
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
    story.now_wants();
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
    story.now_wants();
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
