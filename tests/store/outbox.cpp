// What goes out: order within a conversation, edits that fold, states, the hold behind an unknown row.
#include "tests/store/world.hpp"
#include "tests/support/catch.hpp"

namespace vera::store {
namespace {

using std::chrono::seconds;

// Says one line in a turn of its own and returns the message.
Message said_line(World& world, const std::string& text, const MessageId& edits = {}) {
    const Event from = world.said("x");
    Message message = world.message(from, 1, text);
    message.edits = edits;
    CHECK(world.turn(from, [&](Plan& plan) { plan.messages = {message}; }).messages);
    return message;
}

std::vector<Outgoing> waiting(World& world) { return next_to_send(*world, world.now, 10); }

std::string first_line(const Outgoing& row) { return row.message.lines.at(0).text; }

std::vector<std::string> waiting_lines(World& world) {
    std::vector<std::string> lines;
    for (const auto& row : waiting(world)) lines.push_back(first_line(row));
    return lines;
}

using Lines = std::vector<std::string>;

void settle_first(World& world, Sending state, const std::string& platform_id) {
    world.committed([&] {
        const auto rows = waiting(world);
        REQUIRE_FALSE(rows.empty());
        if (rows[0].state == Sending::planned) REQUIRE(mark_sending(*world, rows[0], world.now));
        settle(*world, rows[0].row, state, platform_id, world.now);
        return true;
    });
}

} // namespace

TEST_CASE("a message goes out whole, with the chat it belongs to", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const DealId deal = world.new_deal("Nordhafen");
    const Event from = world.said("x");
    Message message = world.message(from, 1, "What is in it for Ingrid?");
    message.about = deal;
    message.buttons = {{"Don't know", {QuestionId("q1"), "unknown", deal, PersonId("p1"), ActionId("a1")}}};
    message.takes_number = true;
    message.notice = "A question";
    message.unsure = Unsure::drop;
    message.useful_until = world.now + seconds(60);
    world.turn(from, [&](Plan& plan) { plan.messages = {message}; });
    const auto rows = waiting(world);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].message == message);
    CHECK(rows[0].tenant == world.who.tenant);
    CHECK(rows[0].state == Sending::planned);
    CHECK(rows[0].attempt == 0);
    CHECK(rows[0].since == world.now);
    CHECK(rows[0].platform == "slack");
    CHECK(rows[0].workspace == "T1");
    CHECK(rows[0].edits_platform_id.empty());
    CHECK(rows[0].deal_owner == world.who.user);
}

TEST_CASE("only the oldest message of each conversation is next, oldest first", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    said_line(world, "2");
    world.conversation = ConversationId("D2");
    said_line(world, "3");
    said_line(world, "4");
    CHECK(waiting_lines(world) == Lines{"1", "3"});
    CHECK(next_to_send(*world, world.now, 1).size() == 1);
    settle_first(world, Sending::sent, "p1");
    CHECK(waiting_lines(world) == Lines{"2", "3"});
    settle_first(world, Sending::refused, "");
    CHECK(waiting_lines(world) == Lines{"3"});
    settle_first(world, Sending::expired, "");
    CHECK(waiting_lines(world) == Lines{"4"});
}

TEST_CASE("the messages of one turn go out in its order", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Event from = world.said("x");
    world.turn(from, [&](Plan& plan) {
        for (std::size_t i = 0; i < max_plan_messages; ++i)
            plan.messages.push_back(world.message(from, 20 - i, std::to_string(i)));
    });
    for (std::size_t i = 0; i < max_plan_messages; ++i) {
        CHECK(waiting_lines(world) == Lines{std::to_string(i)});
        settle_first(world, Sending::sent, "");
    }
    CHECK(waiting(world).empty());
}

