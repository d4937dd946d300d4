// vera import: shown, asked, all of it or nothing.
#include "bot/import.hpp"

#include "tests/bot/trade_desk.hpp"

namespace vera {

namespace {

// Somebody who does something else before they say yes.
class Hesitant : public std::streambuf {
public:
    explicit Hesitant(std::function<void()> first) : first_(std::move(first)) {}

private:
    int_type underflow() override {
        if (said_) return traits_type::eof();
        first_();
        said_ = true;
        setg(yes_, yes_, yes_ + 2);
        return *yes_;
    }
    std::function<void()> first_;
    bool said_ = false;
    char yes_[3] = "y\n";
};

} // namespace

TEST_CASE("a file is shown, imported whole, and imported again without a change", "[import]") {
    TradeDesk desk;
    CHECK(desk.import(shared_file("salesforce.csv"), ImportEnd::imported) ==
          "New: 3\n"
          "  line 2, Nordkai, Berth planning, both terminals: objective Berth planning, both terminals; amount EUR "
          "410,000; close date 2027-06-30; stage Proposal\n"
          "  line 4, Nordkai, Crane maintenance: objective Crane maintenance; amount EUR 95,500.50; close date "
          "2027-08-03; stage Discovery\n"
          "  line 5, Østerås Klinikk: objective Ward planning; amount NOK 1,200,000; close date 2026-12-15; stage "
          "Negotiation\n"
          "Left out, because they are closed and Vera does not have them: 2\n"
          "Imported.\n");
    CHECK(desk.count("select count(*) from audit where what = 'deal.imported'") == 3);
    auto deals = desk.deals();
    auto history = desk.count("select count(*) from history");
    desk.now += std::chrono::hours{1};
    CHECK_THAT(desk.import(shared_file("salesforce.csv"), ImportEnd::nothing_to_do),
               ContainsSubstring("Unchanged: 3\n"));
    CHECK(desk.deals() == deals);
    CHECK(desk.count("select count(*) from history") == history);
}

TEST_CASE("nothing is imported before somebody says yes", "[import]") {
    TradeDesk desk;
    for (auto* typed : {"\n", "n\n", "what?\n", " "}) {
        CHECK_THAT(desk.import(row("410000"), ImportEnd::not_confirmed, typed),
                   ContainsSubstring("Import this? [y/N]"));
        CHECK(desk.count("select count(*) from deal") + desk.count("select count(*) from users") == 0);
    }
    desk.import(row("410000"), ImportEnd::imported, "Y\n");
    CHECK(desk.deals().at(0).head.name == "Nordkai");
}

TEST_CASE("one bad row, and nothing of the file is imported", "[import]") {
    TradeDesk desk;
    auto bad = row("410000") + "0065e00000AbCdF,Crane,Nordkai,many,2027-06-30,Proposal\n0065e00000AbCdG,Crane\n";
    CHECK(desk.import(bad, ImportEnd::refused) == "deals.csv:3: Amount \"many\" is no amount\n"
                                                  "deals.csv:4: has 2 cells, the header has 6\n");
    for (auto* rows : {"select count(*) from deal", "select count(*) from users", "select count(*) from account",
                       "select count(*) from audit", "select count(*) from history"})
        CHECK(desk.count(rows) == 0);
    std::string many = "Record ID,Deal Name\n";
    for (int i = 1; i <= 10'000; ++i) many += std::to_string(i) + ",Deal " + std::to_string(i) + "\n";
    CHECK_THAT(desk.import(many, ImportEnd::refused), ContainsSubstring("would make 10000 deals"));
    CHECK(desk.count("select count(*) from deal") == 0);
}

TEST_CASE("as many deals as a seller may have come in at once", "[import]") {
    TradeDesk desk;
    std::string many = "Record ID,Deal Name,Amount\n", again = many;
    for (int i = 1; i <= 200; ++i) {
        many += std::to_string(i) + ",Deal " + std::to_string(i) + ",100\n";
        again += std::to_string(i) + ",Deal " + std::to_string(i) + ",90\n";
    }
    desk.import(many, ImportEnd::imported);
    CHECK(desk.count("select count(*) from deal") == 200);
    CHECK_THAT(desk.import(again, ImportEnd::imported), ContainsSubstring("Changed: 200\n"));
    CHECK(desk.count("select count(*) from deal") == 200);
    CHECK_THAT(desk.import("Record ID,Deal Name\n201,One more\n", ImportEnd::refused),
               ContainsSubstring("200 open ones"));
}

TEST_CASE("importing again follows the amount and leaves alone what was asked", "[import]") {
    TradeDesk desk;
    desk.import(row("410000"), ImportEnd::imported);
    desk.talk([](Deal& deal) {
        deal.objective.text = "what Leo said";
        deal.own.text = Private<std::string>("a reference");
        deal.people.emplace_back().person = PersonId{"p1"};
        deal.people[0].name = "Ingrid Aas";
    });
    auto before = desk.deals().at(0);
    desk.now += std::chrono::hours{1};
    CHECK(desk.import(row("380000"), ImportEnd::imported, "yes\n") ==
          "Changed: 1\n  line 2, Nordkai: amount 410,000 -> 380,000\nImport this? [y/N] Imported.\n");
    auto after = desk.deals().at(0);
    CHECK(after.objective.highest == Money{410'000, ""});
    CHECK(after.objective.scope_changed == desk.now);
    after.objective.amount = before.objective.amount;
    after.objective.scope_changed = before.objective.scope_changed;
    after.objective.amount_changed = before.objective.amount_changed;
    after.head.touched = before.head.touched;
    --after.head.version;
    CHECK(after == before);
}

TEST_CASE("what changed between the look and the yes is not written over", "[import]") {
    TradeDesk desk;
    desk.import(row("410000"), ImportEnd::imported);
    Hesitant hesitant([&] { desk.talk([](Deal& deal) { deal.objective.amount = Money{400'000, ""}; }); });
    std::istream in(&hesitant);
    ImportOrder order{"deals.csv", desk.user, Zone{}, {}, false, true};
    CHECK_THAT(desk.import(row("380000"), ImportEnd::refused, order, in),
               ContainsSubstring("changed while you looked"));
    CHECK(desk.deals().at(0).objective.amount == Money{400'000, ""});
}

TEST_CASE("a deal closed in Vera is known again, and another seller's is not", "[import]") {
    TradeDesk desk;
    desk.import(row("410000"), ImportEnd::imported);
    desk.talk([](Deal& deal) { deal.head.state = DealState::dropped; });
    desk.import(row("410000"), ImportEnd::nothing_to_do);
    desk.user = "anna";
    CHECK_THAT(desk.import(row("410000"), ImportEnd::imported), ContainsSubstring("New: 1"));
    CHECK(desk.count("select count(*) from deal") == 2);
}

TEST_CASE("what the file does not say is said before the question", "[import]") {
    TradeDesk desk;
    auto text = desk.import(shared_file("contacts.csv"), ImportEnd::imported);
    CHECK_THAT(text, ContainsSubstring("people Ingrid Aas, Tomasz Wilk"));
    CHECK_THAT(text, ContainsSubstring("Roles of contacts are not taken"));
    CHECK(desk.deals().at(0).people.at(0).roles.empty());
    CHECK_THAT(TradeDesk{}.import(shared_file("windows_1252.csv"), ImportEnd::imported),
               ContainsSubstring("Windows-1252"));
    CHECK_THAT(desk.import(head_row, ImportEnd::nothing_to_do), ContainsSubstring("The file has no deals."));
    auto won = head_row + "0065e00000AbCdE,Berth planning,Nordkai,410000,2027-06-30,Closed Won\n";
    CHECK_THAT(desk.import(won, ImportEnd::imported), ContainsSubstring("Closed in the file and open here: 1"));
    CHECK(desk.deals().at(0).head.state == DealState::open);
    auto owners = "Opportunity ID,Opportunity Name,Opportunity Owner\n0065e00000AbCdJ,A,Leo\n0065e00000AbCdK,B,Anna\n";
    CHECK_THAT(desk.import(owners, ImportEnd::imported), ContainsSubstring("names 2 owners"));
}

} // namespace vera
