// What leaves Vera: everything with a reason, and without one no motive, no judgement and no Coach.
#include "core/export/export.hpp"

#include "core/csv.hpp"
#include "core/fields.hpp"
#include "core/json.hpp"
#include "tests/core/deal_samples.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vera {

namespace {

const Day today = *parse_iso_day("2026-11-23");
const Actor leo{TenantId{"t"}, UserId{"leo"}};
const Subject own{TenantId{"t"}, UserId{"leo"}};

Export everything() {
    auto how = Export::with_private(leo, own, "Ingrid Aas asked what we keep", today);
    REQUIRE(how);
    return *how;
}

// Fills every text of a model with a word of its own, whatever fields the model has or will have.
class Canaries {
public:
    explicit Canaries(std::string prefix) : prefix_(std::move(prefix)) {}
    template <class T> void operator()(const char* name, T& value) {
        place_ = name;
        fill(value);
    }
    std::vector<std::string> words;

private:
    std::string next() {
        words.push_back(prefix_ + std::to_string(words.size() + 1) + place_ + ".");
        return words.back();
    }
    void fill(std::string& value) { value = next(); }
    void fill(Private<std::string>& value) { value = Private(next()); }
    template <class T> void fill(std::optional<T>& value) { fill(value.emplace()); }
    template <class T> void fill(std::vector<T>& value) {
        value.resize(1);
        fill(value[0]);
    }
    void fill(Asked& value) { value = Asked::answered; }
    void fill(bool& value) { value = true; }
    void fill(double& value) { value = 77; }
    void fill(Day& value) { value = today; }
    template <class T>
    requires requires(Canaries& canaries, T& value) { fields(canaries, value); }
    void fill(T& value) { fields(*this, value); }
    template <class T> void fill(T&) {} // ids, times, sets, enums
    std::string prefix_, place_;
};

// An Economic Buyer and somebody who is only Coach, every text of them and of the deal a canary.
struct Sample {
    Deal deal;
    std::vector<std::string> of_deal, of_buyer, of_coach;
};
Sample full_sample() {
    Sample sample;
    const auto filled = [](auto& model, const std::string& prefix, std::vector<std::string>& words) {
        Canaries canaries(prefix);
        fields(canaries, model);
        words = canaries.words;
    };
    filled(sample.deal, "Nest", sample.of_deal);
    sample.deal.head.state = DealState::open;
    sample.deal.choices[0].person = PersonId{};
    sample.deal.people.resize(2);
    for (Influence& person : sample.deal.people)
        person.person = PersonId{&person == &sample.deal.people[0] ? "p1" : "p2"};
    filled(sample.deal.people[0], "Bird", sample.of_buyer);
    filled(sample.deal.people[1], "Wren", sample.of_coach);
    sample.deal.people[0].roles = {Role::economic, Role::coach};
    sample.deal.people[1].roles = {Role::coach};
    return sample;
}

bool has(const std::string& text, std::string word) {
    if (word.ends_with('.')) word.pop_back();
    return text.find(word) != text.npos;
}

std::vector<std::string> texts_of(const Deal& deal, const Export& how) {
    return {say_json(deal, how), say_markdown(deal, how), say_csv(deal, how), say_crm_text(deal)};
}

// The number in a canary ends where the name of its field begins, so "Bird1" is not found in "Bird12".
std::vector<std::string> shown_of(const std::string& text, const std::vector<std::string>& words) {
    std::vector<std::string> fields;
    for (const std::string& word : words)
        if (has(text, word)) fields.push_back(word.substr(word.find_first_not_of("0123456789", 4)));
    std::sort(fields.begin(), fields.end());
    return fields;
}

Deal spoken_deal() {
    Deal deal = known_deal();
    deal.head.name = "Nordkai";
    deal.objective.asked = Asked::answered;
    deal.objective.text = "berth planning";
    deal.objective.amount = Money{410'000, "EUR"};
    deal.objective.by = parse_iso_day("2027-06-30");
    deal.crm = {"salesforce", "0065e00000AbCdE", "Proposal"};
    deal.people[0].title = "COO";
    Action step;
    step.text = "Ask Petra what Ingrid wins";
    step.due = parse_iso_day("2026-11-27");
    deal.people[0].actions = {step};
    deal.people[3].actions = {step};
    deal.notes = {{"Petra says hello"}};
    return deal;
}

// VERA_UPDATE_EXPORTS=1 rewrites the file; review reads the difference.
void check_golden(const std::string& name, const std::string& text) {
    const std::string path = VERA_SOURCE_DIR "/tests/trade/" + name;
    if (std::getenv("VERA_UPDATE_EXPORTS")) std::ofstream{path, std::ios::binary} << text;
    std::ifstream file{path, std::ios::binary};
    std::ostringstream kept;
    kept << file.rdbuf();
    INFO(name + ": run with VERA_UPDATE_EXPORTS=1 and read the difference");
    CHECK(text == kept.str());
}

} // namespace

TEST_CASE("private fields need a reason and the right to read", "[export]") {
    CHECK(Export::with_private(leo, own, "asked by the person", today));
    CHECK_FALSE(Export::with_private(leo, own, " ", today));
    CHECK_FALSE(Export::with_private(leo, {TenantId{"t"}, UserId{"anna"}}, "curious", today));
    CHECK_FALSE(Export(today).is_private());
}

TEST_CASE("with private fields, the file holds every text that the store holds", "[export]") {
    const Sample sample = full_sample();
    const std::string json = say_json(sample.deal, everything());
    std::string markdown = say_markdown(sample.deal, everything());
    std::erase(markdown, '\\');
    for (const auto& words : {sample.of_deal, sample.of_buyer, sample.of_coach}) {
        for (const std::string& word : words) {
            INFO(word);
            CHECK(has(json, word));
            CHECK(has(markdown, word));
        }
    }
    const std::string csv = say_csv(sample.deal, everything());
    std::vector<std::string> missing;
    for (const std::string& word : sample.of_buyer)
        if (!has(csv, word)) missing.push_back(shown_of(word, {word}).at(0));
    CHECK(missing == std::vector<std::string>{"text.", "who.", "about."}); // next steps are no column of it
}

TEST_CASE("without them it holds what may be shown, and nothing else", "[export]") {
    const Sample sample = full_sample();
    const Export how(today);
    const auto json = say_json(sample.deal, how);
    CHECK(shown_of(json, sample.of_deal) ==
          std::vector<std::string>{"currency.", "id.", "name.", "product.", "stage.", "system.", "text.", "text."});
    CHECK(shown_of(json, sample.of_buyer) ==
          std::vector<std::string>{"metric.", "name.", "read_in.", "text.", "title.", "unit."});
    for (const std::string& text : texts_of(sample.deal, how)) {
        CHECK(shown_of(text, sample.of_deal).size() <= 8);
        CHECK(shown_of(text, sample.of_buyer).size() <= 6);
        CHECK(shown_of(text, sample.of_coach).empty());
        CHECK_FALSE(has(text, "coach"));
        CHECK_FALSE(has(text, "Coach"));
    }
}

TEST_CASE("somebody who is only Coach is not in anybody else's words either", "[export]") {
    Deal deal = spoken_deal();
    deal.people[3].name = "Petra Lund";
    deal.objective.text = "what Petra asked for";
    deal.people[0].title = "Petra's boss";
    deal.people[1].result.text = "PETRA LUND: 41 to 14 hours";
    deal.people[2].result.read_in = "petra's report";
    deal.strengths = {{"Petra likes it", {}}, {"On time in 40 ports", {}}};
    for (const std::string& text : texts_of(deal, Export(today))) {
        INFO(text);
        CHECK_FALSE(has(text, "etra"));
        CHECK_FALSE(has(text, "ETRA"));
    }
    CHECK(has(say_json(deal, Export(today)), "On time in 40 ports"));
    CHECK(has(say_json(deal, everything()), "Petra likes it"));
}

TEST_CASE("the text for a CRM is a few lines without a motive", "[export]") {
    CHECK(say_crm_text(spoken_deal()) ==
          "Nordkai\n"
          "Objective: berth planning, EUR 410,000, by 2027-06-30\n"
          "Stage: Proposal\n"
          "People: Ingrid, COO (Economic Buyer); Devrim (User Buyer); Kwame (Technical Buyer)\n"
          "Result, Ingrid: waiting time from 41 to 14 hours per ship by 30 June 2027\n"
          "Result, Devrim: waiting time from 41 to 14 hours per ship by 30 June 2027\n"
          "Result, Kwame: waiting time from 41 to 14 hours per ship by 30 June 2027\n"
          "Next step: Ingrid, 2026-11-27\n");
    Deal empty;
    empty.head.name = "Nordkai";
    CHECK(say_crm_text(empty) == "Nordkai\n");
    Deal both = spoken_deal();
    both.people[3].roles = {Role::coach, Role::user};
    both.people[1].ours = true;
    CHECK(has(say_crm_text(both), "Petra (User Buyer)"));
    CHECK_FALSE(has(say_crm_text(both), "Devrim ("));
}

TEST_CASE("the shapes of an export are kept", "[export]") {
    const Deal deal = spoken_deal();
    check_golden("deal.json", say_json(deal, Export(today)));
    check_golden("deal_private.json", say_json(deal, everything()));
    check_golden("deal.md", say_markdown(deal, Export(today)));
    check_golden("deal_private.md", say_markdown(deal, everything()));
    check_golden("deal.csv", say_csv(deal, Export(today)));
    check_golden("deal_private.csv", say_csv(deal, everything()));
}

TEST_CASE("an export is what it says it is, whatever was typed", "[export]") {
    Deal deal = spoken_deal();
    deal.head.name = "=cmd|' /C calc'!A0";
    deal.people[0].name = "+1 <b>Ingrid</b>\n# [x](http://y)";
    deal.people[0].win.text = Private<std::string>("@sum, \"quoted\"");
    const auto json = nlohmann::json::parse(say_json(deal, everything()), nullptr, false);
    REQUIRE(json.is_object());
    CHECK(json["v"] == export_version);
    CHECK(json["deal"]["name"] == deal.head.name);
    CHECK(json["people"].size() == 4);
    const auto table = csv::read(say_csv(deal, everything()), "x.csv");
    REQUIRE(table);
    CHECK(table->rows.at(0).cells.at(0) == "'" + deal.head.name);
    for (const csv::Row& row : table->rows) {
        CHECK(row.cells.size() == table->header.cells.size());
        for (const std::string& cell : row.cells) CHECK(cell == csv::safe(cell));
    }
    const std::string markdown = say_markdown(deal, everything());
    CHECK(has(markdown, "\\<b\\>Ingrid\\</b\\> \\# \\[x\\](http"));
    CHECK_FALSE(has(markdown, "\n# ["));
}

} // namespace vera