TEST_CASE("an attempt is counted before it is made, and not after a definite no", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    const auto row = waiting(world).at(0).row;
    const auto marked = [&] {
        CHECK(world.committed([&] { return mark_sending(*world, waiting(world).at(0), world.now); }));
    };
    for (int again = 0; again < 2; ++again) {
        world.now += seconds(1);
        marked();
        CHECK(waiting(world).at(0).state == Sending::sending);
        CHECK(waiting(world).at(0).attempt == 1);
        CHECK(waiting(world).at(0).since == world.now);
        world.committed([&] { return settle(*world, row, Sending::planned, "", world.now), true; });
        CHECK(waiting(world).at(0).state == Sending::planned);
        CHECK(waiting(world).at(0).attempt == 0);
    }
    marked();
    marked(); // nobody could tell how the first ended
    CHECK(waiting(world).at(0).attempt == 2);
}

TEST_CASE("a row that is not as it was seen any more is somebody else's", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    const Outgoing planned = waiting(world).at(0);
    const auto mark = [&](const Outgoing& seen) {
        return world.committed([&] { return mark_sending(*world, seen, world.now); });
    };
    CHECK(mark(planned));
    CHECK_FALSE(mark(planned));
    const Outgoing sending = waiting(world).at(0);
    CHECK(mark(sending));
    CHECK_FALSE(mark(sending));
    CHECK(waiting(world).at(0).attempt == 2);
    settle_first(world, Sending::sent, "p1");
    CHECK_FALSE(mark(sending));
    CHECK(waiting(world).empty());
}

TEST_CASE("an edit of a message nobody has seen takes its place", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Message question = said_line(world, "What is the Win?");
    said_line(world, "next");
    const Message edit = said_line(world, "The Win: a seat", question.id);
    const Message edit_of_edit = said_line(world, "The Win: a chair", edit.id);
    CHECK(waiting_lines(world) == Lines{"The Win: a chair"});
    CHECK(waiting(world).at(0).message.id == question.id);
    CHECK(waiting(world).at(0).message.edits.empty());
    settle_first(world, Sending::sent, "p1");
    CHECK(waiting_lines(world) == Lines{"next"});
    settle_first(world, Sending::sent, "p2");
    CHECK(waiting(world).empty());
    said_line(world, "The Win: gone", edit_of_edit.id); // its own row now, of the first message
    CHECK(waiting(world).at(0).message.edits == question.id);
    CHECK(waiting(world).at(0).edits_platform_id == "p1");
}

TEST_CASE("how long an edit is useful is not how long the message is whose place it takes", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Message question = said_line(world, "What is the Win?");
    const Event from = world.said("x");
    Message edit = world.message(from, 1, "The Win: a seat");
    edit.edits = question.id;
    edit.useful_until = world.now + seconds(20);
    world.turn(from, [&](Plan& plan) { plan.messages = {edit}; });
    CHECK(waiting_lines(world) == Lines{"The Win: a seat"});
    CHECK_FALSE(waiting(world).at(0).message.useful_until);
}

TEST_CASE("an edit of a message that was seen, or may be, is a row of its own", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Sending how = GENERATE(Sending::sending, Sending::sent, Sending::unknown);
    const Message question = said_line(world, "What is the Win?");
    world.committed([&] {
        const auto row = waiting(world).at(0);
        REQUIRE(mark_sending(*world, row, world.now));
        if (how != Sending::sending) settle(*world, row.row, how, how == Sending::sent ? "p1" : "", world.now);
        return true;
    });
    const Message edit = said_line(world, "The Win: a seat", question.id);
    world.now += seconds(10);
    if (how == Sending::sending) settle_first(world, Sending::sent, "p1");
    CHECK(waiting_lines(world) == Lines{"The Win: a seat"});
    CHECK(waiting(world).at(0).message.id == edit.id);
    CHECK(waiting(world).at(0).edits_platform_id == (how == Sending::unknown ? "" : "p1"));
}

TEST_CASE("a rewrite that had to be posted anew is what later edits rewrite", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Message question = said_line(world, "1");
    settle_first(world, Sending::refused, "");
    const Message second = said_line(world, "2", question.id);
    settle_first(world, Sending::sent, "new place");
    said_line(world, "3", question.id);
    CHECK(waiting(world).at(0).edits_platform_id == "new place");
    settle_first(world, Sending::sent, "");
    said_line(world, "4", second.id);
    CHECK(waiting(world).at(0).edits_platform_id == "new place");
}

