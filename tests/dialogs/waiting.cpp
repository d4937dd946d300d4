// Answers that come while something else stands open: none is lost, none goes to the wrong question.
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include "core/limits.hpp"

namespace vera {

TEST_CASE("of two people of one name a statement asks which, whatever question is open", "[turn]") {
    Talk talk;
    talk.say("new Nordkai");
    talk.say("Ingrid Aas, COO, last word; Ingrid Berg, with us");
    talk.say("looks right");
    for (const auto* line : {"statement Ingrid", "test Ingrid", "say Ingrid", "more Ingrid"}) {
        CAPTURE(line);
        CHECK_THAT(talk.say(line), ContainsSubstring("Ingrid Aas, Ingrid Berg"));
        CHECK(talk.state.deals[0].people[0].contact.asked == Asked::not_yet); // it is no answer
    }
}

TEST_CASE("a line typed over the offer to tag a note answers the question before it, and is looked at too", "[turn]") {
    Talk talk;
    first_questions(talk);
    talk.say("note Ingrid: asked twice about the date");
    CHECK_THAT(talk.say("me, on 03/04"), ContainsSubstring("03/04: is that"));
    CHECK(talk.state.deals[0].people[0].contact.asked == Asked::not_yet);
    talk.say("Leave the day open");
    CHECK(talk.state.deals[0].people[0].contact.spoken);
}

TEST_CASE("where there is no room for a note, nobody says it was kept", "[turn]") {
    Talk talk;
    first_questions(talk);
    for (const auto* line : {"me", "14 to 11 hours by June"}) talk.say(line);
    auto& notes = talk.state.deals[0].people[0].notes;
    while (notes.size() < limits::notes) notes.push_back({"full", {}});
    talk.say("increase revenue");
    const std::string answer = talk.say("It's the Result");
    CHECK_THAT(answer, ContainsSubstring("the most I keep"));
    CHECK_FALSE(ContainsSubstring("kept that as a note").match(answer));
}

TEST_CASE("a number that moves, told as somebody's Win, is asked about: it is a Result", "[turn]") {
    Talk talk;
    first_questions(talk);
    for (const auto* line : {"me", "don't know"}) talk.say(line);
    CHECK_THAT(talk.say("waiting time 14 to 11 hours by June"), ContainsSubstring("sounds like the Result"));
    talk.say("It's the Result");
    CHECK(talk.state.deals[0].people[0].win.asked == Asked::not_yet);
}

} // namespace vera
