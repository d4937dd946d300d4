// Messages changed or deleted in the chat afterwards.
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
const Influence& ingrid(const Talk& talk) { return talk.state.deals[0].people[0]; }

void until_win(Talk& talk) {
    first_questions(talk);
    talk.say("me, last week");
    talk.say("waiting time 14 to 61 hours by June 2027");
}

} // namespace

TEST_CASE("the last answer, edited, is corrected with one line, and the open question stays", "[edited]") {
    Talk talk;
    until_win(talk);
    const std::string text =
        talk.take(Edited{"waiting time 14 to 61 hours by June 2027", "waiting time 14 to 11 hours by June 2027"});
    CHECK(contains(text, "Changed, as you edited it. Result: "));
    CHECK(*ingrid(talk).result.measure.to == 11);
    CHECK(talk.state.session.pending->step == "win");
    talk.take(Edited{"waiting time 14 to 11 hours by June 2027", "waiting time 14 to 10 hours by June 2027"});
    CHECK(*ingrid(talk).result.measure.to == 10);
}

TEST_CASE("an older answer, edited, stays, and it is said how to change it", "[edited]") {
    Talk talk;
    until_win(talk);
    talk.say("the seat on the board");
    const State before = talk.state;
    CHECK(contains(talk.take(Edited{"me, last week", "me, yesterday"}), "stays as it was"));
    CHECK(talk.state.deals == before.deals);
}

TEST_CASE("an edit of what was no answer is asked for once more, and silent when nothing waits", "[edited]") {
    Talk talk;
    CHECK(talk.take(Edited{"helo", "hello"}).empty());
    until_win(talk);
    CHECK(contains(talk.take(Edited{"statsu", "status"}), "send it once more"));
    CHECK(talk.take(Edited{"same", "same"}).empty());
}

TEST_CASE("a deleted message offers to delete what was kept from it", "[edited]") {
    Talk talk;
    until_win(talk);
    talk.say("the seat on the board");
    CHECK(contains(talk.take(Deleted{"the seat on the board"}), "Delete what I kept"));
    const Choice yes = talk.button("Yes, delete it");
    const Choice keep = talk.button("Keep it");
    CHECK(yes.value.find("seat") == std::string::npos);
    CHECK(contains(talk.take(Chose{keep, "Keep it"}), "Kept."));
    CHECK(ingrid(talk).win.asked == Asked::answered);
    CHECK(contains(talk.take(Chose{yes, "Yes, delete it"}), "Deleted."));
    CHECK(ingrid(talk).win.asked == Asked::declined);
    CHECK(ingrid(talk).win.text.reveal().empty());
    CHECK(talk.state.session.pending->step != "evidence"); // there is no Win to know any more
    CHECK(contains(talk.take(Chose{yes, "Yes, delete it"}), "nothing changed"));
}

TEST_CASE("a deleted quote takes the evidence with it, and a deleted next step its reminder", "[edited]") {
    Talk talk;
    until_win(talk);
    talk.say("the seat on the board");
    talk.say("she said: \"I want that seat\" on 12 November");
    REQUIRE(ingrid(talk).win.evidence.size() == 1);
    talk.take(Deleted{"she said: \"I want that seat\" on 12 November"});
    talk.take(Chose{talk.button("Yes, delete it"), ""});
    CHECK(ingrid(talk).win.evidence.empty());
    talk.say("Ingrid next step");
    talk.say("Call her by Friday");
    REQUIRE(ingrid(talk).actions.size() == 1);
    talk.take(Deleted{"Call her by Friday"});
    talk.take(Chose{talk.button("Yes, delete it"), ""});
    CHECK(ingrid(talk).actions.empty());
    CHECK_FALSE(talk.plan.cancelled.empty());
}

TEST_CASE("a deleted message that left nothing is passed over in silence", "[edited]") {
    Talk talk;
    until_win(talk);
    CHECK(talk.take(Deleted{"status"}).empty());
    CHECK(talk.take(Deleted{""}).empty());
}
