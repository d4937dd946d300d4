#include "dialogs/short_forms.hpp"

#include "tests/support/catch.hpp"

#include <fstream>

using namespace vera;

TEST_CASE("not knowing is understood in every spelling", "[short]") {
    for (const auto* text : {"dont know",
                             "don't know",
                             "don\u2019t know",
                             "I don't know yet",
                             "dont knwo",
                             "dnot know",
                             "dunno",
                             "dunno sry",
                             "Dunno, sorry",
                             "no idea",
                             "no idea tbh",
                             "No clue!",
                             "haven't a clue",
                             "can't say",
                             "not sure yet",
                             "not sure",
                             "?",
                             "???",
                             "who knows",
                             "unclear",
                             "no info",
                             "idk",
                             "idk yet",
                             "IDK",
                             "beats me",
                             "keine ahnung",
                             "tbd",
                             "n/a",
                             "honestly no idea",
                             "hard to say",
                             "i have no clue",
                             "we don't know that",
                             "no diea",
                             "dunnoo",
                             "well, not sure",
                             "that's a good question",
                             "I haven't asked yet",
                             "can't tell at the moment"}) {
        INFO(text);
        CHECK(means_unknown(text));
    }
    for (const auto* text :
         {"", "no", "nobody", "know him well", "I know", "she knows", "no ideas from them, just budget",
          "idea of Petra", "not sure she wants it, but Petra said so", "he doesn't know Devrim", "the unknown costs",
          "nothing", "yes", "to be known as the one who fixed it", "14 to 11 hours", "open office", "not sure 14 or 11",
          "now", "do now"}) {
        INFO(text);
        CHECK_FALSE(means_unknown(text));
    }
}

TEST_CASE("yes and no are understood as people type them", "[short]") {
    for (const auto* text : {"yes", "Yep", "yeah sure", "yup!", "sure", "of course", "ok", "that's right", "yes please",
                             "ja", "I think so", "absolutely", "yes they did", "exactly that", "yesss"}) {
        INFO(text);
        CHECK(means_yes(text));
        CHECK_FALSE(means_no(text));
        CHECK_FALSE(means_unknown(text));
    }
    for (const auto* text : {"no", "Nope", "nah", "not really", "no way", "not yet", "no, not at all", "nein",
                             "no thanks", "nope sorry", "I don't think so", "not that I know of"}) {
        INFO(text);
        CHECK(means_no(text));
        CHECK_FALSE(means_yes(text));
    }
    for (const auto* text : {"", "yes but only with Petra", "no, budget for training", "no overtime", "sure footing",
                             "next year", "stop the overtime", "Ingrid said yes", "14", "right to decide"}) {
        INFO(text);
        CHECK_FALSE(means_yes(text));
        CHECK_FALSE(means_no(text));
    }
}

TEST_CASE("a slip in a whole-message phrase is found, and an answer is not taken for one", "[short]") {
    const std::vector<std::string> known = {"status",       "skip",        "back",     "why",    "help",
                                            "stop",         "later",       "go on",    "deals",  "don't know",
                                            "where are we", "looks right", "continue", "no idea"};
    const auto slip = [&](std::string_view text) { return slip_of(text, known).value_or("-"); };
    CHECK(slip("staus") == "status");
    CHECK(slip("Staus") == "status");
    CHECK(slip("sttaus!") == "status");
    CHECK(slip("hlep") == "help");
    CHECK(slip("contineu") == "continue");
    CHECK(slip("dont knwo") == "don't know");
    CHECK(slip("wher are we") == "where are we");
    CHECK(slip("loks right") == "looks right");
    for (const auto* text : {"status", "on", "go", "Ingrid", "budget", "her deals with IT", "later shifts",
                             "no ideas 5", "see Petra", "why not", "14", "", "ski", "more time with the team"}) {
        INFO(text);
        CHECK(slip(text) == "-");
    }
}

TEST_CASE("an answer that begins with a command word is no short form", "[short][paraphrases]") {
    const std::vector<std::string> known = {"status",   "skip",    "back",   "why",       "help", "stop",
                                            "later",    "next",    "deals",  "people",    "list", "keep",
                                            "continue", "privacy", "resume", "don't know"};
    std::ifstream file(std::string(VERA_SOURCE_DIR) + "/tests/paraphrases/command_words.txt");
    int lines = 0;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('[')) continue;
        ++lines;
        const std::string typed = line.substr(line.find("] ") + 2);
        INFO(typed);
        CHECK_FALSE(means_unknown(typed));
        CHECK_FALSE(means_yes(typed));
        CHECK_FALSE(means_no(typed));
        CHECK_FALSE(slip_of(typed, known));
    }
    CHECK(lines > 40);
}

TEST_CASE("short forms in any bytes are looked for quickly", "[short]") {
    for (const std::string_view piece : {"a", "yes ", "no ", "? ", "\xFF", "i ", "don't "}) {
        std::string text;
        while (text.size() < 4'000) text += piece;
        means_unknown(text);
        means_yes(text);
        means_no(text);
        slip_of(text, {"status", "don't know"});
    }
    SUCCEED();
}
