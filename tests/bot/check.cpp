// `vera check`: settings, library and the open talks, without changing anything.
#include "bot/check.hpp"

#include "bot/house.hpp"
#include "bot/ids.hpp"
#include "bot/talk.hpp"
#include "tests/bot/rig.hpp"
#include "tests/bot/written.hpp"
#include "tests/support/catch.hpp"

#include <sys/stat.h>

#include <filesystem>

namespace vera {

namespace {

using rig::noon;
using rig::written;

const store::Key key{7};

struct Place {
    rig::TemporaryFolder folder;
    Settings settings;

    Place() {
        settings.database = folder.file("vera.db");
        settings.key = "07" + std::string(62, '0');
        settings.library = folder.file("library");
        std::filesystem::create_directories(settings.library);
    }
    // A talk that ends with the question for Ingrid's Win.
    void talk() {
        auto store = open_store(settings, key, noon);
        REQUIRE(store);
        RandomIds ids;
        Talk talk({"leo", Zone{}, noon}, std::move(*store), brain_of(*read_library(compiled_in_files())), ids);
        for (auto* line : {"new Nordkai", "Ingrid Aas, COO, last word; Petra Lund, with us", "looks right",
                           "me, last week", "waiting time 14 to 11 hours per ship by end of June"})
            talk.say(line);
        talk.finish();
    }
    void rename_win(const std::string& end = "") {
        auto script = compiled_in_files().at("scripts/person.toml");
        script.replace(script.find("id = \"win\""), 10, "id = \"prize\"");
        auto words =
            compiled_in_files().at("wording/en.toml") + "\n[person.prize]\nask = \"x?\"\nbrief = \"x?\"\nwhy = \"x\"\n";
        words.insert(words.find("[unknown]\n") + 10, "prize = \"x\"\n");
        written(folder, "library/scripts/person.toml", script + end);
        written(folder, "library/wording/en.toml", words);
    }
    std::string told() const {
        std::string all;
        auto checked = check_all(settings);
        for (auto& problem : checked.problems) all += problem.where + ": " + problem.what + "\n";
        for (auto& note : checked.notes) all += "note: " + note + "\n";
        return all;
    }
};

} // namespace

TEST_CASE("a check of nothing but the library makes no file", "[check]") {
    Place place;
    CHECK(place.told().empty());
    CHECK_FALSE(std::filesystem::exists(place.settings.database));
    written(place.folder, "vera.db", "");
    CHECK(place.told().empty());
    CHECK(std::filesystem::file_size(place.settings.database) == 0);
    written(place.folder, "library/themes.toml", "language = 7");
    CHECK_THAT(place.told(), ContainsSubstring("themes.toml:1:12: \"language\" must be text"));
}

TEST_CASE("an open question whose step is gone is named, without a word of the talk", "[check]") {
    Place place;
    place.talk();
    CHECK(place.told().empty());
    place.rename_win();
    CHECK(place.told() == "scripts/person.toml: 1 open question waits for the step \"win\", which is gone; add "
                          "[[retired]] id = \"win\" and its successor\n");
    place.rename_win("\n[[retired]]\nid = \"win\"\nsuccessor = \"prize\"\n");
    CHECK(place.told().empty());
}

TEST_CASE("a check changes nothing in the database and leaves nothing beside it", "[check]") {
    Place place;
    place.talk();
    auto before = std::filesystem::file_size(place.settings.database);
    CHECK(place.told().empty());
    CHECK(std::filesystem::file_size(place.settings.database) == before);
    CHECK_FALSE(std::filesystem::exists(place.settings.database + "-wal"));
    CHECK(open_store(place.settings, key, noon)); // and keeps no lock
}

TEST_CASE("a database that Vera is running on is left alone, in one plain line", "[check]") {
    Place place;
    place.talk();
    auto running = open_store(place.settings, key, noon);
    REQUIRE(running);
    CHECK_THAT(place.told(), ContainsSubstring("note: the open talks were not looked at: the database "));
    CHECK_THAT(place.told(), ContainsSubstring("is in use by"));
    CHECK(check_all(place.settings).problems.empty());
}

TEST_CASE("a database of another key, or none at all, is a problem; a missing key is only said", "[check]") {
    Place place;
    place.talk();
    auto with_key = place.settings.key;
    place.settings.key = std::string(64, 'a');
    CHECK_THAT(place.told(), ContainsSubstring("it is not the key this database was made with"));
    place.settings.key.clear();
    place.settings.key_file = place.folder.file("nowhere.key");
    CHECK(place.told() ==
          "note: the open talks were not looked at: there is no master key at " + place.settings.key_file + "\n");
    place.settings.key = with_key;
    written(place.folder, "vera.db", std::string(5000, 'x'));
    CHECK_THAT(place.told(), ContainsSubstring("not a database"));
}

} // namespace vera
