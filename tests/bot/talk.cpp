// The scripted talk: what a script on standard input may rely on.
#include "bot/talk.hpp"

#include "bot/ids.hpp"
#include "bot/transaction.hpp"
#include "core/store/clock_mark.hpp"
#include "core/text.hpp"
#include "tests/bot/rig.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

namespace vera {

namespace {

using rig::noon;

// Greets, repeats, reminds: "remind 60" plans a line for in so many minutes, "buttons" shows two.
Plan small_talk(const State& state, const Event& event, Time now) {
    auto plan = rig::repeat(state, event, now);
    auto& text = plan.messages[0].lines[0].text;
    if (std::holds_alternative<Opened>(event.what)) {
        text = "Hello " + state.user.name + ".";
    } else if (auto* chose = std::get_if<Chose>(&event.what)) {
        text = "You chose " + chose->choice.value + ".";
    } else if (auto* due = std::get_if<Due>(&event.what)) {
        text = "It is " + iso_time(now) + ", as planned for " + due->occurrence + ".";
    } else if (text.starts_with("remind ")) {
        Job job;
        job.kind = "reminder";
        job.occurrence = "then";
        job.conversation = event.conversation;
        job.due = now + std::chrono::minutes{std::stoi(text.substr(7))};
        job.local = to_local(job.due, Zone{});
        plan.jobs = {job};
    } else if (text == "buttons") {
        for (auto* label : {"Yes", "No"}) plan.messages[0].buttons.push_back({label, {{}, label, {}, {}, {}}});
    } else if (text == "silence") {
        plan.messages.clear();
    } else if (text.size() > 100) {
        text = "That was " + std::to_string(length(text)) + " characters.";
    }
    return plan;
}

Brain small_brain() { return {small_talk, rig::sorry}; }

Chat::Options still_clock(const std::string& user = "leo") { return {user, Zone{}, noon, false}; }

store::Store store_in(const rig::TemporaryFolder& folder) {
    Settings settings;
    settings.database = folder.file("vera.db");
    auto opened = open_store(settings, store::Key{}, noon);
    REQUIRE(opened);
    return std::move(*opened);
}

std::string script(const rig::TemporaryFolder& folder, const Chat::Options& options, const std::string& typed) {
    RandomIds ids;
    Talk talk(options, store_in(folder), small_brain(), ids);
    std::istringstream in(typed);
    std::ostringstream out;
    run_script(talk, "", in, out);
    return out.str();
}

} // namespace

TEST_CASE("a greeting, then one answer a line, each ended by one empty line", "[talk]") {
    rig::TemporaryFolder folder;
    CHECK(script(folder, still_clock(), "") == "Hello leo.\n\n");
    CHECK(script(folder, still_clock(), "one\ntwo") == "Hello leo.\n\none\n\ntwo\n\n");
    CHECK(script(folder, still_clock(), "silence\n \none\n") == "Hello leo.\n\n\n\none\n\n");
}

TEST_CASE("buttons are typed in a script as well", "[talk]") {
    rig::TemporaryFolder folder;
    CHECK(script(folder, still_clock(), "buttons\n2\nyes\n") ==
          "Hello leo.\n\nbuttons\n[1] Yes  [2] No\n\nYou chose No.\n\nYou chose Yes.\n\n");
}

TEST_CASE("the clock stands still until a line moves it, and what is due comes with that line", "[talk]") {
    rig::TemporaryFolder folder;
    CHECK(script(folder, still_clock(), "remind 90\n@+1h\n@2026-11-23T14:00+01:00\n@+31m\n@+3d\n") ==
          "Hello leo.\n\nremind 90\n\n\n\nIt is 2026-11-23T13:30:00Z, as planned for then.\n\n\n");
}

TEST_CASE("a clock that cannot be moved says so and goes on", "[talk]") {
    rig::TemporaryFolder folder;
    Chat::Options real{"leo", Zone{}, std::nullopt, false};
    for (auto* typed : {"@+1h\n", "@2026-11-27T09:00+01:00\n", "@\n"})
        CHECK_THAT(script(folder, real, typed), ContainsSubstring("\n\nerror: the clock moves only"));
    for (auto* typed : {"@+1y\n", "@\n", "@2026-13-27T09:00Z\n", "@+\n", "@+99999999999999999999d\n"})
        CHECK_THAT(script(folder, still_clock(), typed), ContainsSubstring("\n\nerror: a time is "));
    CHECK_THAT(script(folder, still_clock(), "@+900000d\n"), ContainsSubstring("at most ten years"));
    CHECK_THAT(script(folder, still_clock(), "@2020-01-01T00:00Z\n"), ContainsSubstring("does not go back"));
    CHECK_THAT(script(folder, still_clock(), "@Anna said so\n"), ContainsSubstring("\n\n@Anna said so\n\n"));
}

TEST_CASE("jobs and the talk survive the end of the program", "[talk]") {
    rig::TemporaryFolder folder;
    script(folder, still_clock(), "remind 60\n");
    auto later = still_clock();
    later.now = noon + std::chrono::hours{2};
    CHECK(script(folder, later, "") == "Hello leo.\nIt is 2026-11-23T14:00:00Z, as planned for then.\n\n");
}

TEST_CASE("another user's reminder does not come up in this user's terminal", "[talk]") {
    rig::TemporaryFolder folder;
    script(folder, still_clock("anna"), "remind 60\n");
    CHECK(script(folder, still_clock("leo"), "@+2h\n") == "Hello leo.\n\n\n");
    auto later = still_clock("anna");
    later.now = noon + std::chrono::hours{3};
    CHECK_THAT(script(folder, later, ""), ContainsSubstring("It is 2026-11-23T13:00:00Z"));
}

TEST_CASE("what another program plans on a shared database comes up within a minute", "[talk]") {
    for (auto shared : {true, false}) {
        rig::TemporaryFolder folder;
        auto options = still_clock();
        options.shared = shared;
        RandomIds ids;
        Talk talk(options, store_in(folder), small_brain(), ids);
        talk.greeting();
        store::Account leo{"terminal", "local", "leo", "leo", Zone{}};
        auto who = committed(talk.store(), [&] { return store::identify(talk.store(), leo, "unused", noon); });
        Event event;
        event.id = EventId{"elsewhere"};
        event.keys = {"elsewhere"};
        event.tenant = who.tenant;
        event.user = who.user;
        event.conversation = ConversationId{"terminal-leo"};
        event.at = noon;
        event.what = Said{"from elsewhere"};
        run_batch(talk.store(), small_talk, rig::sorry, {event}, noon);
        CHECK(talk.say("@+59s").empty());
        CHECK(talk.say("@+1s") == (shared ? "from elsewhere\n" : ""));
        talk.finish();
    }
}

TEST_CASE("what is typed is made safe, and a very long line is one turn", "[talk]") {
    rig::TemporaryFolder folder;
    CHECK(script(folder, still_clock(), "\x1b[31mred\xff\n") == "Hello leo.\n\n[31mred\xef\xbf\xbd\n\n");
    auto said = script(folder, still_clock(), std::string(5000, 'a') + "\n" + std::string(200'000, 'b') + "\nend\n");
    CHECK(said == "Hello leo.\n\nThat was 5000 characters.\n\nThat was 65536 characters.\n\nend\n\n");
}

TEST_CASE("a turn that fails for good is answered by the apology", "[talk]") {
    rig::TemporaryFolder folder;
    CHECK(script(folder, still_clock(), "bug\none\n") == "Hello leo.\n\nsorry\n\none\n\n");
}

TEST_CASE("a database that has run on the real clock is not run by hand", "[talk]") {
    rig::TemporaryFolder folder;
    auto store = store_in(folder);
    auto mark = [&](bool real) { return committed(store, [&] { return store::mark_clock(store, real); }); };
    CHECK(mark(false));
    CHECK(mark(true));
    CHECK(mark(true));
    CHECK_FALSE(mark(false));
}

} // namespace vera
