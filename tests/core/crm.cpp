// Files of Salesforce and HubSpot, read whole or refused with every reason.
#include "core/crm/opportunities.hpp"

#include "core/crm/amounts.hpp"
#include "tests/core/crm_samples.hpp"
#include "tests/support/catch.hpp"

namespace vera::crm {

namespace {

std::string with_dates(const std::string& first, const std::string& second) {
    return "Opportunity ID,Opportunity Name,Close Date\n0065e00000AbCdE,One," + first + "\n0065e00000AbCdF,Two," +
           second + "\n";
}

} // namespace

TEST_CASE("a report of Salesforce is read, its footer left out", "[crm]") {
    const File file = read_well(bytes_of("salesforce.csv"));
    CHECK(file.system == "salesforce");
    CHECK(file.owners == 1);
    REQUIRE(file.opportunities.size() == 5);
    const Opportunity& first = file.opportunities[0];
    CHECK(first.id == "0065e00000AbCdE");
    CHECK(first.account == "Nordkai");
    CHECK(first.name == "Berth planning, both terminals");
    CHECK(first.amount == Money{410'000, "EUR"});
    CHECK(first.close == parse_iso_day("2027-06-30"));
    CHECK(first.next_step == "Send the \"berth\" plan\nand the dates");
    CHECK(file.opportunities[1].close == parse_iso_day("2027-08-03")); // the month comes first, as 6/30 says
    CHECK(file.opportunities[1].amount == Money{95'500.5, "EUR"});
    CHECK(file.opportunities[2].account == "Østerås Klinikk");
    CHECK(is_closed(file.opportunities[3]));
    CHECK(is_closed(file.opportunities[4]));
    CHECK_FALSE(file.opportunities[4].amount);
}

TEST_CASE("an export of HubSpot is read, contacts by name alone", "[crm]") {
    const File file = read_well(bytes_of("hubspot.csv"));
    CHECK(file.system == "hubspot");
    REQUIRE(file.opportunities.size() == 3);
    CHECK(file.opportunities[0].contacts == std::vector<Contact>{{"Ana Ruiz", ""}, {"Tom Okafor", ""}});
    CHECK(file.opportunities[0].close == parse_iso_day("2027-03-31"));
    CHECK(is_closed(file.opportunities[2]));
    CHECK_FALSE(is_closed(file.opportunities[0]));
}

TEST_CASE("European files of every encoding say the same", "[crm]") {
    const File file = read_well(bytes_of("semicolon.csv"));
    REQUIRE(file.opportunities.size() == 2);
    CHECK(file.opportunities[0].amount == Money{410'000, "EUR"});
    CHECK(file.opportunities[1].close == parse_iso_day("2027-08-03"));
    CHECK(read_well(bytes_of("windows_1252.csv")).opportunities == file.opportunities);
    CHECK(read_well(bytes_of("windows_1252.csv")).encoding == "Windows-1252");
    CHECK(read_well(bytes_of("utf16.csv")).opportunities == file.opportunities);
}

TEST_CASE("rows of one opportunity are its contacts, and no role comes with them", "[crm]") {
    const File file = read_well(bytes_of("contacts.csv"));
    REQUIRE(file.opportunities.size() == 1);
    CHECK(file.opportunities[0].id == "0065e00000AbCdE"); // the long form is the short one
    CHECK(file.roles_left_out);
}

TEST_CASE("two rows of one id are a problem that names both lines", "[crm]") {
    CHECK(problems_of(bytes_of("duplicates.csv")) ==
          "f.csv:4: has the id of line 2 and says something else; one of them is wrong\n"
          "f.csv:5: has the id of line 3 and says nothing new; leave one of them out\n");
    const std::string twice =
        bytes_of("contacts.csv") + "0065e00000AbCdE,Berth planning,Nordkai,410000,2027-06-30,Proposal,Ingrid Aas,,\n";
    CHECK_THAT(problems_of(twice), ContainsSubstring("f.csv:4: has the id of line 2 and the same contact"));
}

TEST_CASE("every bad row is told with its line and its reason", "[crm]") {
    CHECK(problems_of(bytes_of("bad_rows.csv")) ==
          "f.csv:3: Opportunity ID is missing\n"
          "f.csv:4: Amount \"many\" is no amount\n"
          "f.csv:4: Close Date \"2027-02-30\" is no day; the year needs four digits\n"
          "f.csv:5: Opportunity ID was rounded by a spreadsheet; export the file anew and do not open it before\n"
          "f.csv:5: Amount \"-5\" is negative\n"
          "f.csv:6: has 3 cells, the header has 6\n");
    CHECK_THAT(problems_of(bytes_of("broken_quotes.csv")), ContainsSubstring("f.csv:2: a quote opens a cell"));
    CHECK_THAT(problems_of("Opportunity ID,Opportunity Name\n0065e00000AbCdEAAX,One\n"),
               ContainsSubstring("is damaged"));
    CHECK_THAT(problems_of("Opportunity ID,Opportunity Name\n12345,One\n"), ContainsSubstring("15 or 18 characters"));
    std::string crowd;
    for (int i = 0; i <= 30; ++i) crowd += "Person;";
    CHECK_THAT(problems_of("Record ID,Deal Name,Associated Contact\n1,One," + crowd + "\n"),
               ContainsSubstring("f.csv:2: has more than 30 contacts"));
    CHECK_THAT(problems_of("Opportunity ID,Opportunity Name\n0065e00000AbCdE,\n"), ContainsSubstring("neither a name"));
    CHECK_THAT(problems_of("Opportunity ID,Opportunity Name\n0065e00000AbCdE," + std::string(200, 'x') + "\n"),
               ContainsSubstring("f.csv:2: Opportunity Name is longer than 120 characters"));
}

TEST_CASE("a file that is none of theirs is refused in one sentence", "[crm]") {
    CHECK_THAT(problems_of("Name,Phone\nIngrid,5\n"), ContainsSubstring("f.csv:1: is neither a report"));
    CHECK_THAT(problems_of("Opportunity Name,Stage\nBerth,Open\n"),
               ContainsSubstring("has no column \"Opportunity ID\""));
    CHECK_THAT(problems_of("Opportunity ID,Opportunity Name,Amount,Amount\n"), ContainsSubstring("\"Amount\" twice"));
}

TEST_CASE("the order of a day is settled by the file or said, else refused", "[crm]") {
    const auto closes = [](const std::string& bytes, std::optional<DayOrder> order = {}) {
        return iso_day(*read_well(bytes, order).opportunities[0].close);
    };
    CHECK(closes(with_dates("3/4/2027", "8/31/2027")) == "2027-03-04");
    CHECK(closes(with_dates("3/4/2027", "31/8/2027")) == "2027-04-03");
    CHECK(closes(with_dates("3.4.2027", "8/31/2027")) == "2027-04-03"); // dots are never American
    CHECK(closes(with_dates("4/4/2027", "2027-08-31")) == "2027-04-04");
    CHECK(closes(with_dates("3/4/2027", ""), DayOrder::day_first) == "2027-04-03");
    CHECK(problems_of(with_dates("3/4/2027", "2027-08-31")) ==
          "f.csv:2: \"3/4/2027\" has the day or the month first, and no row settles which; say it with --dates\n");
    CHECK(problems_of(with_dates("31/8/2027", "8/31/2027")) ==
          "f.csv: has days of both orders: 31/8/2027 in line 2, 8/31/2027 in line 3\n");
    for (const char* bad : {"13/13/2027", "8/31/27", "31.02.2027", "tomorrow", "2027-8", "20270831", "1999-01-01"})
        CHECK_THAT(problems_of(with_dates(bad, "")), ContainsSubstring("is no day"));
}

TEST_CASE("amounts are read as they are written, and two meanings are refused", "[crm]") {
    struct Case {
        std::string text;
        double amount;
        std::string currency;
    };
    const std::vector<Case> cases = {{"410000", 410000, ""},
                                     {"410,000.00", 410000, ""},
                                     {"410.000,00", 410000, ""},
                                     {"1,234,567", 1234567, ""},
                                     {"1.234.567", 1234567, ""},
                                     {"410 000", 410000, ""},
                                     {"410'000.50", 410000.5, ""},
                                     {"410’000", 410000, ""},
                                     {"1,200", 1200, ""},
                                     {"410000.000", 410000, ""},
                                     {"0.125", 0.125, ""},
                                     {"95.5", 95.5, ""},
                                     {"€410,000", 410000, "EUR"},
                                     {"410.000,00 €", 410000, "EUR"},
                                     {"USD 410,000.00", 410000, "USD"},
                                     {"$1,200", 1200, "USD"},
                                     {"C$ 5", 5, "CAD"},
                                     {"EUR 410,000.00 (USD 450,000.00)", 410000, "EUR"}};
    for (const Case& c : cases) {
        INFO(c.text);
        const auto read = read_amount(c.text, {});
        REQUIRE(read.money);
        CHECK(*read.money == Money{c.amount, c.currency});
    }
    for (const char* bad : {"many", "-5", "(5)", "1,2,3", "1.200,00.0", "12 34", "5k", "EUR 5 USD", "1,00,000", "5 kr",
                            ".", "1234567890123456"}) {
        INFO(bad);
        CHECK_FALSE(read_amount(bad, {}).money);
    }
    Decimals decimals;
    note_decimals("95,500.50", decimals);
    CHECK_FALSE(read_amount("1.200", decimals).money);
    CHECK(read_amount("1,200", decimals).money->amount == 1200);
    CHECK(say_amount({1234567.5, "EUR"}) == "EUR 1,234,567.50");
    CHECK(say_amount({999, ""}) == "999");
    CHECK(say_amount({-1e24, ""}) == "-999,999,999,999,999,983,222,784");
    CHECK_THAT(problems_of(row("$ 5")), ContainsSubstring("is not in EUR"));
}

} // namespace vera::crm
