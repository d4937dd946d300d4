#include "bot/slack/text_in.hpp"

#include "tests/support/catch.hpp"

namespace vera::slack {

TEST_CASE("entities are decoded once", "[slack][text]") {
    CHECK(text_in("R&amp;D &lt; 5 &gt; 3") == "R&D < 5 > 3");
    CHECK(text_in("&amp;lt;b&amp;gt;") == "&lt;b&gt;"); // typed as &lt;b&gt;
    CHECK(text_in("a & b &copy; &amp") == "a & b &copy; &amp");
    CHECK(label_in("Keep &lt;R&amp;D&gt;") == "Keep <R&D>");
    CHECK(label_in("<@U1> <https://x|y>") == "<@U1> <https://x|y>");
}

TEST_CASE("tokens read as what people saw", "[slack][text]") {
    struct Row {
        std::string sent, seen;
    };
    for (const auto& [sent, seen] : std::vector<Row>{
             {"<@U1>", "@U1"},
             {"ask <@U1|ann> first", "ask @ann first"},
             {"in <#C1|general>", "in #general"},
             {"<#C1> <#C1|>", "#C1 #C1"},
             {"<!here> <!channel|channel> <!everyone>", "@here @channel @everyone"},
             {"<!subteam^S1|@sales> <!subteam^S1>", "@sales @subteam"},
             {"<!date^1700000000^{date_short} at {time}^https://x|14 Nov, 22:13>", "14 Nov, 22:13"},
             {"<http://example.com|example.com>", "example.com"},
             {"<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"},
             {"<https://example.com/q3|the offer>", "the offer (https://example.com/q3)"},
             {"<mailto:a@b.example|a@b.example>", "a@b.example"},
             {"<tel:+4912|+49 12>", "+49 12"},
             {"<https://x.example|R&amp;D &lt;new&gt;>", "R&D <new> (https://x.example)"},
         }) {
        INFO(sent);
        CHECK(text_in(sent) == seen);
    }
}

TEST_CASE("what only looks like a token stays as it is", "[slack][text]") {
    for (const std::string odd : {"<", "<>", "a < b", "<|x>", "<<", "x <https://a", "5 > 3", "<a <b"}) {
        INFO(odd);
        CHECK(text_in(odd) == odd);
    }
    CHECK(text_in("<<@U1>") == "<@U1");
}

TEST_CASE("Vera's own name in front of a line is no part of it", "[slack][text]") {
    CHECK(text_in("<@UVERA> status", "UVERA") == "status");
    CHECK(text_in("<@UVERA|vera>  status Acme", "UVERA") == "status Acme");
    CHECK(text_in("<@UVERA2> status", "UVERA") == "@UVERA2 status");
}

TEST_CASE("control and direction characters do not come in", "[slack][text]") {
    CHECK(text_in("a\u202Eb\x01"
                  "c\tone\r\ntwo") == "abc one\ntwo");
    CHECK(text_in("\xFF") == "\uFFFD");
}

} // namespace vera::slack
