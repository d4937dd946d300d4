// How a message looks in a terminal, and which typed lines are buttons.
#include "bot/terminal/terminal.hpp"

#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace vera {

namespace {

Message message_of(const std::string& id, std::vector<std::string> lines, const std::vector<std::string>& labels) {
    Message message;
    message.id = MessageId{id};
    for (auto& line : lines) message.lines.push_back({line, LineStyle::plain});
    for (auto& label : labels) {
        Choice choice;
        choice.value = id + "/" + label;
        message.buttons.push_back({label, choice});
    }
    return message;
}

// Its buttons belong to an asking; those of message_of stand for themselves, as a reminder's do.
Message question_of(const std::string& id, const std::vector<std::string>& labels) {
    auto message = message_of(id, {id + "?"}, labels);
    for (auto& button : message.buttons) button.choice.question = QuestionId{id};
    return message;
}

struct Screen {
    Screen() : terminal(ConversationId{"here"}, [this](const std::string& drawn) { text += drawn; }) {}
    void show(const Message& message) {
        Outbound out;
        out.message = message;
        boost::asio::co_spawn(network, terminal.post(out), [](std::exception_ptr error, const Attempt& attempt) {
            CHECK_FALSE(error);
            CHECK(attempt.end == Attempt::End::sent);
        });
        network.restart();
        network.poll();
    }
    // The choice's value, or the words in quotes.
    std::string read(const std::string& line) {
        auto meant = terminal.read(line);
        if (auto* chose = std::get_if<Chose>(&meant)) return chose->choice.value;
        return "'" + std::get<Said>(meant).text + "'";
    }
    boost::asio::io_context network;
    std::string text;
    Terminal terminal;
};

} // namespace

TEST_CASE("a message is drawn as lines and numbered buttons", "[terminal]") {
    auto message = message_of("m", {"Who decides?"}, {"Ingrid", "Somebody else"});
    message.lines.push_back({"her Win", LineStyle::item});
    message.lines.push_back({"we need it", LineStyle::quote});
    CHECK(draw(message, {}) == "Who decides?\n- her Win\n> we need it\n[1] Ingrid  [2] Somebody else\n");
    message.takes_number = true;
    CHECK_THAT(draw(message, {}), ContainsSubstring("[#1] Ingrid  [#2] Somebody else\n"));
}

TEST_CASE("what people wrote cannot move the cursor, pose as Vera or make an empty line", "[terminal]") {
    auto message = message_of("m", {"one\x1b[2J\x07 two\r\n\n\n  \nthree \u202e", "", "\n"}, {"a\nb\x1b[1m"});
    CHECK(draw(message, {}) == "one[2J two\nthree\n[1] a b[1m\n");
    CHECK(draw(Message{}, {}).empty());
}

TEST_CASE("a window wraps words and colours what is Vera's own", "[terminal]") {
    auto message = message_of("m", {"one two three four"}, {"Yes", "No", "Later"});
    message.lines.push_back({"five six seven", LineStyle::item});
    CHECK(draw(message, {false, 10}) == "one two\nthree four\n- five six\n  seven\n[1] Yes\n[2] No\n[3] Later\n");
    auto heading = message_of("m", {}, {});
    heading.lines = {{"Deal", LineStyle::heading}};
    CHECK(draw(heading, {true, 0}) == "\x1b[1mDeal\x1b[0m\n");
}

TEST_CASE("a button is typed by its label or its number", "[terminal]") {
    Screen screen;
    screen.show(question_of("old", {"Keep", "Yes"}));
    screen.show(question_of("new", {"Yes, she did", "Yes", "No"}));
    CHECK(screen.read("  yes! ") == "new/Yes");
    CHECK(screen.read("YES, she   did") == "new/Yes, she did");
    CHECK(screen.read("3") == "new/No");
    CHECK(screen.read("#3") == "new/No");
    CHECK(screen.read("4") == "'4'");
    CHECK(screen.read("0") == "'0'");
    CHECK(screen.read("3 people") == "'3 people'");
    CHECK(screen.read("99999999999999999999999") == "'99999999999999999999999'");
    CHECK(screen.read("2 is Technical") == "'2 is Technical'");
}

TEST_CASE("below a newer message, an old question's buttons are no longer typed", "[terminal]") {
    Screen screen;
    screen.show(question_of("contact", {"Me", "Nobody yet"}));
    screen.show(question_of("win", {}));
    for (auto* line : {"nobody yet", "2", "#2"}) CHECK(screen.read(line) == "'" + std::string(line) + "'");
    screen.show(question_of("lose", {"Budget", "Job"}));
    CHECK(screen.read("nobody yet") == "'nobody yet'");
    CHECK(screen.read("2") == "lose/Job");
}

TEST_CASE("a reminder's buttons are typed by label as long as they are there", "[terminal]") {
    Screen screen;
    screen.show(message_of("monday", {"Call Ingrid."}, {"Done", "Not now"}));
    screen.show(message_of("tuesday", {"Call Ben."}, {"Done"}));
    screen.show(question_of("question", {"Me", "Not now"}));
    CHECK(screen.read("done") == "tuesday/Done");
    CHECK(screen.read("not now") == "question/Not now");
    screen.show(question_of("free text", {}));
    CHECK(screen.read("not now") == "monday/Not now");
    CHECK(screen.read("1") == "'1'");
}

TEST_CASE("where the question takes a number, a button is #2", "[terminal]") {
    Screen screen;
    screen.show(question_of("old", {"Keep"}));
    auto question = question_of("q", {"I don't know", "None"});
    question.takes_number = true;
    screen.show(question);
    CHECK(screen.read("2") == "'2'");
    CHECK(screen.read("#2") == "q/None");
    CHECK(screen.read("none") == "q/None");
}

TEST_CASE("an edit is not drawn again, but its buttons count, and what a number means now", "[terminal]") {
    Screen screen;
    screen.show(message_of("one", {"One?"}, {"Yes"}));
    auto question = question_of("two", {"Yes", "No"});
    question.takes_number = true;
    screen.show(question);
    auto shown = screen.text;
    auto edit = question_of("edit", {"Yes"});
    edit.edits = MessageId{"two"};
    screen.show(edit);
    CHECK(screen.text == shown);
    CHECK(screen.read("1") == "edit/Yes");
    edit.buttons.clear();
    screen.show(edit);
    CHECK(screen.read("yes") == "one/Yes");
    CHECK(screen.read("1") == "'1'");
}

TEST_CASE("buttons of long ago are forgotten", "[terminal]") {
    Screen screen;
    screen.show(message_of("first", {"First?"}, {"Unique"}));
    for (std::size_t i = 0; i < remembered_messages; ++i) screen.show(message_of("m", {"?"}, {"Yes"}));
    CHECK(screen.read("unique") == "'unique'");
}

TEST_CASE("a terminal reaches its own user only", "[terminal]") {
    Screen screen;
    CHECK(screen.terminal.reaches(ConversationId{"here"}));
    CHECK_FALSE(screen.terminal.reaches(ConversationId{"there"}));
}

} // namespace vera
