// Settings: which source wins, and every mistake told at once.
#include "bot/config.hpp"

#include "bot/files.hpp"
#include "bot/house.hpp"
#include "bot/ids.hpp"
#include "bot/master_key.hpp"
#include "tests/bot/rig.hpp"
#include "tests/bot/written.hpp"
#include "tests/support/catch.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <sstream>

namespace vera {

namespace {

using rig::written;

const std::string digits(64, 'a');

Settings read_well(const std::string& file, const Environment& environment) {
    Problems problems;
    auto settings = read_settings(file, environment, problems);
    CHECK(problems.empty());
    return settings;
}

std::string only_problem(const Problems& problems) { return problems.size() == 1 ? problems[0].what : "not one"; }

} // namespace

TEST_CASE("the environment wins over the file, the file over the defaults", "[config]") {
    rig::TemporaryFolder folder;
    auto defaults = read_well("", {{"HOME", "home"}});
    CHECK(defaults.home == "home/.local/share/vera");
    CHECK(defaults.database == "home/.local/share/vera/vera.db");
    CHECK(defaults.key_file == "home/.local/share/vera/vera.key");

    auto file = written(folder, "vera.toml", "database = \"sqlite:there.db\"\nhome = \"mine\"\n");
    auto both = read_well(file, {{"VERA_DATABASE", "postgresql://somewhere/vera"}, {"VERA_LIBRARY", "words"}});
    CHECK(both.database == "postgresql://somewhere/vera");
    CHECK(both.library == "words");
    CHECK(both.key_file == "mine/vera.key");
    CHECK(read_well(file, {}).database == "there.db");
}

TEST_CASE("every mistake in the settings is told at once, with its place", "[config]") {
    rig::TemporaryFolder folder;
    auto file = written(folder, "vera.toml", "databse = \"x\"\nlibrary = 7\n");
    Problems problems;
    read_settings(file, {{"HOME", "h"}, {"VERA_KEY", "12"}, {"VERA_DATABASE", "mysql://x"}}, problems);
    std::string all;
    for (auto& problem : problems) all += problem.where + ": " + problem.what + "\n";
    CHECK(problems.size() == 4);
    CHECK_THAT(all, ContainsSubstring("vera.toml:1:1"));
    CHECK_THAT(all, ContainsSubstring("database"));
    CHECK_THAT(all, ContainsSubstring("vera.toml:2:"));
    CHECK_THAT(all, ContainsSubstring("VERA_KEY: must be 64"));
    CHECK_THAT(all, ContainsSubstring("VERA_DATABASE: must be a path"));
}

TEST_CASE("a file that is not there, and a home that nobody named, are told", "[config]") {
    Problems problems;
    read_settings("nowhere.toml", {}, problems);
    CHECK(problems.size() == 2);
}

TEST_CASE("the example of the settings is right in every line that is switched off", "[config]") {
    rig::TemporaryFolder folder;
    auto example = read_file(VERA_SOURCE_DIR "/config/vera.example.toml");
    REQUIRE(example);
    std::istringstream lines(*example);
    std::string on;
    for (std::string line; std::getline(lines, line);)
        if ((line.starts_with("# ") && line.find(" = ") != line.npos) || line == "# [slack]")
            on += line.substr(2) + "\n";
    auto settings = read_well(written(folder, "vera.toml", on), {});
    CHECK(std::count(on.begin(), on.end(), '\n') == 19);
    CHECK(settings.key_file == "/var/lib/vera/vera.key");
    CHECK(settings.serving.allow == std::set<std::string>{"U024BE7LH", "leo@example.com"});
    for (auto& problem : settings.serving.problems) // the secrets' files are not there on this machine
        CHECK_THAT(problem.what, ContainsSubstring("cannot be read"));
}

TEST_CASE("the master key is made once, for nobody else to read, and then found again", "[config]") {
    rig::TemporaryFolder folder;
    Settings settings;
    settings.database = folder.file("vera.db");
    settings.key_file = folder.file("new/vera.key");
    std::string told;
    auto tell = [&](const std::string& line) { told += line; };
    auto made = master_key(settings, system_randomness(), tell);
    REQUIRE(made);
    CHECK_THAT(told, ContainsSubstring(settings.key_file));
    struct stat info {};
    REQUIRE(::stat(settings.key_file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    told.clear();
    auto found = master_key(settings, system_randomness(), tell);
    REQUIRE(found);
    CHECK(*found == *made);
    CHECK(told.empty());
}

TEST_CASE("a master key that cannot be trusted is refused in one line", "[config]") {
    rig::TemporaryFolder folder;
    Settings settings;
    settings.database = folder.file("vera.db");
    settings.key_file = written(folder, "vera.key", digits + "\n");
    ::chmod(settings.key_file.c_str(), 0644);
    auto open = existing_key(settings);
    REQUIRE_FALSE(open);
    CHECK_THAT(only_problem(open.problems()), ContainsSubstring("chmod 600"));

    settings.key_file = written(folder, "short.key", "abc\n");
    ::chmod(settings.key_file.c_str(), 0600);
    CHECK_FALSE(existing_key(settings));

    settings.key = digits;
    auto given = existing_key(settings);
    REQUIRE(given);
    CHECK((**given)[0] == 0xaa);
}

TEST_CASE("no new key is made while a database needs the one that is missing", "[config]") {
    rig::TemporaryFolder folder;
    Settings settings;
    settings.home = folder.path();
    settings.key_file = folder.file("vera.key");
    settings.database = folder.file(GENERATE("vera.db", "try.db", "other.db"));
    auto made = folder.file(GENERATE("vera.db", "try.db"));
    auto refused = [&] {
        auto key = master_key(settings, system_randomness(), [](const std::string&) { FAIL("a key was made"); });
        REQUIRE_FALSE(key);
        CHECK_FALSE(existing_key(settings)->has_value());
        return only_problem(key.problems());
    };
    auto asked = settings;
    asked.database = made;
    written(folder, "made.txt", "");
    std::filesystem::rename(folder.file("made.txt"), made); // an empty file needs no key yet
    {
        auto in_use = store::open_sqlite(made);
        CHECK_THAT(refused(), ContainsSubstring("in use"));
        in_use->run_script("create table invoice (id bigint)");
    }
    CHECK_THAT(refused(), ContainsSubstring("another program"));
    store::open_sqlite(made)->run_script("drop table invoice");
    CHECK(open_store(asked, store::Key{1}, rig::noon));
    CHECK_THAT(refused(), ContainsSubstring("is missing, but the database " + made));
    written(folder, made.substr(folder.path().size() + 1), "something else");
    CHECK_THAT(refused(), ContainsSubstring("not a database"));
    written(folder, made.substr(folder.path().size() + 1), "");
    CHECK(master_key(settings, system_randomness(), [](const std::string&) {}));
}

TEST_CASE("a database in use, of another key, or that is none, is told in one line", "[config]") {
    rig::TemporaryFolder folder;
    Settings settings;
    settings.database = folder.file("vera.db");
    {
        auto first = open_store(settings, store::Key{}, rig::noon);
        REQUIRE(first);
        auto second = open_store(settings, store::Key{}, rig::noon);
        REQUIRE_FALSE(second);
        CHECK_THAT(only_problem(second.problems()), ContainsSubstring("in use"));
    }
    auto other = open_store(settings, store::Key{1, 2, 3}, rig::noon);
    REQUIRE_FALSE(other);
    CHECK_THAT(only_problem(other.problems()), ContainsSubstring("key"));
    settings.database = written(folder, "text.db", std::string(5000, 'x'));
    CHECK_FALSE(open_store(settings, store::Key{}, rig::noon));
}

TEST_CASE("a folder's files replace the built-in ones of their name", "[config]") {
    rig::TemporaryFolder folder;
    CHECK(open_library(""));
    CHECK(open_library(folder.path()));
    CHECK_FALSE(open_library(folder.file("nowhere")));
    written(folder, "wording/en.toml", "this is no TOML");
    auto broken = open_library(folder.path());
    REQUIRE_FALSE(broken);
    CHECK_THAT(broken.problems()[0].where, ContainsSubstring("wording/en.toml"));
    written(folder, "red_flag.toml", "");
    auto both = open_library(folder.path());
    REQUIRE(both.problems().size() > 1);
    CHECK_THAT(both.problems()[0].what, ContainsSubstring("did you mean red_flags.toml?"));
}

} // namespace vera
