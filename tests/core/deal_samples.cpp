#include "tests/core/deal_samples.hpp"

#include <fstream>
#include <sstream>

namespace vera {

std::string shipped_rules_text() {
    std::ifstream file{VERA_SOURCE_DIR "/config/red_flags.toml"};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

FlagRules shipped_rules() {
    const auto tree = toml::parse(shipped_rules_text(), "red_flags.toml");
    Problems problems;
    return read_flag_rules(*tree, problems);
}

Influence known_person(const std::string& name, Roles roles) {
    Influence person;
    person.person = PersonId{"p-" + name};
    person.name = name;
    person.roles = std::move(roles);
    person.contact = {.asked = Asked::answered, .spoken = true, .words = "Petra, on Monday", .last = {}, .source = {}};
    person.result.asked = Asked::answered;
    person.result.text = "waiting time from 41 to 14 hours per ship by 30 June 2027";
    person.result.measure = {.metric = "waiting time",
                             .from = 41,
                             .to = 14,
                             .percent_change = false,
                             .unit = "hours per ship",
                             .by = parse_iso_day("2027-06-30"),
                             .direction = false};
    person.win.asked = Asked::answered;
    person.win.text = Private<std::string>{"leads the new control room"};
    person.win.evidence_asked = Asked::answered;
    Evidence said;
    said.kind = EvidenceKind::said;
    said.words = Private<std::string>{"I want that room."};
    said.when = parse_iso_day("2026-11-12");
    person.win.evidence = {said};
    person.lose.asked = Asked::answered;
    person.lose.suspected = true;
    person.lose.kinds = {LoseKind::standing};
    person.lose.mitigation = "owns the rules";
    return person;
}

Deal known_deal() {
    Deal deal;
    deal.head.id = DealId{"d1"};
    deal.people_confirmed = true;
    deal.people = {known_person("Ingrid", {Role::economic}), known_person("Devrim", {Role::user}),
                   known_person("Kwame", {Role::technical}), known_person("Petra", {Role::coach})};
    deal.people[1].owns_old_way = true;
    return deal;
}

Lines flag_lines(const std::vector<RedFlag>& flags) {
    Lines lines;
    for (const RedFlag& flag : flags) {
        std::string line = flag.id;
        if (!flag.person.empty()) line += " " + flag.person.text().substr(2);
        if (!flag.about.empty()) line += " " + flag.about;
        lines.push_back(line);
    }
    return lines;
}

Lines flags_after(const Change& change) {
    static const FlagRules rules = shipped_rules();
    Deal deal = known_deal();
    change(deal);
    return flag_lines(red_flags(deal, rules, flag_day));
}

} // namespace vera
