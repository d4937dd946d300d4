#include "dialogs/views/demo_deal.hpp"

namespace vera {
namespace {

constexpr Asked answered = Asked::answered;

Influence decider(const Wording&, Day today);
Influence worker(const Wording&, Day today);
Influence checker(const Wording&, Day today);
Influence coach(const Wording&, Day today);
Influence buyer(const Wording&, const std::string& id, Role, Day met);
std::string text(const Wording&, const std::string& id, const char* field);
Measure measure(const Wording&, const std::string& id, double from, double to, Day by);
void know_win(const Wording&, Influence&, Day said);

} // namespace

Deal demo_deal(const Wording& wording, Day today) {
    Deal deal;
    deal.head.id = DealId{"demo"};
    deal.head.name = text(wording, "deal", "account");
    deal.people_confirmed = true;
    deal.objective.asked = answered;
    deal.objective.text = text(wording, "deal", "objective");
    deal.objective.amount = Money{140'000, "EUR"};
    deal.objective.by = add_days(today, 100);
    deal.competition = {answered, Rival::in_house, {}, {}};
    deal.own.asked = answered;
    deal.own.text = Private<std::string>(text(wording, "deal", "own"));
    deal.people = {decider(wording, today), worker(wording, today), checker(wording, today), coach(wording, today)};
    return deal;
}

namespace {

// A clear number, and only a guess of what is in it for her.
Influence decider(const Wording& wording, Day today) {
    Influence person = buyer(wording, "maren", Role::economic, add_days(today, -14));
    person.result.asked = answered;
    person.result.measure = measure(wording, "maren", 46, 30, add_days(today, 220));
    person.result.whose = {answered, Whose::theirs, {}, {}};
    person.win.asked = person.win.evidence_asked = answered;
    person.win.text = Private<std::string>(text(wording, "maren", "win"));
    person.win.evidence.resize(1);
    return person;
}

// Everything about him is known.
Influence worker(const Wording& wording, Day today) {
    Influence person = buyer(wording, "joris", Role::user, add_days(today, -6));
    person.result.asked = answered;
    person.result.measure = measure(wording, "joris", 50, 35, add_days(today, 220));
    person.result.whose = {answered, Whose::theirs, {}, {}};
    know_win(wording, person, add_days(today, -6));
    person.lose.asked = answered;
    for (const LoseKind kind : lose_kinds) person.lose.tested[kind] = Probe::no;
    person.lose.tested_with = text(wording, "emil", "name");
    return person;
}

// She would lose the say over the tool she built.
Influence checker(const Wording& wording, Day today) {
    Influence person = buyer(wording, "sunita", Role::technical, add_days(today, -30));
    person.owns_old_way = true;
    person.result.asked = Asked::does_not_know;
    person.win.asked = Asked::does_not_know;
    person.lose.asked = answered;
    person.lose.suspected = true;
    person.lose.kinds = {LoseKind::authority};
    return person;
}

Influence coach(const Wording& wording, Day today) {
    Influence person = buyer(wording, "emil", Role::coach, add_days(today, -2));
    know_win(wording, person, add_days(today, -2));
    return person;
}

Influence buyer(const Wording& wording, const std::string& id, Role role, Day met) {
    Influence person;
    person.person = PersonId{id};
    person.name = text(wording, id, "name");
    person.title = text(wording, id, "title");
    person.roles = {role};
    person.contact = {answered, true, text(wording, id, "contact"), met, {}, {}};
    return person;
}

std::string text(const Wording& wording, const std::string& id, const char* field) {
    return wording.say("demo.sample." + id + "." + field, {});
}

Measure measure(const Wording& wording, const std::string& id, double from, double to, Day by) {
    Measure made;
    made.metric = text(wording, id, "metric");
    made.unit = text(wording, id, "unit");
    made.from = from;
    made.to = to;
    made.by = by;
    return made;
}

void know_win(const Wording& wording, Influence& person, Day said) {
    const std::string id = person.person.text();
    Evidence evidence;
    evidence.kind = EvidenceKind::said;
    evidence.when = said;
    evidence.words = Private<std::string>(text(wording, id, "said"));
    person.win.asked = person.win.evidence_asked = answered;
    person.win.text = Private<std::string>(text(wording, id, "win"));
    person.win.evidence = {evidence};
}

} // namespace
} // namespace vera
