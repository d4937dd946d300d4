// The pure turn by itself: what no transcript can type (clicks on old cards, jobs of a world that moved
// on) and what must hold for any input. Conversations are in tests/transcripts.
#include "core/text.hpp"
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

TEST_CASE("the same state and event make the same plan", "[turn]") {
    Talk talk;
    first_questions(talk);
    const Event event = talk.event(Said{"me, last week"});
    const Plan one = take_turn(library(), talk.state, event, talk.now);
    const Plan two = take_turn(library(), talk.state, event, talk.now);
    CHECK(one.next == two.next);
    CHECK(one.messages == two.messages);
}

TEST_CASE("a button from last week's card gets a gentle answer and changes nothing", "[turn]") {
    Talk talk;
    first_questions(talk);
    const Choice old = talk.button("Nobody yet");
    talk.say("me, last week");
    const State before = talk.state;
    talk.take(Chose{old, "Nobody yet"});
    REQUIRE(talk.plan.reply);
    CHECK_THAT(talk.plan.reply->ephemeral, ContainsSubstring("answered already"));
    CHECK(talk.plan.messages.empty());
    CHECK(talk.state.deals == before.deals);
}

TEST_CASE("a click and the same words typed end in the same facts", "[turn]") {
    Talk clicks, words;
    first_questions(clicks);
    first_questions(words);
    clicks.take(Chose{clicks.button("Nobody yet"), "Nobody yet"});
    words.say("nobody yet");
    CHECK(clicks.state.deals[0].people[0].contact.spoken == words.state.deals[0].people[0].contact.spoken);
    CHECK(clicks.state.session.pending->step == words.state.session.pending->step);
}

TEST_CASE("an answered question becomes history without its buttons", "[turn]") {
    Talk talk;
    first_questions(talk);
    const MessageId asked = talk.state.session.pending->message;
    talk.take(Chose{talk.button("Nobody yet"), "Nobody yet"});
    REQUIRE(talk.plan.messages.size() == 2);
    const Message& history = talk.plan.messages[1];
    CHECK(history.edits == asked);
    CHECK(history.buttons.empty());
    CHECK(history.lines.back().text == "Nobody yet");
}

TEST_CASE("one answer brings one new message", "[turn]") {
    Talk talk;
    for (const auto* line : {"new Nordkai", "Ingrid Aas, COO, last word", "yes", "me", "14 to 11 hours", "fame", "gut",
                             "nothing", "none", "status"}) {
        talk.say(line);
        CAPTURE(line);
        CHECK(std::ranges::count_if(talk.plan.messages, [](const Message& m) { return m.edits.empty(); }) == 1);
    }
}

TEST_CASE("the first named Red Flag with a next step comes within eight questions", "[turn]") {
    Talk talk;
    int questions = 0;
    for (const auto* line :
         {"new Nordkai",
          "Ingrid Aas, COO, last word; Tomasz Wilk, works with it; Devrim Kaya, IT, can stop it, built it; Petra Lund, "
          "with us",
          "yes", "me, last week", "14 to 11 hours by June", "be the hero", "my guess", "her say in it"}) {
        const std::string answer = talk.say(line);
        ++questions;
        if (answer.find("Red Flag:") != std::string::npos && answer.find("For instance:") != std::string::npos) break;
    }
    CHECK(questions <= 8);
    CHECK_THAT(talk.plan.messages.front().lines.back().text + talk.plan.messages.front().lines.front().text,
               ContainsSubstring("Next step") || ContainsSubstring("lose") || ContainsSubstring("Ingrid"));
    CHECK(talk.state.session.pending->step == "next_step");
}

TEST_CASE("a person's first pass takes six lines at most", "[turn]") {
    Talk talk;
    talk.say("new Nordkai");
    talk.say("Ingrid Aas, COO, last word");
    talk.say("yes");
    int lines = 0;
    for (const auto* line :
         {"me, last week", "14 to 11 hours by June", "be the hero", "my guess", "her say in it", "Take that one"}) {
        REQUIRE(talk.state.session.pending);
        talk.say(line);
        ++lines;
    }
    CHECK(lines == 6);
    CHECK(talk.state.session.pending->person.empty()); // the next question is about the deal
}

TEST_CASE("a name from another deal is looked up and found", "[turn]") {
    Talk talk;
    first_questions(talk);
    talk.say("let's talk about Marta");
    REQUIRE(talk.plan.needs.people == std::vector<std::string>{"marta"});
    talk.state.seen.people = {"marta"};
    CHECK_THAT(talk.say("let's talk about Marta"), ContainsSubstring("I don't know Marta yet"));
}

TEST_CASE("a reminder of a world that has moved on says nothing", "[turn]") {
    Talk talk;
    first_questions(talk);
    CHECK(talk.take(Due{"reminder", "gone", talk.state.deals[0].head.id, talk.state.deals[0].people[0].person,
                        ActionId{"gone"}})
              .empty());
    CHECK(talk.take(Due{"reminder", "gone", DealId{"nobody's"}, {}, ActionId{"gone"}}).empty());
    CHECK(talk.plan.jobs.empty());
}

TEST_CASE("moving to another time zone moves every deal's reminders", "[turn]") {
    Talk talk;
    first_questions(talk);
    talk.say("zone Asia/Tokyo");
    REQUIRE(talk.plan.errands.size() == 1);
    CHECK(talk.plan.errands[0].deal == talk.state.deals[0].head.id);
    CHECK(talk.state.user.zone.name() == "Asia/Tokyo");
}

TEST_CASE("every limit answers kindly and stores nothing", "[turn]") {
    Talk talk;
    CHECK_THAT(talk.say("new " + std::string(limits::name_text + 1, 'x')), ContainsSubstring("over 120 characters"));
    CHECK(talk.state.deals.empty());
    first_questions(talk);
    const auto deals = talk.state.deals;
    CHECK_THAT(talk.say(std::string(limits::said_text + 1, 'x')), ContainsSubstring("over 4000 characters"));
    CHECK_THAT(talk.say(std::string(limits::fact_text + 1, 'x')), ContainsSubstring("over 1000 characters"));
    CHECK_THAT(talk.say("note Ingrid: " + std::string(limits::fact_text + 1, 'x')),
               ContainsSubstring("over 1000 characters"));
    CHECK(talk.state.deals == deals);
    for (std::size_t i = 0; i < limits::open_deals; ++i)
        talk.state.heads.push_back(
            DealHead{.id = DealId{"d" + std::to_string(i)}, .owner = {}, .name = "D" + std::to_string(i)});
    CHECK_THAT(talk.say("new deal Overflow"), ContainsSubstring("the most I keep"));
}
