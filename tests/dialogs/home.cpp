// The home page: deals with one gap each, and one button to go on.
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string opened_home(Talk& talk) { return talk.take(Opened{Surface::home}); }
bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("the home page of somebody without deals says so and offers one", "[home]") {
    Talk talk;
    CHECK(contains(opened_home(talk), "No deal yet"));
    REQUIRE(talk.plan.messages.size() == 1);
    CHECK(talk.plan.messages[0].surface == Surface::home);
    CHECK(talk.plan.messages[0].buttons.size() == 1);
    CHECK(talk.button("New deal").value == "form.deal");
}

TEST_CASE("the home page shows each deal with one gap, and its button goes on with the talk", "[home]") {
    Talk talk;
    first_questions(talk);
    talk.say("new Halden Werft");
    const Session before = talk.state.session;
    const std::string text = opened_home(talk);
    CHECK(contains(text, "Nordkai: "));
    CHECK(contains(text, "Halden Werft: nobody named yet"));
    CHECK(talk.state.session == before); // looking changes nothing
    CHECK(talk.plan.messages[0].buttons.size() == 3);
    CHECK(contains(talk.take(Chose{talk.button("Go on with Nordkai"), "Go on with Nordkai"}), "Ingrid"));
    CHECK(talk.plan.messages.front().surface == Surface::chat);
    opened_home(talk);
    talk.take(Chose{talk.button("Go on with Halden Werft"), "Go on with Halden Werft"});
    CHECK(talk.state.session.pending->step == "people");
}

TEST_CASE("the home page has room for five deals, and leaves out those that are closed", "[home]") {
    Talk talk;
    for (const auto* name : {"Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg"}) talk.say("new deal " + std::string(name));
    talk.say("close Gg");
    CHECK(contains(opened_home(talk), "say \"deals\""));
    CHECK(talk.plan.messages[0].buttons.size() == max_buttons);
    CHECK(talk.plan.messages[0].buttons[0].label == "Go on with Ff");
}

TEST_CASE("a deal not looked at yet is asked for before the home page is drawn", "[home]") {
    Talk talk;
    first_questions(talk);
    const auto deals = talk.state.deals;
    talk.state.deals.clear();
    opened_home(talk);
    CHECK(talk.plan.needs.deals == std::vector<DealId>{deals[0].head.id});
    talk.state.seen = talk.plan.needs;
    CHECK(contains(opened_home(talk), "No deal yet")); // gone meanwhile
}
