// Tables as other programs write them, and as we do.
#include "core/csv.hpp"

#include "core/encoding.hpp"
#include "core/text.hpp"
#include "tests/support/catch.hpp"

#include <random>

namespace vera::csv {

namespace {

Table table(std::string_view text) {
    auto read = csv::read(text, "f.csv");
    INFO(text);
    REQUIRE(read);
    return *read;
}

std::string refusal(std::string_view text) {
    auto read = csv::read(text, "f.csv");
    REQUIRE_FALSE(read);
    REQUIRE(read.problems().size() == 1);
    return read.problems()[0].where + ": " + read.problems()[0].what;
}

std::vector<Cells> cells_of(const Table& table) {
    std::vector<Cells> all = {table.header.cells};
    for (const Row& row : table.rows) all.push_back(row.cells);
    return all;
}

// What reading makes of a cell: line ends are LF.
std::string with_line_feeds(const std::string& cell) {
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\r' && i + 1 < cell.size() && cell[i + 1] == '\n') continue;
        text += cell[i] == '\r' ? '\n' : cell[i];
    }
    return text;
}

} // namespace

TEST_CASE("a table is read with its quotes, line breaks and line numbers", "[csv]") {
    const Table read = table("a,b\r\n\"x \"\"y\"\"\",\"one\r\ntwo\"\r\n\r\n5\" pipe,\r\n");
    CHECK(read.header.cells == Cells{"a", "b"});
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0] == Row{2, {"x \"y\"", "one\ntwo"}});
    CHECK(read.rows[1] == Row{5, {"5\" pipe", ""}});
    CHECK(read.encoding == "UTF-8");
}

TEST_CASE("the separator is the one of the header, or the one that Excel's first line says", "[csv]") {
    CHECK(table("a;b,c;d\n1;2;3\n").header.cells == Cells{"a", "b,c", "d"});
    CHECK(table("a\tb\n1,5\t2\n").rows[0].cells == Cells{"1,5", "2"});
    CHECK(table("\"a;b;c\",d\n").header.cells == Cells{"a;b;c", "d"});
    CHECK(table("sep=;\r\na,b;c\r\n").header.cells == Cells{"a,b", "c"});
    CHECK(table("sep=x\n").header.cells == Cells{"sep=x"});
    CHECK(table("one\ntwo\n").rows[0].cells == Cells{"two"});
}