TEST_CASE("an edit of a message that is long gone is a new message", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "x", MessageId("forgotten"));
    CHECK(waiting(world).at(0).edits_platform_id.empty());
}

TEST_CASE("behind an unknown row a conversation waits five seconds, others do not", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    said_line(world, "2");
    world.conversation = ConversationId("D2");
    said_line(world, "3");
    CHECK_FALSE(next_unknown_release(*world, world.now));
    settle_first(world, Sending::unknown, "");
    const Time release = world.now + seconds(5);
    CHECK(waiting_lines(world) == Lines{"3"});
    CHECK(next_unknown_release(*world, world.now) == release);
    world.now = release - Duration(1);
    CHECK(waiting_lines(world) == Lines{"3"});
    world.now = release;
    CHECK(waiting_lines(world) == Lines{"2", "3"});
    CHECK_FALSE(next_unknown_release(*world, world.now));
}

TEST_CASE("a clock that went back holds no conversation", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    said_line(world, "2");
    settle_first(world, Sending::unknown, "");
    world.now -= std::chrono::hours(1);
    CHECK(waiting_lines(world) == Lines{"2"});
    CHECK_FALSE(next_unknown_release(*world, world.now));
}

TEST_CASE("a row left in sending by a crash is shown again after a restart", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    if (world.in_memory()) return;
    said_line(world, "1");
    CHECK(world.committed([&] { return mark_sending(*world, waiting(world).at(0), world.now); }));
    world.reopen();
    CHECK(waiting(world).at(0).state == Sending::sending);
    CHECK(waiting(world).at(0).attempt == 1);
}

TEST_CASE("a message to somebody else, or an edit in another conversation, is our bug", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const Message question = said_line(world, "1");
    const auto refused = [&](const std::function<void(Message&)>& edit) {
        const Event from = world.said("x");
        Message message = world.message(from, 1, "2");
        edit(message);
        CHECK_THROWS_AS(world.turn(from, [&](Plan& plan) { plan.messages = {message}; }), Bug);
        rollback(*world);
    };
    refused([](Message& message) { message.to = UserId("somebody"); });
    refused([](Message& message) { message.id = MessageId(); });
    refused([](Message& message) { message.conversation = ConversationId(); });
    refused([](Message& message) { message.buttons.resize(max_buttons + 1); });
    refused([&](Message& message) {
        message.edits = question.id;
        message.conversation = ConversationId("D2");
    });
}

TEST_CASE("a message that cannot be read is refused, and those behind it go out", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    said_line(world, "1");
    said_line(world, "2");
    world.conversation = ConversationId("D2");
    said_line(world, "3");
    world.committed(
        [&] { return (*world).database->run("update outbox set body = $1 where number = 1", {Blob{"?"}}); });
    CHECK(world.committed([&] { return waiting_lines(world); }) == Lines{"2", "3"});
    CHECK(world.rows("select count(*) from outbox where state = 'refused'") == 1);
    CHECK(world.rows("select count(*) from audit where what = 'message.unreadable'") == 1);
}

TEST_CASE("of several home pages that nobody has seen only the newest goes out", "[store]") {
    World world(GENERATE(from_range(store_engines())));
    const auto show = [&](const std::string& text) {
        const Event opened = world.event(Opened{Surface::home});
        Message page = world.message(opened, 1, text);
        page.surface = Surface::home;
        page.conversation = home_of(opened.conversation);
        world.turn(opened, [&](Plan& plan) { plan.messages = {page}; });
    };
    said_line(world, "in the chat");
    show("old");
    show("newer");
    CHECK(waiting_lines(world) == Lines{"in the chat", "newer"});
    const auto rows = waiting(world);
    world.committed([&] {
        REQUIRE(mark_sending(*world, rows[1], world.now));
        return true;
    });
    show("newest");
    CHECK(waiting_lines(world) == Lines{"in the chat", "newer"}); // under way already: the next one waits behind it
    CHECK(world.rows("select count(*) from outbox where state = 'folded'") == 1);
}

} // namespace vera::store
