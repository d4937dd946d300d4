#include "tests/core/fixture_deals.hpp"

#include "core/reading/measure.hpp"
#include "core/text.hpp"

#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

namespace vera {
namespace {

// The words of a line, a quoted text being one; a mark at the end of a word stays with it.
struct Words {
    explicit Words(const std::string& line) : in(line) {}
    std::string next() {
        std::string word;
        in >> std::ws;
        if (in.peek() == '"') {
            in.get();
            std::getline(in, word, '"');
        } else {
            in >> word;
        }
        return word;
    }
    std::string rest() {
        std::string all;
        std::getline(in >> std::ws, all);
        return all;
    }
    bool more() { return (in >> std::ws).peek() != std::char_traits<char>::eof(); }
    std::istringstream in;
};

[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error("tests/fixtures/deals.txt: " + what); }

template <class T> T one_of(const std::map<std::string, T>& known, const std::string& word) {
    const auto found = known.find(word);
    if (found == known.end()) refuse("\"" + word + "\" is not known here");
    return found->second;
}

template <class T> void tell(Told<T>& told, T value) {
    told.asked = Asked::answered;
    told.value = value;
}

Day day(const std::string& text) {
    const auto read = parse_iso_day(text);
    if (!read) refuse("\"" + text + "\" is not a day");
    return *read;
}

Time noon(Day day) { return to_time({day, std::chrono::hours(12)}, Zone{}); }

Money money(const std::string& currency, const std::string& amount) { return {std::stod(amount), currency}; }

// At semicolons, not those inside a quoted text.
std::vector<std::string> parts(const std::string& line) {
    std::vector<std::string> made(1);
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        if (c == ';' && !quoted)
            made.emplace_back();
        else
            made.back() += c;
    }
    for (std::string& part : made) part = std::string(trim(part));
    return made;
}

PersonId id_of(const std::string& name) { return PersonId{"p-" + name}; }

// "Rui" and "Rui Prata" are one person of this deal; somebody else keeps the name only.
PersonId find_named(const Deal& deal, const std::string& name) {
    for (const Influence& person : deal.people)
        if (!name.empty() && (person.name == name || first_name(person) == name)) return person.person;
    return {};
}

void read_win(Win& win, Words words) {
    win.evidence_asked = win.asked = Asked::answered;
    win.text = Private<std::string>{words.next()};
    const std::string known = words.next();
    if (known == "guess") return;
    Evidence evidence;
    evidence.kind = one_of<EvidenceKind>({{"said", EvidenceKind::said}, {"heard", EvidenceKind::heard}}, known);
    evidence.when = day(words.next());
    if (known == "said")
        evidence.words = Private<std::string>{words.next()};
    else
        evidence.who = words.rest();
    win.evidence = {evidence};
}

void read_lose(Lose& lose, Words words) {
    lose.asked = Asked::answered;
    const std::string what = words.next();
    if (what == "none") { // none tested DAY by NAME
        words.next();
        lose.tested_at = noon(day(words.next()));
        words.next();
        lose.tested_with = words.rest();
        for (const LoseKind kind : lose_kinds) lose.tested[kind] = Probe::no;
        return;
    }
    lose.text = Private<std::string>{what};
    lose.kinds = {LoseKind::standing};
    lose.suspected = true;
    while (words.more()) {
        const std::string word = words.next();
        if (word == "plan") lose.mitigation = words.next();
        if (word == "confirmed") lose.confirmed = true;
        if (word == "agreed") lose.agreed = true;
    }
}

void read_coach_test(CoachTest& test, Words words) {
    tell(test.trusts, false), tell(test.heard, false), tell(test.wants, false);
    while (words.more()) {
        const std::string word = words.next();
        if (word == "trusts") tell(test.trusts, true);
        if (word == "listens") tell(test.heard, true);
        if (word == "wants") tell(test.wants, true);
        if (word != "proven") continue;
        test.proof = "proven";
        test.tested = day(words.next());
    }
}

void read_roles(Influence& person, Words words) {
    static const std::map<std::string, Role> roles{
        {"economic", Role::economic}, {"user", Role::user}, {"technical", Role::technical}, {"coach", Role::coach}};
    while (words.more()) {
        const std::string word = words.next();
        if (word == "old_way")
            person.owns_old_way = true;
        else
            person.roles.insert(one_of(roles, word));
    }
}

void read_fact(Influence& person, const std::string& fact, Day today) {
    static const std::map<std::string, Degree> degrees{
        {"high", Degree::high}, {"medium", Degree::medium}, {"low", Degree::low}};
    static const std::map<std::string, Mode> modes{{"growth", Mode::growth},
                                                   {"trouble", Mode::trouble},
                                                   {"even_keel", Mode::even_keel},
                                                   {"overconfident", Mode::overconfident}};
    static const std::map<std::string, Whose> owners{
        {"theirs", Whose::theirs}, {"joint", Whose::joint}, {"ours", Whose::ours}};
    static const std::map<std::string, std::function<Asked&(Influence&)>> asked{
        {"result", [](Influence& p) -> Asked& { return p.result.asked; }},
        {"win", [](Influence& p) -> Asked& { return p.win.asked; }},
        {"lose", [](Influence& p) -> Asked& { return p.lose.asked; }},
        {"degree", [](Influence& p) -> Asked& { return p.degree.asked; }},
        {"mode", [](Influence& p) -> Asked& { return p.mode.asked; }},
        {"rating", [](Influence& p) -> Asked& { return p.rating.asked; }}};
    Words words{fact};
    const std::string field = words.next();
    const std::string value = words.rest();
    if (value == "unknown") {
        one_of(asked, field)(person) = Asked::does_not_know;
    } else if (field == "degree") {
        tell(person.degree, one_of(degrees, value));
    } else if (field == "mode") {
        tell(person.mode, one_of(modes, value));
    } else if (field == "rating") {
        tell(person.rating, std::stoi(value));
    } else if (field == "met") {
        person.contact.asked = Asked::answered;
        person.contact.spoken = true;
        person.contact.last = day(value);
    } else if (fact == "not met") {
        person.contact.asked = Asked::answered;
    } else if (field == "in_job") {
        tell(person.in_job, day(value.substr(value.find(' ') + 1)));
    } else if (field == "result") {
        person.result.asked = Asked::answered;
        person.result.text = value;
        person.result.measure = read_measure(value, today).value_or(Measure{});
    } else if (field == "whose") {
        tell(person.result.whose, one_of(owners, value));
    } else if (field == "win") {
        read_win(person.win, Words{value});
    } else if (field == "lose") {
        read_lose(person.lose, Words{value});
    } else if (field == "coach_test") {
        read_coach_test(person.coach_test, Words{value});
    } else {
        read_roles(person, Words{fact});
    }
}

void read_person(Deal& deal, const std::string& line, Day today) {
    const std::size_t colon = line.find(':'), comma = line.find(',');
    Influence person;
    person.name = line.substr(0, comma);
    person.title = std::string(trim(line.substr(comma + 1, colon - comma - 1)));
    person.person = id_of(person.name);
    for (const std::string& fact : parts(line.substr(colon + 1))) read_fact(person, fact, today);
    deal.people.push_back(std::move(person));
}

void read_objective(Objective& objective, const std::string& line) {
    objective.asked = Asked::answered;
    const auto all = parts(line);
    objective.text = all.at(0);
    Words amount{all.at(1)}, by{all.at(2)}, whose{all.at(3)};
    const std::string currency = amount.next();
    objective.amount = objective.highest = money(currency, amount.next());
    by.next(), whose.next();
    objective.by = day(by.next());
    tell(objective.date_of, whose.next() == "ours" ? Whose::ours : Whose::theirs);
}

void read_own(OwnWin& own, Words words) {
    own.asked = Asked::answered;
    own.text = Private<std::string>{words.next()};
    if (words.next() != "floor") return;
    const std::string currency = words.next();
    own.floor = money(currency, words.next());
}

// The list is found right today, so after any change over there.
void read_line(FixtureDeal& fixture, const std::string& line, Day today) {
    static const std::map<std::string, Rival> rivals{
        {"in_house", Rival::in_house}, {"vendor", Rival::supplier}, {"nothing", Rival::nothing}};
    Deal& deal = fixture.deal;
    Words words{line};
    const std::string field = words.next();
    const std::string value = words.rest();
    Words given{value};
    if (field == "objective:") {
        read_objective(deal.objective, value);
    } else if (field == "confirmed") {
        deal.people_confirmed = true;
        deal.people_confirmed_at = noon(today);
    } else if (field == "competition:") {
        if (value == "unknown")
            deal.competition.asked = Asked::does_not_know;
        else
            tell(deal.competition, one_of(rivals, value));
    } else if (field == "own:") {
        read_own(deal.own, Words{value});
    } else if (field == "walk_away") {
        deal.own.walk_away_asked = Asked::answered;
        deal.own.walk_away = Private<std::string>{given.next()};
    } else if (field == "discount") {
        deal.own.risks.insert(SelfRisk::discount);
    } else if (field == "amount") { // was EUR 900000
        given.next();
        const std::string currency = given.next();
        deal.objective.highest = money(currency, given.next());
    } else if (field == "changes") {
        tell(deal.changes, given.next() == "yes");
        deal.changes.source.at = noon(day(given.next()));
    } else if (field == "person") {
        read_person(deal, value, today);
    } else if (field == "call:") { // DAY with NAME
        fixture.attendees.push_back(id_of(value.substr(value.find(" with ") + 6)));
    } else if (field == "top:") {
        fixture.top = value;
    } else if (field == "because:") {
        fixture.because = value;
    } else {
        refuse("\"" + field + "\" is not known here");
    }
}

void name_tellers(Deal& deal) {
    for (Influence& person : deal.people)
        for (Evidence& evidence : person.win.evidence) evidence.teller = find_named(deal, evidence.who);
    weigh_coaches(deal);
}

} // namespace

std::vector<FixtureDeal> read_fixture_deals(const std::string& text, Day today) {
    std::vector<FixtureDeal> fixtures;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        if (line.starts_with("deal ")) {
            fixtures.emplace_back();
            fixtures.back().deal.head.name = line.substr(5);
            fixtures.back().deal.head.id = DealId{line.substr(5)};
        } else {
            if (fixtures.empty()) refuse("facts before the first deal");
            read_line(fixtures.back(), line, today);
        }
    }
    for (FixtureDeal& fixture : fixtures) name_tellers(fixture.deal);
    return fixtures;
}

} // namespace vera
