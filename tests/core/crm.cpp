// Files of Salesforce and HubSpot, and what importing them would change.
#include "core/crm/amounts.hpp"
#include "core/crm/preview.hpp"
#include "tests/support/catch.hpp"

#include <fstream>
#include <sstream>

namespace vera::crm {

namespace {

const Time now = *parse_iso_time("2026-11-23T12:00Z");
const Importing importing{EventId{"e1"}, UserId{"leo"}, now};

std::string bytes_of(const std::string& name) {
    std::ifstream file{VERA_SOURCE_DIR "/tests/trade/" + name, std::ios::binary};
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

File read_well(const std::string& bytes, std::optional<DayOrder> order = {}) {
    auto file = crm::read(bytes, "f.csv", order);
    for (const Problem& problem : file ? Problems{} : file.problems())
        UNSCOPED_INFO(problem.where + ": " + problem.what);
    REQUIRE(file);
    return *file;
}

std::string problems_of(const std::string& bytes) {
    auto file = crm::read(bytes, "f.csv", {});
    REQUIRE_FALSE(file);
    std::string all;
    for (const Problem& problem : file.problems()) all += problem.where + ": " + problem.what + "\n";
    return all;
}

std::string with_dates(const std::string& first, const std::string& second) {
    return "Opportunity ID,Opportunity Name,Close Date\n0065e00000AbCdE,One," + first + "\n0065e00000AbCdF,Two," +
           second + "\n";
}

// One opportunity of Nordkai.
std::string row(const std::string& amount, const std::string& day = "2027-06-30",
                const std::string& stage = "Proposal") {
    return "Opportunity ID;Opportunity Name;Account Name;Amount;Amount Currency;Close Date;Stage\n"
           "0065e00000AbCdE;Berth planning;Nordkai;" +
           amount + ";EUR;" + day + ";" + stage + "\n";
}

std::vector<Deal> imported(const std::string& bytes, const std::vector<Deal>& known = {}) {
    std::vector<Deal> deals;
    for (const Change& change : preview(read_well(bytes), known, importing).changes) deals.push_back(change.deal);
    return deals;
}

Deal by_hand(const std::string& name) {
    Deal deal;
    deal.head.id = DealId{"d-" + name};
    deal.head.owner = importing.user;
    deal.head.name = name;
    return deal;
}

Change only_change(const std::string& bytes, const std::vector<Deal>& known) {
    const Preview all = preview(read_well(bytes), known, importing);
    REQUIRE(all.changes.size() == 1);
    return all.changes[0];
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
    const Deal deal = imported(bytes_of("contacts.csv")).at(0);
    REQUIRE(deal.people.size() == 2);
    CHECK(deal.people[0].name == "Ingrid Aas");
    CHECK(deal.people[0].title == "COO");
    CHECK(deal.people[0].roles.empty());
    CHECK(deal.people[1].roles.empty());
    CHECK(deal.head.people == 2);
    CHECK_FALSE(deal.people_confirmed);
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
    CHECK_THAT(problems_of(row("$ 5")), ContainsSubstring("is not in EUR"));
}

TEST_CASE("new deals are made, closed ones left out, and two of one account told apart", "[crm]") {
    const Preview all = preview(read_well(bytes_of("salesforce.csv")), {}, importing);
    CHECK(all.problems.empty());
    CHECK(all.count(Fate::made) == 3);
    CHECK(all.count(Fate::left_out) == 2);
    const Deal& first = all.changes[0].deal;
    CHECK(first.head.name == "Nordkai, Berth planning, both terminals");
    CHECK(all.changes[1].deal.head.name == "Nordkai, Crane maintenance");
    CHECK(all.changes[2].deal.head.name == "Østerås Klinikk");
    CHECK(first.head.owner == importing.user);
    CHECK(first.head.id != all.changes[1].deal.head.id);
    CHECK(first.crm == Crm{"salesforce", "0065e00000AbCdE", "Proposal"});
    CHECK(first.objective.asked == Asked::answered);
    CHECK(first.objective.amount == Money{410'000, "EUR"});
    CHECK(first.objective.highest == first.objective.amount);
    CHECK(first.objective.scope_changed == Time{});
    CHECK(first.actions.at(0).text == "Send the \"berth\" plan\nand the dates");
}

TEST_CASE("importing the same again changes nothing", "[crm]") {
    for (const char* name : {"salesforce.csv", "hubspot.csv", "contacts.csv", "semicolon.csv"}) {
        const auto deals = imported(bytes_of(name));
        const Preview again = preview(read_well(bytes_of(name)), deals, importing);
        CHECK(again.changes_nothing());
        for (const Change& change : again.changes)
            if (change.fate == Fate::unchanged) CHECK(change.differences.empty());
    }
}

TEST_CASE("of a known deal only amount, date and stage follow the file", "[crm]") {
    Deal known = imported(row("410000")).at(0);
    known.objective.text = "what Leo told Vera";
    known.head.name = "Nordkai AS";
    known.people_confirmed = true;
    const Change change = only_change(row("380000", "2027-07-31", "Negotiation"), {known});
    CHECK(change.fate == Fate::updated);
    CHECK(change.differences == std::vector<Difference>{{"amount", "EUR 410,000", "EUR 380,000"},
                                                        {"close date", "2027-06-30", "2027-07-31"},
                                                        {"stage", "Proposal", "Negotiation"}});
    Deal expected = known;
    expected.head.touched = now;
    expected.objective.amount = Money{380'000, "EUR"};
    expected.objective.scope_changed = now;
    expected.objective.by = parse_iso_day("2027-07-31");
    expected.crm.stage = "Negotiation";
    CHECK(change.deal == expected); // the highest amount among all that stays
    CHECK(change.deal.objective.highest == Money{410'000, "EUR"});
}

TEST_CASE("the highest amount rises with the amount and stays when it falls", "[crm]") {
    std::vector<Deal> deals = imported(row("100"));
    const auto highest_after = [&](const std::string& amount) {
        deals = imported(row(amount), deals);
        return deals.at(0).objective.highest->amount;
    };
    CHECK(highest_after("150") == 150);
    CHECK(highest_after("90") == 150);
    CHECK(highest_after("120") == 150);
    CHECK(highest_after("") == 150); // no amount is no news
    CHECK(deals.at(0).objective.amount->amount == 120);
    deals.at(0).objective.highest.reset(); // as a deal that was never imported
    CHECK(highest_after("80") == 120);
}

TEST_CASE("what was asked and not answered stays so", "[crm]") {
    Deal known = by_hand("Nordkai");
    known.objective.asked = Asked::declined;
    const Change change = only_change(row("410000"), {known});
    CHECK(change.deal.objective.asked == Asked::declined);
    CHECK(change.deal.objective.text.empty());
    CHECK(change.deal.objective.amount == Money{410'000, "EUR"});
}

TEST_CASE("a deal made by hand is linked when it is the only one of that name", "[crm]") {
    Deal known = by_hand("NORDKAI");
    const Change change = only_change(row("410000"), {known, by_hand("Other")});
    CHECK(change.fate == Fate::linked);
    CHECK(change.deal.head.id == known.head.id);
    CHECK(change.deal.head.name == "NORDKAI");
    CHECK(change.deal.crm.id == "0065e00000AbCdE");
    CHECK(change.deal.objective.text == "Berth planning");

    Deal second = by_hand("Nordkai");
    second.head.id = DealId{"d-2"};
    const Change made = only_change(row("410000"), {known, second});
    CHECK(made.fate == Fate::made);
    CHECK(made.deal.head.name == "Nordkai, Berth planning");
    CHECK(preview(read_well(bytes_of("salesforce.csv")), {by_hand("Nordkai")}, importing).count(Fate::linked) == 0);
    known.head.state = DealState::lost;
    CHECK(only_change(row("410000"), {known}).fate == Fate::made);
    known.head.state = DealState::open;
    known.crm = {"hubspot", "1", ""};
    CHECK(only_change(row("410000"), {known}).fate == Fate::made);
}

TEST_CASE("won and lost in the CRM is shown, and the state stays the seller's to say", "[crm]") {
    const Deal known = imported(row("410000")).at(0);
    const Change change = only_change(row("410000", "2027-06-30", "Closed Won"), {known});
    CHECK(change.closed);
    CHECK(change.fate == Fate::updated);
    CHECK(change.deal.head.state == DealState::open);
    CHECK(change.deal.crm.stage == "Closed Won");
    Deal dropped = known;
    dropped.head.state = DealState::dropped;
    CHECK(only_change(row("410000"), {dropped}).fate == Fate::unchanged); // not made anew
}

TEST_CASE("more deals than a seller may have are refused before anything is made", "[crm]") {
    std::string text = "Record ID,Deal Name\n";
    for (int i = 1; i <= 10'000; ++i) text += std::to_string(i) + ",Deal " + std::to_string(i) + "\n";
    const Preview all = preview(read_well(text), {by_hand("Nordkai")}, importing);
    REQUIRE(all.problems.size() == 1);
    CHECK_THAT(all.problems[0].what, ContainsSubstring("would make 10000 deals beside 1 open ones"));
}

} // namespace vera::crm
