// The folder of the library while Vera runs: what a change in it does to the talks.
#include "bot/live_library.hpp"

#include "bot/ids.hpp"
#include "bot/talk.hpp"
#include "tests/bot/rig.hpp"
#include "tests/bot/written.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

namespace vera {

namespace {

using rig::noon;
using rig::written;

std::string own(const std::string& file) { return compiled_in_files().at(file); }

std::string changed(const std::string& file, const std::string& from, const std::string& to) {
    auto text = own(file);
    auto at = text.find(from);
    REQUIRE(at != text.npos);
    return text.replace(at, from.size(), to);
}

LiveLibrary live_in(const rig::TemporaryFolder& folder) {
    auto opened = open_live_library(folder.path());
    REQUIRE(opened);
    return std::move(*opened);
}

std::string greeting_of(const LiveLibrary& live) {
    return live.current()->wording.say("greeting.back", {{"user", "Leo"}});
}

std::string all(const std::vector<std::string>& lines) {
    std::string text;
    for (auto& line : lines) text += line + "\n";
    return text;
}

const std::string hello = "Welcome back, {user}.";
const std::string win_step = "id = \"win\"\nkind = \"win\"\n";

// A talk on a folder, its clock moved by hand.
struct Room {
    rig::TemporaryFolder folder;
    RandomIds ids;
    std::unique_ptr<Talk> talk;
    std::string library() const { return folder.file("library"); }
    void write(const std::string& name, const std::string& text) { written(folder, "library/" + name, text); }
    std::string start() {
        talk.reset();
        std::filesystem::create_directories(library());
        Settings settings;
        settings.database = folder.file("vera.db");
        auto store = open_store(settings, store::Key{}, noon);
        REQUIRE(store);
        auto live = open_live_library(library());
        REQUIRE(live);
        talk = std::make_unique<Talk>(Chat::Options{"leo", Zone{}, noon}, std::move(*store), brain_of(std::move(*live)),
                                      ids);
        return talk->greeting();
    }
    std::string say(const std::string& line) { return talk->say(line); }
    // To the Win of Ingrid, in the first talk.
    std::string to_the_win() {
        say("new Nordkai");
        say("Ingrid Aas, COO, last word; Petra Lund, with us");
        say("looks right");
        say("me, last week");
        return say("waiting time 14 to 11 hours per ship by end of June");
    }
};

} // namespace

TEST_CASE("a changed library is in use a moment later, and a turn keeps the one it began with", "[library]") {
    rig::TemporaryFolder folder;
    auto live = live_in(folder);
    CHECK(live.look(noon).empty());
    auto before = live.current();
    written(folder, "wording/en.toml", changed("wording/en.toml", hello, "Good to see you, {user}."));
    CHECK(live.look(noon + look_every / 2).empty());
    CHECK(greeting_of(live) == "Welcome back, Leo.");
    CHECK_THAT(all(live.look(noon + look_every)), ContainsSubstring("is in use"));
    CHECK(greeting_of(live) == "Good to see you, Leo.");
    CHECK(before->wording.say("greeting.back", {{"user", "Leo"}}) == "Welcome back, Leo.");
    CHECK(live.look(noon + 2 * look_every).empty());
    std::filesystem::remove(folder.file("wording/en.toml"));
    CHECK_THAT(all(live.look(noon + 3 * look_every)), ContainsSubstring("is in use"));
    CHECK(greeting_of(live) == "Welcome back, Leo.");
}

TEST_CASE("what changes between reading the library and the first turn is seen", "[library]") {
    rig::TemporaryFolder folder;
    auto live = live_in(folder);
    written(folder, "wording/en.toml", changed("wording/en.toml", hello, "Hi again, {user}."));
    CHECK_FALSE(live.look(noon).empty());
    CHECK(greeting_of(live) == "Hi again, Leo.");
}

TEST_CASE("a broken library is told once, with all problems, and the old one stays", "[library]") {
    rig::TemporaryFolder folder;
    auto live = live_in(folder);
    written(folder, "wording/en.toml", changed("wording/en.toml", hello, "Hi {usr}."));
    written(folder, "banks.toml", changed("banks.toml", "[role.coach]", "[role.choach]"));
    written(folder, "wrong.toml", "");
    auto told = all(live.look(noon));
    CHECK_THAT(told, ContainsSubstring("the version before stays"));
    CHECK_THAT(told, ContainsSubstring("there is no {usr} to fill in here"));
    CHECK_THAT(told, ContainsSubstring("\"coach\" is missing in the roles"));
    CHECK_THAT(told, ContainsSubstring("wrong.toml: no file of this name"));
    CHECK(greeting_of(live) == "Welcome back, Leo.");
    for (int i = 1; i < 5; ++i) CHECK(live.look(noon + i * look_every).empty());
    std::filesystem::remove(folder.file("wrong.toml"));
    CHECK_THAT(all(live.look(noon + 5 * look_every)), !ContainsSubstring("wrong.toml"));
    written(folder, "wording/en.toml", changed("wording/en.toml", hello, "Hi {user}."));
    written(folder, "banks.toml", own("banks.toml"));
    CHECK_THAT(all(live.look(noon + 6 * look_every)), ContainsSubstring("is in use"));
    CHECK(greeting_of(live) == "Hi Leo.");
}

TEST_CASE("a folder that goes away changes nothing but the log", "[library]") {
    rig::TemporaryFolder folder;
    written(folder, "library/wording/en.toml", changed("wording/en.toml", hello, "Hi {user}."));
    auto live = open_live_library(folder.file("library"));
    REQUIRE(live);
    std::filesystem::rename(folder.file("library"), folder.file("elsewhere"));
    CHECK_THAT(all(live->look(noon)), ContainsSubstring("the library is not a folder"));
    CHECK(live->look(noon + look_every).empty());
    CHECK(greeting_of(*live) == "Hi Leo.");
    std::filesystem::rename(folder.file("elsewhere"), folder.file("library"));
    CHECK_FALSE(live->look(noon + 2 * look_every).empty());
    CHECK_FALSE(open_live_library(folder.file("nowhere")));
}

TEST_CASE("what editors leave beside the files is nobody's, and a misplaced file is told", "[library]") {
    rig::TemporaryFolder folder;
    for (auto* name :
         {".git/config", "wording/.en.toml.swp", "wording/en.toml~", "#en.toml#", "README.md", "notes.txt"})
        written(folder, name, "anything");
    CHECK(open_library(folder.path()));
    auto told_for = [&](const std::string& name) {
        auto path = written(folder, name, "");
        auto opened = open_library(folder.path());
        REQUIRE_FALSE(opened);
        std::filesystem::remove(path);
        return opened.problems().front().what;
    };
    CHECK_THAT(told_for("en.toml"), ContainsSubstring("did you mean wording/en.toml?"));
    CHECK_THAT(told_for("config/red_flags.toml"), ContainsSubstring("did you mean red_flags.toml?"));
    CHECK_THAT(told_for("solution/yard.toml"), ContainsSubstring("did you mean solutions/yard.toml?"));
    CHECK_THAT(told_for("themes.tml"), ContainsSubstring("did you mean themes.toml?"));
    CHECK_THAT(told_for("solutions/old/yard.toml"), ContainsSubstring("no file of this name"));
    for (std::size_t i = 0; i <= max_library_files; ++i) written(folder, "many/" + std::to_string(i), "");
    CHECK_THAT(open_library(folder.path()).problems().back().what, ContainsSubstring("at most 200 files"));
}

TEST_CASE("a talk says the new words from the next turn on", "[library]") {
    Room room;
    room.start();
    CHECK_THAT(room.to_the_win(), ContainsSubstring("what's in it for them?"));
    room.write("wording/en.toml", changed("wording/en.toml", "Noted as the Win for {first}.", "Win of {first}: kept."));
    room.say("@+3s");
    CHECK_THAT(room.say("she'll be the hero of the group"), ContainsSubstring("Win of Ingrid: kept."));
}

TEST_CASE("an open question whose step was retired is answered as its successor", "[library]") {
    Room room;
    room.start();
    room.to_the_win();
    auto text = changed("scripts/person.toml", win_step, "id = \"prize\"\nkind = \"win\"\n") +
                "\n[[retired]]\nid = \"win\"\nsuccessor = \"prize\"\n";
    auto words = own("wording/en.toml") +
                 "\n[person.prize]\nask = \"The prize for {first}?\"\nbrief = \"{first}'s prize?\"\n"
                 "why = \"Because.\"\n";
    words.insert(words.find("[unknown]\n") + 10, "prize = \"No prize known.\"\n");
    room.write("scripts/person.toml", text);
    room.write("wording/en.toml", words);
    room.say("@+3s");
    CHECK_THAT(room.say("why"), ContainsSubstring("Because.\nIngrid's prize?"));
    CHECK_THAT(room.say("she'll be the hero of the group"), ContainsSubstring("Noted as the Win for Ingrid."));
    room.start(); // and it stays so after a restart
    CHECK_THAT(room.say("back"), ContainsSubstring("Ingrid's prize?"));
}

TEST_CASE("a step that is gone and not retired is refused while Vera runs, and gentle after a restart", "[library]") {
    Room room;
    room.start();
    room.to_the_win();
    auto words = own("wording/en.toml") +
                 "\n[person.prize]\nask = \"The prize for {first}?\"\nbrief = \"{first}'s prize?\"\n"
                 "why = \"Because.\"\n";
    words.insert(words.find("[unknown]\n") + 10, "prize = \"No prize known.\"\n");
    room.write("scripts/person.toml", changed("scripts/person.toml", win_step, "id = \"prize\"\nkind = \"win\"\n"));
    room.write("wording/en.toml", words);
    room.say("@+3s");
    CHECK_THAT(room.say("why"), ContainsSubstring("what's in it for them personally?"));
    CHECK_THAT(room.start(), ContainsSubstring("The prize for Ingrid?"));
    CHECK_THAT(room.say("she'll be the hero of the group"), ContainsSubstring("Noted as the Win for Ingrid."));
}

TEST_CASE("a button asked in the version before still answers, or says kindly that it cannot", "[library]") {
    Room room;
    room.start();
    room.to_the_win();
    CHECK_THAT(room.say("she'll be the hero of the group"), ContainsSubstring("[3] It's my guess"));
    room.write("scripts/person.toml",
               changed("scripts/person.toml", "[\"observed\", \"heard\", \"guess\"]", "[\"observed\"]"));
    room.say("@+3s");
    CHECK_THAT(room.say("It's my guess"), ContainsSubstring("Then I keep it as a guess."));
}

TEST_CASE("how the house uses its library stays when the files change", "[library]") {
    rig::TemporaryFolder folder;
    auto live = open_live_library(folder.path(), {true, true});
    REQUIRE(live);
    CHECK(live->current()->strict_privacy);
    written(folder, "wording/en.toml", changed("wording/en.toml", hello, "Hello again, {user}."));
    CHECK_THAT(all(live->look(noon)), ContainsSubstring("is in use"));
    CHECK(greeting_of(*live) == "Hello again, Leo.");
    CHECK(live->current()->strict_privacy);
    CHECK(live->current()->company_chat);
    auto terminal = open_live_library("");
    REQUIRE(terminal);
    CHECK_FALSE(terminal->current()->strict_privacy);
    CHECK_FALSE(terminal->current()->company_chat);
}

} // namespace vera
