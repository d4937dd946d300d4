#include "dialogs/views/prep.hpp"

#include "core/text.hpp"
#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string prep(const Deal& deal) {
    return shown(deal, [](Desk& desk, const Deal& of) { show_prep(desk, of); });
}

} // namespace

TEST_CASE("prep fits one phone screen for four people", "[prep]") {
    Deal deal = sample_deal();
    for (Influence& person : deal.people) { // every line of it taken
        person.positioning.lines = {
            {Private<std::string>("You said the last slide is always plant four; it needs none"), {}}};
        person.lose.asked = Asked::answered;
        person.lose.suspected = true;
        person.lose.kinds = {LoseKind::budget};
        person.lose.mitigation = "the saving stays in their own budget for a year";
    }
    const std::string text = prep(deal);
    INFO(text);
    CHECK(lines_in(text) <= 22);
    CHECK(length(text) < 1'400);
}

TEST_CASE("with two buyers in the talk, what is in it for one of them is not asked in front of the other", "[prep]") {
    Deal deal = sample_deal();
    const std::string question = "Ask Ingrid: \"When this works, what will you do with it?\"";
    CHECK_THAT(prep(deal), ContainsSubstring(question + " (alone, at the end, or by phone)"));
    std::erase_if(deal.people, [](const Influence& person) { return first_name(person) != "Ingrid"; });
    CHECK_THAT(prep(deal), ContainsSubstring(question + "\n"));
}

TEST_CASE("a question about the Result may be asked in front of everybody", "[prep]") {
    Deal deal = sample_deal();
    person_called(deal, "Tomasz").result.asked = Asked::does_not_know;
    const std::string text = prep(deal);
    CHECK_THAT(text, ContainsSubstring("Ask Tomasz: \"Which number would show you that this worked?\"\n"));
}

TEST_CASE("a guess with a theme is tested by the question for that theme", "[prep]") {
    Deal deal = sample_deal();
    person_called(deal, "Ingrid").win.theme = "advancement";
    CHECK_THAT(prep(deal), ContainsSubstring("Ask Ingrid: \"If this goes well, what comes next for you?\" (alone"));
}

TEST_CASE("a question for the Coach comes before the talk, and their help is not mentioned in it", "[prep]") {
    const std::string text = prep(sample_deal());
    CHECK_THAT(text, ContainsSubstring("Before that: ask Petra: \"What does Devrim talk about"));
    CHECK_THAT(text, ContainsSubstring("Not a word in front of others about help from Petra."));
}

TEST_CASE("what a person could lose comes with the seller's own plan", "[prep]") {
    Deal deal = sample_deal();
    CHECK_THAT(prep(deal), ContainsSubstring("Careful, could lose: their say in it. Your plan: he owns the rule set"));
    person_called(deal, "Devrim").lose.mitigation.clear();
    CHECK_THAT(prep(deal), ContainsSubstring("Careful, could lose: their say in it. No plan yet. Idea: "));
    person_called(deal, "Devrim").lose.kinds.clear();
    person_called(deal, "Devrim").lose.text = Private<std::string>("the calls at weekends");
    CHECK_THAT(prep(deal), ContainsSubstring("Careful, could lose: the calls at weekends. No plan yet."));
    person_called(deal, "Devrim").lose.mitigation = "he signs every change";
    person_called(deal, "Devrim").lose.agreed = true;
    CHECK_THAT(prep(deal), ContainsSubstring("agreed with them, so keep to it: he signs every change"));
}

TEST_CASE("the seller's own line stands there as written; a known Win without one says how to write it", "[prep]") {
    const std::string text = prep(sample_deal());
    CHECK_THAT(text, ContainsSubstring("Your line: \"Shift change at ten past two, every day: let's measure that\""));
    CHECK_THAT(text, ContainsSubstring("Your line: not written yet. Say \"say Petra\"."));
}

TEST_CASE("four people are prepared in full, those with gaps first, the rest by name", "[prep]") {
    Deal deal = sample_deal();
    for (const char* name : {"Ana Ruiz", "Bo Lind"}) {
        Influence person;
        person.person = PersonId{name};
        person.name = name;
        person.result.asked = person.win.asked = person.lose.asked = Asked::not_applicable;
        deal.people.insert(deal.people.begin(), person);
    }
    deal.people_confirmed = false; // their part is not said, and no flag yet
    const std::string text = prep(deal);
    CHECK_THAT(text, ContainsSubstring("Also: Ana, Petra."));
    CHECK(text.find("Ingrid Aas") < text.find("Devrim Kaya"));
}

TEST_CASE("prep for a call names only who is in it", "[prep]") {
    const Deal deal = sample_deal();
    const std::string text =
        shown(deal, [](Desk& desk, const Deal& of) { show_prep(desk, of, {PersonId{"Tomasz Wilk"}}); });
    CHECK_THAT(text, ContainsSubstring("Tomasz Wilk"));
    CHECK(text.find("Ingrid") == std::string::npos);
}

TEST_CASE("prep for a deal without people says so", "[prep]") {
    Deal deal = sample_deal();
    deal.people.clear();
    CHECK_THAT(prep(deal), ContainsSubstring("nobody of theirs is named yet"));
}
