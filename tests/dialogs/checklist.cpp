#include "dialogs/views/checklist.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string checklist(const Deal& deal) { return shown(deal, show_checklist); }

} // namespace

TEST_CASE("the checklist is the four steps, with who is done and who is open", "[checklist]") {
    const std::string text = checklist(sample_deal());
    INFO(text);
    CHECK_THAT(text, ContainsSubstring("1. Result and Win told apart: done Ingrid, Tomasz; open "));
    CHECK_THAT(text, ContainsSubstring("2. Statement written: "));
    CHECK_THAT(text, ContainsSubstring("3. Lose tested, or with a plan: done Devrim; "));
    CHECK_THAT(text, ContainsSubstring("4. How to say it: "));
}

TEST_CASE("six people fit twelve lines", "[checklist]") {
    Deal deal = sample_deal();
    for (const char* name : {"Ana Ruiz", "Bo Lind"}) {
        Influence person;
        person.person = PersonId{name};
        person.name = name;
        deal.people.push_back(person);
    }
    CHECK(lines_in(checklist(deal)) <= 12);
}

TEST_CASE("the checklist names one next box and the word that opens it", "[checklist]") {
    Deal deal = sample_deal();
    CHECK_THAT(checklist(deal), ContainsSubstring("Next: how we know the Win of Ingrid. Say \"Ingrid evidence\"."));
    std::erase_if(deal.people, [](const Influence& person) { return first_name(person) != "Tomasz"; });
    deal.people_confirmed = false; // one person left, and no flag about the list
    const std::string next = checklist(deal);
    CHECK_THAT(next, ContainsSubstring("Say \"statement Tomasz\".") || ContainsSubstring("Say \"test Tomasz\"."));
}

TEST_CASE("a deal without people has no checklist yet", "[checklist]") {
    Deal deal = sample_deal();
    deal.people.clear();
    CHECK_THAT(checklist(deal), ContainsSubstring("nobody named yet"));
}
