// Strict mode: motives go through forms, and no message ever shows them.
#include "tests/dialogs/talk.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <random>

using namespace vera;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
const Influence& ingrid(const Talk& talk) { return talk.state.deals[0].people[0]; }

// Words that stand nowhere else.
const std::vector<std::string> secrets = {"zebra seat on the board",
                                          "giraffe evenings back",
                                          "okapi power over budgets",
                                          "lynx keeps the budget round",
                                          "quokka hook",
                                          "marmot hours, Ingrid: fourteen become eleven in your report",
                                          "tapir 14 to 11 hours means Ingrid gets it"};

// Everything that can be seen of a turn outside its forms.
std::string seen(const Plan& plan) {
    std::string text;
    for (const auto& message : plan.messages) {
        text += message.notice + "\n";
        for (const auto& line : message.lines) text += line.text + "\n";
        for (const auto& button : message.buttons) text += button.label + "|" + button.choice.value + "\n";
    }
    if (plan.reply) text += plan.reply->ephemeral + "\n";
    return text;
}

bool private_question(const Talk& talk) {
    static constexpr std::array steps = {"win", "evidence", "lose", "plan", "lose_test", "statement", "hook", "line"};
    const auto& pending = talk.state.session.pending;
    return pending && std::ranges::find(steps, pending->step) != steps.end();
}

std::string submit(Talk& talk, const std::string& text) {
    const Pending pending = *talk.state.session.pending;
    return talk.take(Submitted{{"private", pending.deal, pending.person, pending.id}, {{pending.step, text}}});
}

// Says a line, or, where strict mode asks for a form, sends it there.
void answer(Talk& talk, const std::string& text) {
    if (talk.strict && private_question(talk))
        submit(talk, text);
    else
        talk.say(text);
}

Talk at_win() {
    Talk talk;
    talk.strict = true;
    first_questions(talk);
    talk.say("me, last week");
    talk.say("waiting time 14 to 11 hours by June 2027");
    return talk;
}

} // namespace

TEST_CASE("a company's chat is told so in the first greeting, and the terminal is not", "[strict]") {
    Talk open, strict;
    strict.strict = true;
    CHECK_FALSE(contains(open.take(Opened{}), "company may be able to read"));
    CHECK(contains(strict.take(Opened{}), "Your company may be able to read this chat. Strict mode keeps motives out"));
}

TEST_CASE("in strict mode a motive typed into the chat is not stored, and the form is offered again", "[strict]") {
    Talk talk = at_win();
    REQUIRE(talk.state.session.pending->step == "win");
    const std::string text = talk.say("zebra seat on the board");
    CHECK(contains(text, "goes into the form"));
    CHECK(contains(text, "delete it"));
    CHECK(ingrid(talk).win.asked == Asked::not_yet);
    const Choice button = talk.button("Write it in a form");
    talk.can_open_form = true;
    talk.take(Chose{button, ""});
    REQUIRE(talk.plan.reply->form.has_value());
    const Form form = *talk.plan.reply->form;
    CHECK(form.fields.size() == 1);
    talk.take(Submitted{form.key, {{"win", "zebra seat on the board"}}});
    CHECK_FALSE(contains(seen(talk.plan), "zebra"));
    CHECK(ingrid(talk).win.text.reveal() == "zebra seat on the board");
    CHECK(talk.state.session.pending->step == "evidence");
}

TEST_CASE("in strict mode don't know, skip and plain buttons go on by text", "[strict]") {
    Talk talk = at_win();
    talk.say("don't know");
    CHECK(ingrid(talk).win.asked == Asked::does_not_know);
    REQUIRE(talk.state.session.pending->step == "lose");
    CHECK(talk.state.session.pending->buttons.size() == 2); // the kinds of a Lose are in the form
    talk.say("Nothing I know of");
    CHECK(ingrid(talk).lose.asked == Asked::answered);
}

TEST_CASE("a Lose can be chosen in its form, with words or without", "[strict]") {
    Talk talk = at_win();
    talk.say("don't know");
    const Pending pending = *talk.state.session.pending;
    const FormKey key{"private", pending.deal, pending.person, pending.id};
    talk.take(Submitted{key, {{"kind", ""}, {"lose", ""}}});
    REQUIRE(talk.plan.reply.has_value());
    CHECK(talk.plan.reply->errors.size() == 1);
    talk.take(Submitted{key, {{"kind", "budget"}, {"lose", "okapi power over budgets"}}});
    CHECK(ingrid(talk).lose.kinds == std::set{LoseKind::budget});
    CHECK(ingrid(talk).lose.text.reveal() == "okapi power over budgets");
    talk.take(Submitted{key, {{"kind", "job"}, {"lose", ""}}}); // the question is answered: it changes the field
    CHECK(ingrid(talk).lose.kinds.contains(LoseKind::job));
    CHECK_FALSE(contains(talk.say("status"), "their job"));
}

