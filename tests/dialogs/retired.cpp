// Open questions whose step changed in the library meanwhile: whatever an editor does, the next line gets an
// answer and nothing typed is lost. What runs on real files is in tests/bot/live_library.cpp.
#include "dialogs/library/retired.hpp"

#include "dialogs/turn.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace vera;

namespace {

struct Talk {
    Library library = *read_library(compiled_in_files());
    State state;
    Plan plan;
    Time now = *parse_iso_time("2026-11-24T16:05:00+01:00");
    int events = 0;

    Talk() {
        state.user.id = UserId{"leo"};
        state.user.tenant = TenantId{"t"};
        state.user.name = "Leo";
        state.session.conversation = ConversationId{"c"};
        for (const auto* line : {"new Nordkai", "Ingrid Aas, COO, last word; Petra Lund, with us", "looks right"})
            say(line);
    }
    std::string take(decltype(Event::what) what) {
        const std::string id = "e" + std::to_string(++events);
        plan = take_turn(
            library, state,
            {EventId{id}, {id}, TenantId{"t"}, UserId{"leo"}, ConversationId{"c"}, {}, now, false, std::move(what)},
            now);
        state = plan.next;
        std::string text;
        for (const auto& message : plan.messages)
            for (const auto& line : message.lines) text += line.text + "\n";
        return text;
    }
    std::string say(const std::string& text) { return take(Said{text}); }
    void to_the_evidence() {
        for (const auto* line : {"me, last week", "waiting time 14 to 11 hours by June", "be the hero of the group"})
            say(line);
    }
    Script& script() { return library.scripts.at("person"); }
    ScriptStep& step(const std::string& id) { return *std::ranges::find(script().steps, id, &ScriptStep::id); }
    const Influence& ingrid() const { return state.deals.front().people.front(); }
};

} // namespace

TEST_CASE("a line for a step that is gone is kept as a note, and the talk goes on", "[library]") {
    Talk talk;
    talk.to_the_evidence();
    std::erase_if(talk.script().steps, [](const ScriptStep& step) { return step.id == "evidence"; });
    const std::string answer = talk.say("she said so on Monday");
    CHECK_THAT(answer, ContainsSubstring("Kept as a note, not as a fact: she said so on Monday"));
    CHECK_THAT(answer, ContainsSubstring("what could Ingrid still lose?"));
    CHECK(talk.state.deals.front().notes.back().text == "she said so on Monday");
    CHECK(talk.ingrid().win.evidence.empty());
}

TEST_CASE("a button of a step that asks for something else now is not taken for an answer", "[library]") {
    Talk talk;
    talk.to_the_evidence();
    const Choice guess = talk.plan.messages.front().buttons.back().choice;
    REQUIRE(guess.value == "guess");
    talk.script().retired = {{"old", "evidence", ""}};
    talk.state.session.pending->step = "old"; // as if it had been asked before the retirement
    SECTION("the successor takes it") {
        talk.take(Chose{guess, "It's my guess"});
        CHECK(talk.ingrid().win.evidence.size() == 1);
    }
    SECTION("the successor has no such button") {
        talk.script().retired = {{"old", "result", ""}};
        CHECK_THAT(talk.take(Chose{guess, "It's my guess"}), ContainsSubstring("Ingrid"));
        CHECK(talk.ingrid().win.evidence.empty());
        CHECK(talk.state.session.pending->step == "result");
    }
}

TEST_CASE("the buttons of a retired step stay good when its successor is asked again", "[library]") {
    Talk talk;
    const Choice me = talk.plan.messages.front().buttons.front().choice;
    REQUIRE(me.value == "me");
    talk.script().retired = {{"contact", "met", ""}};
    talk.step("contact").id = "met";
    for (auto& [key, entry] : std::map(talk.library.wording.entries))
        if (key.starts_with("person.contact."))
            talk.library.wording.entries.emplace("person.met." + key.substr(15), entry);
    talk.library.wording.entries.emplace("unknown.met", Wording::Entry{"Fair.", ""});
    talk.say("go on");
    CHECK(talk.state.session.pending->step == "met");
    CHECK(talk.state.session.pending->id == me.question);
    talk.take(Chose{me, "I did"});
    CHECK(talk.ingrid().contact.spoken);
}

TEST_CASE("back and corrections find the way through retired steps", "[library]") {
    Talk talk;
    talk.say("me, last week");
    talk.say("waiting time 14 to 11 hours by June");
    talk.script().retired = {{"result", "number", ""}};
    talk.step("result").id = "number";
    CHECK_THAT(talk.say("no, 12 not 11"), ContainsSubstring("12"));
    CHECK(talk.ingrid().result.measure.to == 12);
}
