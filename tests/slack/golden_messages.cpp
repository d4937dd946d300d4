// A first talk as Slack shows it: the real turn, drawn, in golden files.
#include "tests/dialogs/talk.hpp"
#include "tests/slack/golden.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace vera::slack {

namespace {

Drawn last_drawn(const Talk&);
Drawn history_drawn(const Talk&);
void until_the_lose(Talk&);

} // namespace

TEST_CASE("a first talk is a greeting, questions with buttons, a list and a Red Flag with a step", "[slack][golden]") {
    Talk talk;
    talk.take(Opened{});
    check_golden_message("greeting", last_drawn(talk));
    talk.say("new Nordkai");
    talk.say("Ingrid Aas, COO, last word; Tomasz Wilk, shift lead, works with it; Petra Lund, with us");
    check_golden_message("list_to_confirm", last_drawn(talk));
    talk.say("looks right");
    check_golden_message("list_as_history", history_drawn(talk));
    until_the_lose(talk);
    check_golden_message("question_with_buttons", last_drawn(talk));
    talk.take(Chose{talk.button("Standing in the team"), "Standing in the team"});
    check_golden_message("question_as_history", history_drawn(talk));
    check_golden_message("red_flag_with_step", last_drawn(talk));
}

TEST_CASE("status, help and a call's brief are lists under headings", "[slack][golden]") {
    Talk talk;
    first_questions(talk);
    until_the_lose(talk);
    talk.say("would have to admit that the 2024 contract was a mistake");
    talk.say("status");
    check_golden_message("status", last_drawn(talk));
    talk.say("help");
    check_golden_message("help", last_drawn(talk));
    talk.say("prep");
    check_golden_message("prep", last_drawn(talk));
}

TEST_CASE("a reminder's notice says less than its lines", "[slack][golden]") {
    Talk talk;
    first_questions(talk);
    until_the_lose(talk);
    talk.say("would have to admit that the 2024 contract was a mistake");
    talk.say("show her the plan as phase two of the 2024 contract, by Friday");
    REQUIRE(talk.plan.jobs.size() == 1);
    const auto job = talk.plan.jobs.front();
    talk.now = job.due;
    talk.take(Due{job.kind, job.occurrence, job.deal, job.person, job.action});
    const auto drawn = last_drawn(talk);
    CHECK(drawn.text == "Nordkai: one point is due");
    CHECK_THAT(drawn.blocks, ContainsSubstring("phase two"));
    check_golden_message("reminder", drawn);
}

TEST_CASE("what strange names wrote stays what they wrote", "[slack][golden]") {
    Message message;
    message.notice = "<!channel> & <@U1>: one point is due";
    message.lines = {{"<!channel> *bold* _low_ ~gone~ `code`", LineStyle::heading},
                     {"<@U061F7AUR> said R&D, &amp; and <https://evil.example|Click>", LineStyle::plain},
                     {"abc\u202Ecba \u200Bzero\u2066 width\x07\x1B[2J", LineStyle::item},
                     {"😀 👩‍🔧 Ñandú Łódź 東京 عربي", LineStyle::item},
                     {"> first\nsecond\r\n\tthird", LineStyle::quote},
                     {"@here #general :tada: http://example.com", LineStyle::context}};
    Choice choice;
    choice.value = "<!channel>\n\"";
    message.buttons = {{"<!here> *R&D*\nsecond line", choice},
                       {"A label that is much longer than any button that Slack would ever draw & more of it", choice}};
    check_golden_message("strange_names", draw(message));
}

TEST_CASE("the home page shows what is next and one button to go on", "[slack][golden]") {
    Message home;
    home.surface = Surface::home;
    home.lines = {{"Next", LineStyle::heading},
                  {"Nordkai, closes 31 March: Ingrid Aas' Win is only a guess", LineStyle::item},
                  {"Brightwater, closes 30 June: nobody over there is with us yet", LineStyle::item},
                  {"Lyon Rail: no call and no day yet", LineStyle::item},
                  {"3 deals, 2 Red Flags before the next call", LineStyle::context}};
    Choice go_on, fresh;
    go_on.value = "go on";
    go_on.deal = DealId{"d1"};
    fresh.value = "new";
    home.buttons = {{"Go on with Nordkai", go_on}, {"New deal", fresh}};
    check_golden_view("home", draw_home(home));
}

namespace {

Drawn last_drawn(const Talk& talk) {
    REQUIRE_FALSE(talk.plan.messages.empty());
    REQUIRE(talk.plan.messages.front().edits.empty());
    return draw(talk.plan.messages.front());
}

Drawn history_drawn(const Talk& talk) {
    REQUIRE_FALSE(talk.plan.messages.empty());
    REQUIRE_FALSE(talk.plan.messages.back().edits.empty());
    return draw(talk.plan.messages.back());
}

void until_the_lose(Talk& talk) {
    for (const auto* line : {"today in a call", "cut overtime from 61 to 16 hours a week by March 2027",
                             "the one who gave the night shift its evenings back",
                             "\"I want my planners home by six\", she said that on 12 November"})
        talk.say(line);
}

} // namespace

} // namespace vera::slack