TEST_CASE("in strict mode the person's form has no motives in it", "[strict]") {
    Talk talk = at_win();
    submit(talk, "zebra seat on the board");
    talk.can_open_form = true;
    talk.say("edit Ingrid");
    for (const auto& field : talk.plan.reply->form->fields) {
        CHECK(field.id != "win");
        CHECK(field.id != "lose");
        CHECK_FALSE(contains(field.value, "zebra"));
    }
}

TEST_CASE("a doubt about a private answer stands at its field, and sent again it is kept", "[strict]") {
    Talk talk = at_win();
    const Pending pending = *talk.state.session.pending;
    const Submitted sent{{"private", pending.deal, pending.person, pending.id}, {{"win", "peace after her divorce"}}};
    talk.take(sent);
    REQUIRE(talk.plan.reply.has_value());
    CHECK(talk.plan.reply->errors[0].field == "win");
    CHECK(talk.state.session.pending->id == pending.id);
    CHECK(ingrid(talk).win.asked == Asked::not_yet);
    talk.take(sent);
    CHECK(ingrid(talk).win.asked == Asked::answered);
}

TEST_CASE("the same interview in strict mode, through forms, ends in the same deal", "[strict]") {
    const std::vector<std::string> lines = {"new Nordkai",
                                            "Ingrid Aas, COO, last word; Petra Lund, with us",
                                            "looks right",
                                            "me, last week",
                                            "waiting time 14 to 11 hours by June 2027",
                                            secrets[0],
                                            "she said: \"" + secrets[1] + "\" on 12 November",
                                            secrets[2],
                                            "Ingrid plan",
                                            secrets[3],
                                            "Call her, by Friday",
                                            "statement Ingrid",
                                            secrets[6],
                                            "say Ingrid",
                                            secrets[4],
                                            secrets[5]};
    Talk open, strict;
    strict.strict = true;
    for (const auto& line : lines) {
        CAPTURE(line);
        answer(open, line);
        answer(strict, line);
        for (const auto& secret : secrets) CHECK_FALSE(contains(seen(strict.plan), secret));
    }
    CHECK(strict.state.deals == open.state.deals);
    CHECK(ingrid(strict).positioning.lines.size() == 1);
    CHECK(ingrid(strict).statements.size() == 1);
    CHECK(contains(strict.say("status"), "Win: known (their words, "));
}

TEST_CASE("in strict mode no message shows what was entered through forms, whatever is asked for", "[strict]") {
    static const std::vector<std::string> asked = {"status",
                                                   "prep",
                                                   "picture",
                                                   "review",
                                                   "meddpicc",
                                                   "copy for crm",
                                                   "steps",
                                                   "back",
                                                   "keep",
                                                   "skip",
                                                   "why",
                                                   "Ingrid win",
                                                   "Ingrid evidence",
                                                   "Ingrid lose",
                                                   "Ingrid plan",
                                                   "statement Ingrid",
                                                   "say Ingrid",
                                                   "test Ingrid",
                                                   "more Ingrid",
                                                   "go on",
                                                   "flags",
                                                   "deals",
                                                   "people",
                                                   "looks right",
                                                   "don't know",
                                                   "that was about Petra",
                                                   "Petra win",
                                                   "Petra evidence",
                                                   "let's talk about Ingrid",
                                                   "edit Ingrid",
                                                   "note Ingrid: calls on Fridays",
                                                   "1",
                                                   "yes",
                                                   "settings",
                                                   "privacy"};
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Talk talk = at_win();
        for (int turn = 0; turn < 60; ++turn) {
            const std::string& secret = secrets[random() % secrets.size()];
            const auto kind = random() % 10;
            if (private_question(talk) && kind < 6)
                submit(talk, kind < 2 ? "she said: \"" + secret + "\" on 12 November" : secret);
            else if (kind == 8)
                talk.take(Opened{random() % 2 ? Surface::home : Surface::chat});
            else if (kind == 9)
                talk.take(Deleted{secret});
            else
                talk.say(asked[random() % asked.size()]);
            CAPTURE(seed, turn, seen(talk.plan));
            for (const auto& kept : secrets) REQUIRE_FALSE(contains(seen(talk.plan), kept));
        }
    }
}
