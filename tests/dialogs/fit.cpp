#include "dialogs/views/fit.hpp"

#include "tests/dialogs/views.hpp"
#include "tests/support/catch.hpp"

using namespace vera;

namespace {

std::string fit(const Deal& deal) { return shown(deal, show_fit); }

} // namespace

TEST_CASE("in a pure tender the method says itself that it has little to add", "[fit]") {
    Deal deal = sample_deal();
    deal.tender = {Asked::answered, true, {}, {}};
    CHECK_THAT(fit(deal), ContainsSubstring("little to add"));
    CHECK_THAT(fit(deal), ContainsSubstring("say \"people decide after all\""));
}

TEST_CASE("where people decide, fit names them and their part", "[fit]") {
    Deal deal = sample_deal();
    CHECK_THAT(fit(deal), ContainsSubstring("Ingrid has the last word, Devrim can stop it, Tomasz works with it."));
    CHECK_THAT(fit(deal), ContainsSubstring("Nobody has told me whether criteria alone decide"));
    deal.tender = {Asked::answered, false, {}, {}};
    CHECK_THAT(fit(deal), ContainsSubstring("You told me people decide."));
}

TEST_CASE("without names fit does not guess", "[fit]") {
    Deal deal = sample_deal();
    deal.people.clear();
    CHECK_THAT(fit(deal), ContainsSubstring("I can't tell yet"));
}
