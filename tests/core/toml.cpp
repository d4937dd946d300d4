#include "core/toml.hpp"

#include "tests/support/catch.hpp"

namespace vera::toml {

TEST_CASE("keys and values know their place and keep the order of the file", "[toml]") {
    const auto tree = parse("zebra = 1\n\n[[rule]]\nid = \"a\"\non = true\n\n[ant]\nx.y = 2.5\n", "f.toml");
    REQUIRE(tree);
    const auto& root = std::get<Table>(tree->root.content);
    REQUIRE(root.size() == 3);
    CHECK(root[0].key == "zebra");
    CHECK(root[1].key == "rule");
    CHECK(root[2].key == "ant");
    CHECK(root[0].where == "f.toml:1:1");
    CHECK(root[0].value->where == "f.toml:1:9");
    const auto& rule = std::get<Table>(std::get<Array>(root[1].value->content).at(0)->content);
    CHECK(rule[1].where == "f.toml:5:1");
    CHECK(std::get<bool>(rule[1].value->content));
    const auto& dotted = std::get<Table>(std::get<Table>(root[2].value->content).at(0).value->content);
    CHECK(std::get<double>(dotted.at(0).value->content) == 2.5);
    CHECK(dotted.at(0).where.starts_with("f.toml:8:"));
}

TEST_CASE("a syntax error is told with its place", "[toml]") {
    const auto tree = parse("a = 1\nb = = 2\n", "f.toml");
    REQUIRE_FALSE(tree);
    REQUIRE(tree.problems().size() == 1);
    CHECK(tree.problems()[0].where.starts_with("f.toml:2:"));
    CHECK_FALSE(tree.problems()[0].what.empty());
    CHECK_FALSE(parse("a = 1\na = 2\n", "f.toml"));
    CHECK_FALSE(parse("a = \"\xFF\"\n", "f.toml"));
    for (const auto* text : {"[%]", "[", "[]", "[a", "a", "a.=1", "=1", "\"", "a = {", "[[a]]b"})
        CHECK_FALSE(parse(text, "f"));
    CHECK_FALSE(parse("a = " + std::string(4000, '['), "f.toml"));
}

TEST_CASE("letters of any script stand in text and comments, and nowhere else", "[toml]") {
    const auto tree = parse("\xEF\xBB\xBF# größe “x”\na = \"é “x” \\\" ü\"\nb = '''ö\n'é'''\nc = 'à' # ï\n", "f.toml");
    REQUIRE(tree);
    const auto& root = std::get<Table>(tree->root.content);
    CHECK(std::get<std::string>(root.at(0).value->content) == "é “x” \" ü");
    CHECK(std::get<std::string>(root.at(1).value->content) == "ö\n'é");
    const auto curly = parse("a = \"ä\"\n\"ö\" = “x”\n", "f.toml");
    REQUIRE_FALSE(curly);
    CHECK(curly.problems()[0] ==
          Problem{"f.toml:2:7", "letters like this one stand in text only, between straight quotes"});
    for (const auto* text : {"größe = 1", "[größe]", "a = é", "é", "a = \"\"é", "\xFF"}) CHECK_FALSE(parse(text, "f"));
}

TEST_CASE("a date is refused, and said to be text", "[toml]") {
    const auto tree = parse("a = 1\nday = 2026-11-23\n", "f.toml");
    REQUIRE_FALSE(tree);
    CHECK(tree.problems()[0] == Problem{"f.toml:2:7", "dates and times are written as text, in quotes"});
}

TEST_CASE("a reader names everything that is wrong at once", "[toml]") {
    const auto tree =
        parse("sevrity = \"high\"\non = \"yes\"\nrank = \"one\"\nid = 7\nrule = 1\nother = 3\n", "f.toml");
    REQUIRE(tree);
    Problems problems;
    Reader reader{tree->root, problems};
    CHECK(reader.text("id").empty());
    CHECK(reader.text("severity").empty());
    CHECK(reader.text("note", false).empty());
    CHECK(reader.boolean("on", true));
    CHECK(reader.integer("rank", 5) == 5);
    CHECK(reader.integer("rank_economic", 6) == 6);
    CHECK(reader.tables("rule").empty());
    CHECK(reader.table("other") == nullptr);
    CHECK(reader.table("absent") == nullptr);
    reader.finish();
    const Problems expected{
        {"f.toml:4:6", "\"id\" must be text in quotes"},
        {"f.toml:1:1", "\"severity\" is missing"},
        {"f.toml:2:6", "\"on\" must be true or false"},
        {"f.toml:3:8", "\"rank\" must be a whole number"},
        {"f.toml:5:1", "write [[rule]]: there may be several of them"},
        {"f.toml:6:1", "\"other\" must be a table: [other]"},
        {"f.toml:1:1", "unknown key \"sevrity\", did you mean \"severity\"?"},
    };
    // `where` is the key's for what is unknown and the table's for what is missing.
    CHECK(problems.size() == expected.size());
    for (std::size_t i = 0; i < std::min(problems.size(), expected.size()); ++i) {
        CHECK(problems[i].where == expected[i].where);
        CHECK(problems[i].what == expected[i].what);
    }
}

TEST_CASE("what is right raises nothing", "[toml]") {
    const auto tree = parse("[wording]\nask = \"And {first}?\"\n[[rule]]\nrank = 3\n[[rule]]\nrank = 4\n", "f.toml");
    REQUIRE(tree);
    Problems problems;
    Reader root{tree->root, problems};
    const Node* wording = root.table("wording");
    REQUIRE(wording);
    Reader inner{*wording, problems};
    CHECK(inner.text("ask") == "And {first}?");
    CHECK(inner.where("ask") == "f.toml:2:1");
    CHECK(inner.where("brief") == wording->where);
    inner.finish();
    const auto rules = root.tables("rule");
    REQUIRE(rules.size() == 2);
    CHECK(Reader{*rules[1], problems}.integer("rank", 0) == 4);
    root.finish();
    CHECK(problems.empty());
}

TEST_CASE("where a table is expected, anything else is one mistake", "[toml]") {
    const auto tree = parse("rule = [1]\n", "f.toml");
    REQUIRE(tree);
    Problems problems;
    Reader root{tree->root, problems};
    Reader rule{*root.tables("rule").at(0), problems};
    CHECK(rule.text("id").empty());
    rule.finish();
    CHECK(problems == Problems{{"f.toml:1:9", "a table is expected here"}});
}

} // namespace vera::toml
