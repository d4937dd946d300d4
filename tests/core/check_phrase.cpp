#include "core/checks/phrase.hpp"

#include "tests/support/catch.hpp"

namespace vera::checking {
namespace {

bool hits(const std::string& phrase, const std::string& text) {
    const auto read = read_phrase(phrase);
    REQUIRE(read);
    return find(read_words(text), *read).has_value();
}

} // namespace

TEST_CASE("phrases are found as whole words, in any case, within a sentence", "[checks]") {
    CHECK(hits("sick", "He is SICK."));
    CHECK_FALSE(hits("sick", "sickle"));
    CHECK(hits("divorc*", "divorced"));
    CHECK(hits("his|her boss", "with Her boss's plan"));
    CHECK(hits("makes ... look bad", "it makes the whole old team look bad"));
    CHECK_FALSE(hits("makes ... look bad", "it makes one two three four five look bad"));
    CHECK_FALSE(hits("rid of", "get rid. Of course"));
    CHECK_FALSE(hits("rid of", "get rid\nof"));
    CHECK(hits("up to #", "up to €1.5m"));
    CHECK(hits("up to #", "up to half"));
    CHECK_FALSE(hits("up to #", "up to date"));
    CHECK(hits("hates @", "he hates Tom"));
    CHECK(hits("hates @", "he hates her"));
    CHECK_FALSE(hits("hates @", "he hates paper"));
    CHECK(hits("in|out-of stock", "out of stock"));
    CHECK(hits("state of the art", "State-of-the-art"));
}

TEST_CASE("short forms and long ones are the same", "[checks]") {
    CHECK(hits("if you don't", "If you do not"));
    CHECK(hits("if you do not", "If you don’t"));
    CHECK(hits("you will", "you'll"));
    CHECK(hits("cannot", "can't"));
    CHECK(hits("he is", "he's"));
    CHECK(hits("Tom job", "Tom's job"));
    CHECK(hits("# percent", "15%"));
}

TEST_CASE("a phrase that could be found anywhere is refused", "[checks]") {
    for (const auto* phrase :
         {"", "  ", "...", "# @", "... to", "up ...", "a*b", "*", "|", "!", "a|*", "<boss>", "<>"}) {
        INFO(phrase);
        CHECK_FALSE(read_phrase(phrase));
    }
}

} // namespace vera::checking
