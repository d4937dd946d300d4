// Foreign words on their way into a block.
#include "bot/slack/escape.hpp"

#include "core/text.hpp"
#include "tests/support/catch.hpp"

namespace vera::slack {

TEST_CASE("&, < and > are escaped once, and nothing else is", "[slack]") {
    CHECK(Escaped{"R&D <!channel> &amp; \"*x*\""}.text() == "R&amp;D &lt;!channel&gt; &amp;amp; \"*x*\"");
    CHECK(Literal{"R&D <!channel> &amp;"}.text() == "R&D <!channel> &amp;");
}

TEST_CASE("what hides, turns or moves text is gone, and a label is one line", "[slack]") {
    CHECK(Escaped{"a\u202Eb\u200Bc\u2066d\x07\x1B[2J\r\n\n  e\tf "}.text() == "abcd[2J e f");
    CHECK(Literal{"a\u202Eb\r\nc\n"}.text() == "ab\nc");
    CHECK(Escaped{"\xff\xfeok"}.text() == "\uFFFD\uFFFDok");
}

TEST_CASE("what is too long ends in dots, cut between characters and never inside an entity", "[slack]") {
    CHECK(Escaped{"abcdef", 6}.text() == "abcdef");
    CHECK(Escaped{"abcdefg", 6}.text() == "abcde…");
    CHECK(Escaped{"ab&cd", 6}.text() == "ab…"); // "ab&amp;cd" is nine
    CHECK(Escaped{"a&b", 7}.text() == "a&amp;b");
    CHECK(Escaped{"東京都庁舎", 3}.text() == "東京…");
    CHECK(Literal{"a & b & c", 5}.text() == "a & …");
    CHECK(length(Escaped{std::string(100'000, '&')}.text()) <= 3'000);
    CHECK(Escaped{"a", 0}.text().empty());
}

} // namespace vera::slack
