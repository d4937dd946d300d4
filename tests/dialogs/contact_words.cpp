#include "dialogs/contact_words.hpp"

#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

const Day tuesday = parse_iso_day("2026-11-24").value();

} // namespace

TEST_CASE("a talk is read from who it was, when, or a word for it", "[contact]") {
    for (const auto* text :
         {"me", "I did", "me, at the fair", "Ana once, in September", "Ana", "yesterday", "Ana+me, video",
          "coffee in Malmö", "she called us", "last week", "Joost met them", "я встречался с ней"})
        CHECK(read_contact(text, tuesday) == ContactRead::talk);
}

TEST_CASE("what is planned is no contact, and nobody is nobody", "[contact]") {
    for (const auto* text :
         {"we will meet her on Friday", "going to call him", "I plan to visit next week", "I'll call tomorrow"})
        CHECK(read_contact(text, tuesday) == ContactRead::to_come);
    for (const auto* text : {"nobody", "not yet", "none of us", "never"})
        CHECK(read_contact(text, tuesday) == ContactRead::nobody);
}

TEST_CASE("words about something else are never a contact by themselves", "[contact]") {
    for (const auto* text : {"hm", "ok", "maybe Ana", "she wants less waiting", "stop the overtime",
                             "we gave them 20% discount", "later shifts", "the budget is tight"})
        CHECK(read_contact(text, tuesday) == ContactRead::unclear);
    Talk talk;
    first_questions(talk);
    CHECK_THAT(talk.say("she wants less waiting"), ContainsSubstring("spoken with Ingrid?"));
    CHECK(talk.state.deals[0].people[0].contact.asked == Asked::not_yet);
    talk.say("stop the overtime"); // said once more: the question itself comes back
    CHECK(talk.state.deals[0].people[0].contact.asked == Asked::not_yet);
    CHECK(talk.state.session.pending->step == "contact");
}

} // namespace vera