TEST_CASE("every kind of line end ends a line, and a last line needs none", "[csv]") {
    for (const std::string_view text : {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r"})
        CHECK(cells_of(table(text)) == std::vector<Cells>{{"a", "b"}, {"1", "2"}, {"3", "4"}});
}

TEST_CASE("a file of another encoding is read or refused in one sentence", "[csv]") {
    using namespace std::string_literals;
    CHECK(table("\xEF\xBB\xBF"
                "a,\xC3\xB8\n")
              .header.cells == Cells{"a", "ø"});
    CHECK(table("\xFF\xFE"
                "a\0,\0\xF8\0\n\0"s)
              .header.cells == Cells{"a", "ø"});
    CHECK(table("\xFE\xFF"
                "\0a\0,\xD8\x3D\xDE\x00"s)
              .header.cells == Cells{"a", "😀"});
    CHECK(table("\x80,\xF8\n").header.cells == Cells{"€", "ø"});
    CHECK(table("\x80,\xF8\n").encoding == "Windows-1252");
    CHECK_THAT(refusal("\xFF\xFE"
                       "a\0,"s),
               ContainsSubstring("f.csv: says it is UTF-16, and is damaged"));
    CHECK_THAT(refusal("\xFF\xFE\x00\xD8"s), ContainsSubstring("damaged"));
    CHECK_THAT(refusal("\xFF\xFE\0\0a\0\0\0"s), ContainsSubstring("UTF-32"));
    CHECK_THAT(refusal("a\0b\0"s), ContainsSubstring("zero bytes"));
    CHECK_THAT(refusal("PK\x03\x04..."), ContainsSubstring("Excel workbook"));
    CHECK_THAT(refusal("a,\x81\n"), ContainsSubstring("neither UTF-8, UTF-16 nor Windows-1252"));
}

TEST_CASE("what cannot be read is refused with its line", "[csv]") {
    CHECK_THAT(refusal("a,b\n1,\"2\n3,4\n"), ContainsSubstring("f.csv:2: a quote opens a cell"));
    CHECK_THAT(refusal("a,b\n\"1\"x,2\n"), ContainsSubstring("f.csv:2: something stands behind a closing quote"));
    CHECK_THAT(refusal(""), ContainsSubstring("is empty"));
    CHECK_THAT(refusal("\n \n,,\n"), ContainsSubstring("is empty"));
}

TEST_CASE("what is too much is refused, and quickly", "[csv]") {
    std::string rows = "a,b\n";
    for (int i = 0; i < 1'000'000; ++i) rows += "1,2\n";
    CHECK_THAT(refusal(rows), ContainsSubstring("has more than 10000 rows"));
    CHECK_THAT(refusal(std::string(max_bytes + 1, 'a')), ContainsSubstring("is longer than 16000000 bytes"));
    CHECK_THAT(refusal("a\n" + std::string(max_columns + 1, ',')),
               ContainsSubstring("f.csv:2: has more than 500 columns"));
    CHECK_THAT(refusal("a\n" + std::string(max_cell + 1, 'x')), ContainsSubstring("f.csv:2: a cell is longer"));
    CHECK(table(rows.substr(0, 4 + 4 * max_rows)).rows.size() == max_rows);
}

TEST_CASE("a cell that a spreadsheet would run gets an apostrophe", "[csv]") {
    for (const std::string cell :
         {"=1+1", "+49 30", "-cmd", "@sum", "\tx", "\rx", "\nx", " =1", "＝1", "-", "+1", "-1e5"})
        CHECK(safe(cell) == "'" + cell);
    for (const std::string cell : {"", "a=b", "Ingrid", "-5", "-0.25", "12.5", "5-3", "'=1"}) CHECK(safe(cell) == cell);
    CHECK(written({{"=a", "b,c", "", "-3"}}) == "\xEF\xBB\xBF'=a,\"b,c\",,-3\r\n");
}

TEST_CASE("what is written reads back as the same cells, made safe", "[csv]") {
    std::mt19937 random(GENERATE(1u, 2u, 3u));
    const std::vector<std::string> parts = {"a", "\"", ",", ";", "\t", "\r\n", "\n", "\r",
                                            "=", "-",  "@", "ø", " ",  "7",    "'",  "."};
    for (int round = 0; round < 500; ++round) {
        std::vector<Cells> rows, expected;
        for (std::size_t row = 0; row < 1 + random() % 4; ++row) {
            Cells cells{"x"}; // a row of blanks alone is none
            for (std::size_t cell = 0; cell < random() % 4; ++cell) {
                cells.emplace_back();
                for (std::size_t part = 0; part < random() % 6; ++part) cells.back() += parts[random() % parts.size()];
            }
            if (row == 0) cells.push_back("y"); // so that the comma is found
            rows.push_back(cells);
            for (std::string& cell : cells) cell = with_line_feeds(safe(cell));
            expected.push_back(cells);
        }
        const std::string text = written(rows);
        INFO(text);
        auto read = csv::read(text, "f.csv");
        REQUIRE(read);
        if (read->separator == ',') CHECK(cells_of(*read) == expected);
    }
}

TEST_CASE("no bytes at all break the reader", "[csv]") {
    std::mt19937 random(7);
    for (int round = 0; round < 3'000; ++round) {
        std::string bytes;
        for (std::size_t i = 0; i < random() % 60; ++i)
            bytes += random() % 2 ? static_cast<char>(random()) : "\",;\n\rab\t"[random() % 8];
        const auto read = csv::read(bytes, "f.csv");
        if (read) CHECK_FALSE(read->header.cells.empty());
    }
}

} // namespace vera::csv
