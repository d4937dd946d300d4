#include "core/checks/statement.hpp"

#include "tests/core/check_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

CheckContext marta() {
    CheckContext context;
    context.name = "Marta Ilves";
    context.other_people = {"Erik Lund", "Sabine Thiel"};
    return context;
}

StatementDoubt doubt_of(std::string_view text, const CheckContext& context = marta(), bool supported = true) {
    return check_statement(shipped_checks(), text, context, supported).doubt;
}

} // namespace

TEST_CASE("a statement names a number and one person", "[checks]") {
    CHECK(doubt_of("30 hours of downtime instead of 61, and Marta no longer explains plant 4 to the board") ==
          StatementDoubt::none);
    CHECK(doubt_of("You get a 15% reduction in per-unit production cost (Result) that lets you hit your Q4 target and "
                   "positions you for the operations VP promotion you've been working toward (Win).") ==
          StatementDoubt::none);
    CHECK(doubt_of("Less downtime, and Marta no longer explains it") == StatementDoubt::no_number);
    CHECK(doubt_of("Fourteen hours of stops, and Marta no longer explains plant 4") == StatementDoubt::none);
    CHECK(doubt_of("We halve the stops, and Marta no longer explains plant 4") == StatementDoubt::none);
    CHECK(doubt_of("30 hours of stops, and nobody explains plant 4 to the board") == StatementDoubt::no_person);
    CHECK(doubt_of("30 hours of stops, and plant 4 leaves the slides of Marta Ilves and Erik Lund") ==
          StatementDoubt::several_people);
    CHECK(doubt_of("30 hours: Erik, Marta leave the slides") == StatementDoubt::several_people);
    CHECK(doubt_of("30 hours of stops, and Erik sleeps in October") == StatementDoubt::several_people);
    CHECK(doubt_of("30 hours of stops give both of you a quiet October") == StatementDoubt::several_people);
    CHECK(doubt_of("30 hours of stops; Marta presents them to Erik in June") == StatementDoubt::none);
}

TEST_CASE("the words of a statement are looked at first", "[checks]") {
    const auto promise = check_statement(shipped_checks(), "This gets you promoted", marta(), true);
    CHECK(promise.doubt == StatementDoubt::promise);
    REQUIRE(promise.found);
    CHECK(promise.found->word == "gets you promoted");
    const auto hero = check_statement(shipped_checks(), "You will be the hero of plant 4", marta(), true);
    CHECK(hero.doubt == StatementDoubt::wording);
    CHECK(finding_word(hero.found) == "flattery");
    CHECK(doubt_of("Our platform with 12 modules gives you alerts") == StatementDoubt::feature_list);
}

TEST_CASE("a statement stands on evidence and fits no other name", "[checks]") {
    const std::string_view text = "30 hours of downtime, and Marta no longer explains plant 4 to the board";
    CHECK(doubt_of(text, marta(), false) == StatementDoubt::no_evidence);
    CheckContext context = marta();
    context.others = {"30 hours of downtime, and Erik no longer explains plant 4 to the board"};
    CHECK(doubt_of(text, context) == StatementDoubt::fits_anyone);
}

} // namespace vera
