#include "dialogs/views/picture.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string picture(const Deal& deal) { return shown(deal, show_picture); }

} // namespace

TEST_CASE("the picture is names and counts, ours included, and no score", "[picture]") {
    const std::string text = picture(sample_deal());
    INFO(text);
    CHECK_THAT(text, ContainsSubstring("Nordkai Terminals: 2 win, 1 loses, 1 guessed, we win\n"));
    CHECK_THAT(text, ContainsSubstring("Win: Tomasz, Petra\n"));
    CHECK_THAT(text, ContainsSubstring("Lose: Devrim (their say in it)\n"));
    CHECK_THAT(text, ContainsSubstring("Win only guessed: Ingrid\n"));
    CHECK_THAT(text, ContainsSubstring("We: a reference in the north\n"));
    CHECK(text.find('%') == std::string::npos);
}

TEST_CASE("the one change that would turn a Lose is a plan, then the person's yes to it", "[picture]") {
    Deal deal = sample_deal();
    CHECK_THAT(picture(deal), ContainsSubstring("a yes from Devrim to the plan, \"he owns the rule set, we only"));
    person_called(deal, "Devrim").lose.mitigation.clear();
    CHECK_THAT(picture(deal), ContainsSubstring("a plan for what Devrim could lose. Say \"Devrim plan\"."));
    person_called(deal, "Devrim").lose = {};
    CHECK(picture(deal).find("One change") == std::string::npos);
    CHECK_THAT(picture(deal), ContainsSubstring("1 unknown"));
}

TEST_CASE("a deal that we lose in is told with what stands", "[picture]") {
    Deal deal = sample_deal();
    deal.own.risks = {SelfRisk::discount, SelfRisk::paid_later};
    CHECK_THAT(picture(deal), ContainsSubstring("we lose\n"));
    CHECK_THAT(picture(deal), ContainsSubstring("We lose: a discount, \"they'll make it up later\"\n"));
    deal.own = {};
    CHECK_THAT(picture(deal), ContainsSubstring("our own Win not asked\n"));
}

TEST_CASE("a pure tender and a deal without people have no picture of people", "[picture]") {
    Deal deal = sample_deal();
    deal.tender = {Asked::answered, true, {}, {}};
    CHECK_THAT(picture(deal), ContainsSubstring("nobody's Win or Lose is looked at"));
    CHECK(picture(deal).find("Devrim") == std::string::npos);
    deal = sample_deal();
    deal.people.clear();
    CHECK_THAT(picture(deal), ContainsSubstring("Nobody is named yet."));
}
