// An answer that waits for the question about it: kept, left out, or said not to be kept; never gone in silence.
#include "core/json.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

constexpr auto doubtful = "peace after her divorce";
constexpr auto not_kept = "so it is not kept";

struct Doubted {
    Talk talk;
    Doubted() {
        first_questions(talk);
        for (const auto* line : {"me, last week", "14 to 11 hours by June", doubtful}) talk.say(line);
        REQUIRE(talk.state.session.pending->held);
        CHECK_FALSE(stored());
    }
    bool stored() const {
        for (const auto& person : talk.state.deals.at(0).people)
            if (to_json(person).find(doubtful) != std::string::npos) return true;
        return false;
    }
};

} // namespace

TEST_CASE("an answer that is asked about is stored once it is to be kept, by a button or by word", "[turn]") {
    for (const auto* line : {"No, it's their work", "keep", "keep it", "#2"}) {
        Doubted of;
        of.talk.say(line);
        CAPTURE(line);
        CHECK(of.stored());
        CHECK(of.talk.state.session.pending->step == "evidence");
    }
}

TEST_CASE("an answer that is left out, or passed over, is said to be left out and asked for again", "[turn]") {
    for (const auto* line : {"Yes, leave it out", "skip", "don't know"}) {
        Doubted of;
        const std::string answer = of.talk.say(line);
        CAPTURE(line, answer);
        CHECK_FALSE(of.stored());
        CHECK(of.talk.state.session.pending->step == "win");
        CHECK_THAT(answer, ContainsSubstring(library().wording.say("aside.left_out", {})));
    }
}

TEST_CASE("whoever walks away from the question is told that the answer is not kept", "[turn]") {
    for (const auto* line : {"new Halden Werft", "lost Nordkai"}) {
        Doubted of;
        CAPTURE(line);
        CHECK_THAT(of.talk.say(line), ContainsSubstring(not_kept));
        CHECK_FALSE(of.stored());
    }
}

TEST_CASE("whoever looks elsewhere for a moment is asked about the held answer afterwards", "[turn]") {
    for (const auto* line : {"back", "let's talk about Petra"}) {
        Doubted of;
        CAPTURE(line);
        of.talk.say(line);
        CHECK_FALSE(of.stored());
        REQUIRE_FALSE(of.talk.state.session.parked.empty());
        CHECK(of.talk.state.session.parked.back().held);
    }
}

TEST_CASE("a held answer waits behind a question asked by name, and is told of when too many wait", "[turn]") {
    Doubted of;
    std::string said;
    for (const auto* line : {"objective", "changes", "competition"}) said += of.talk.say(line);
    CHECK(said.find(not_kept) == std::string::npos);
    CHECK_THAT(of.talk.say("own win"), ContainsSubstring(not_kept));
    CHECK_FALSE(of.stored());
}

TEST_CASE("skipping the question about a slip runs no command", "[turn]") {
    Talk talk;
    first_questions(talk);
    talk.say("statsu");
    REQUIRE(talk.state.session.pending->held);
    CHECK(talk.say("skip").find("Red Flags") == std::string::npos);
    CHECK(talk.state.session.pending->step == "contact");
}

TEST_CASE("an answer moves to somebody else only as long as nothing else was said about the first", "[turn]") {
    Talk talk;
    first_questions(talk);
    talk.say("me, last week");
    talk.say("note Ingrid: plays the cello");
    talk.say("that was about Petra");
    CHECK(talk.state.deals[0].people[0].notes.size() == 1);
    CHECK(talk.state.deals[0].people[0].contact.asked == Asked::answered);
}
