// What importing a file would change, and what it leaves alone.
#include "core/crm/preview.hpp"

#include "core/limits.hpp"
#include "core/text.hpp"
#include "tests/core/crm_samples.hpp"
#include "tests/support/catch.hpp"

#include <random>

namespace vera::crm {

namespace {

const Time now = *parse_iso_time("2026-11-23T12:00Z");
const Importing importing{EventId{"e1"}, UserId{"leo"}, now};

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

TEST_CASE("contacts come in by name and title, and the list is still to be confirmed", "[crm]") {
    const Deal deal = imported(bytes_of("contacts.csv")).at(0);
    REQUIRE(deal.people.size() == 2);
    CHECK(deal.people[0].name == "Ingrid Aas");
    CHECK(deal.people[0].title == "COO");
    CHECK(deal.people[0].roles.empty());
    CHECK(deal.people[1].roles.empty());
    CHECK(deal.head.people == 2);
    CHECK_FALSE(deal.people_confirmed);
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
    expected.objective.amount_changed = expected.objective.scope_changed = now;
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

TEST_CASE("whatever a file holds, it is refused or fits the limits of a deal", "[crm]") {
    std::mt19937 random(11);
    int good = 0;
    for (const char* name : {"salesforce.csv", "hubspot.csv", "contacts.csv", "semicolon.csv", "utf16.csv"}) {
        const std::string bytes = bytes_of(name);
        const auto deals = imported(bytes);
        for (int round = 0; round < 2'000; ++round) {
            std::string changed = bytes;
            for (std::size_t i = 0; i < 1 + random() % 3; ++i) {
                const std::size_t at = random() % changed.size();
                if (random() % 2)
                    changed[at] = "\",;\n0./-\xF8"[random() % 9];
                else
                    changed.erase(at, random() % 8);
            }
            const auto file = crm::read(changed, "f.csv", {});
            if (!file) continue;
            ++good;
            for (const Change& change : preview(*file, deals, importing).changes) {
                CHECK(length(change.deal.head.name) <= limits::name_text);
                CHECK(change.deal.people.size() <= limits::influences);
                CHECK((change.fate == Fate::left_out || !change.deal.head.name.empty()));
                CHECK((change.fate == Fate::left_out || !change.deal.crm.id.empty()));
            }
        }
    }
    CHECK(good > 1'000);
}

} // namespace vera::crm
