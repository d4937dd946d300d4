#include "core/text.hpp"

#include "core/utf8.hpp"
#include "tests/support/catch.hpp"

namespace vera {

TEST_CASE("text is made safe once, at the door", "[text]") {
    struct Row {
        std::string_view said, kept;
    };
    const Row rows[] = {
        {"  Ingrid\tAas \r\n", "Ingrid Aas"},
        {"one\r\ntwo\rthree", "one\ntwo three"},
        {"a\xC2\xA0"
         "b",
         "a b"},
        {std::string_view{"nul\0l", 5}, "null"},
        {"bell\a, escape\x1B[31m, delete\x7F", "bell, escape[31m, delete"},
        {"zero\xE2\x80\x8Bwidth", "zerowidth"},
        {"\xE2\x80\xAEturned round\xE2\x80\xAC", "turned round"},
        {"next\xC2\x85line", "nextline"},
        {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
        {"overlong \xC0\xAF", "overlong \xEF\xBF\xBD\xEF\xBF\xBD"},
        {"surrogate \xED\xA0\x80", "surrogate \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"cut \xF0\x9F\x91", "cut \xEF\xBF\xBD"},
        {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"Łódź 東京 👍", "Łódź 東京 👍"},
        {" \n \t ", ""},
    };
    for (const auto& [said, kept] : rows) CHECK(clean(said) == kept);
}

TEST_CASE("cleaning clean text changes nothing, whatever the bytes were", "[text]") {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string bytes{static_cast<char>(first), static_cast<char>(second), '\xBF', '\x80', 'x'};
            const std::string once = clean(bytes);
            REQUIRE(clean(once) == once);
            REQUIRE(fold(fold(bytes)) == fold(bytes));
            REQUIRE(length(bytes) <= bytes.size());
        }
    }
}

TEST_CASE("every code point survives being written and read", "[text]") {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string text;
        append(text, code);
        const Character read = character_at(text, 0);
        REQUIRE(read.code == code);
        REQUIRE(read.bytes == text.size());
        REQUIRE(character_before(text, text.size()).code == code);
    }
}

TEST_CASE("length counts characters, and shortening keeps to it", "[text]") {
    CHECK(length("") == 0);
    CHECK(length("Łódź") == 4);
    CHECK(length("東京👍") == 3);
    CHECK(shorten("Ingrid Aas", 10) == "Ingrid Aas");
    CHECK(shorten("Ingrid Aas", 9) == "Ingrid...");
    CHECK(shorten("Łódź Łódź", 7) == "Łódź...");
    CHECK(shorten("Ingrid", 2) == "..");
    CHECK(shorten("Ingrid", 0).empty());
}

TEST_CASE("folding makes what people type comparable", "[text]") {
    struct Row {
        std::string_view typed, folded;
    };
    const Row rows[] = {
        {"  Ingrid AAS!", "ingrid aas"},
        {"ÅSE  Ødegård", "åse ødegård"},
        {"ИРИНА", "ирина"},
        {"ΟΔΥΣΣΕΎΣ", "οδυσσεύσ"},
        {"Οδυσσεύς", "οδυσσεύσ"},
        {"DON’T KNOW.", "don't know"},
        {"yes 👍", "yes"},
        {"(skip)", "skip"},
        {"“Not yet”", "not yet"},
        {"part–time", "part-time"},
        {"no, 16", "no, 16"},
        {"தமிழ்", "தமிழ்"},
        {"?!", ""},
        {"", ""},
    };
    for (const auto& [typed, folded] : rows) CHECK(fold(typed) == folded);
}

TEST_CASE("words are whole words", "[text]") {
    CHECK(starts_with_word("no, 16", "no"));
    CHECK(starts_with_word("no", "no"));
    CHECK(starts_with_word("no - later", "no"));
    CHECK_FALSE(starts_with_word("note ingrid", "no"));
    CHECK_FALSE(starts_with_word("no-one is against it", "no"));
    CHECK_FALSE(starts_with_word("nö", "n"));
    CHECK_FALSE(starts_with_word("no", ""));
    CHECK(has_word("she is head of it, i think", "it"));
    CHECK(has_word("head of purchasing", "head of"));
    CHECK(has_word("(ceo)", "ceo"));
    CHECK(has_word("ingrid's boss", "ingrid's"));
    CHECK_FALSE(has_word("with them", "it"));
    CHECK_FALSE(has_word("anyone", "any"));
    CHECK_FALSE(has_word("größe", "e"));
    CHECK_FALSE(has_word("", "it"));
}

TEST_CASE("text is taken apart by blanks and by separators", "[text]") {
    using Parts = std::vector<std::string_view>;
    CHECK(split(" Ingrid , Devrim;;Petra, ", ",;") == Parts{"Ingrid", "Devrim", "Petra"});
    CHECK(split("", ",").empty());
    CHECK(split("one", "") == Parts{"one"});
    CHECK(words("  a\tb\n c\xC2\xA0"
                "d ") == Parts{"a", "b", "c", "d"});
    CHECK(words(" ").empty());
    CHECK(trim("\xE3\x80\x80 x \n") == "x");
}

TEST_CASE("an answer needs a letter or a digit of any script", "[text]") {
    for (const auto* text : {"a", "7", "ж", "東", "x!"}) CHECK(has_letter_or_digit(text));
    for (const auto* text : {"", "!?", "👍", "...", "\xFF\xFE"}) CHECK_FALSE(has_letter_or_digit(text));
}

TEST_CASE("a sentence begins with a capital in every script", "[text]") {
    CHECK(capitalised("ingrid") == "Ingrid");
    CHECK(capitalised("østen") == "Østen");
    CHECK(capitalised("16 hours") == "16 hours");
    CHECK(capitalised("").empty());
}

TEST_CASE("a slip of two letters finds what was meant", "[text]") {
    const std::vector<std::string> known{"severity", "rank", "on", "id"};
    CHECK(nearest("sevrity", known) == "severity");
    CHECK(nearest("severtiy", known) == "severity");
    CHECK(nearest("ranks", known) == "rank");
    CHECK(nearest("no", known) == "on");
    CHECK(nearest("xy", known).empty());
    CHECK(nearest("threshold", known).empty());
    CHECK(nearest("", known).empty());
    CHECK(nearest(std::string(4000, 'a'), known).empty());
}

} // namespace vera
