#include "tests/dialogs/views.hpp"

#include "core/reading/measure.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace vera {
namespace {

const Library& library() {
    static const Library read = *read_library(compiled_in_files());
    return read;
}

Influence person(const char* name, const char* title, Roles roles) {
    Influence made;
    made.person = PersonId{name};
    made.name = name;
    made.title = title;
    made.roles = std::move(roles);
    return made;
}

void met(Influence& person, const char* words) {
    person.contact = {Asked::answered, true, words, add_days(sample_today, -14), {}, {}};
}

void wants(Influence& person, const char* result) {
    person.result.asked = Asked::answered;
    person.result.text = result;
    person.result.measure = *read_measure(result, sample_today);
    person.result.whose = {Asked::answered, Whose::theirs, {}, {}};
}

void wins(Influence& person, const char* win, const char* words) {
    person.win.asked = person.win.evidence_asked = Asked::answered;
    person.win.text = Private<std::string>(win);
    Evidence evidence;
    if (*words) {
        evidence.kind = EvidenceKind::said;
        evidence.when = add_days(sample_today, -7);
        evidence.words = Private<std::string>(words);
    }
    person.win.evidence = {evidence};
}

void loses(Influence& person, LoseKind kind, const char* plan) {
    person.lose.asked = Asked::answered;
    person.lose.suspected = true;
    person.lose.kinds = {kind};
    person.lose.mitigation = plan;
}

Action step(const char* text, const char* who, int days, const char* about) {
    Action made;
    made.id = ActionId{text};
    made.text = text;
    made.who = who;
    made.due = add_days(sample_today, days);
    made.about = about;
    return made;
}

} // namespace

Deal sample_deal() {
    Deal deal;
    deal.head.id = DealId{"nordkai"};
    deal.head.owner = UserId{"leo"};
    deal.head.name = "Nordkai Terminals";
    deal.people_confirmed = true;
    deal.objective.asked = Asked::answered;
    deal.objective.text = "yard planning, terminal North";
    deal.objective.amount = Money{180'000, "EUR"};
    deal.objective.by = parse_iso_day("2027-03-31");
    deal.objective.date_of = {Asked::answered, Whose::ours, {}, {}};
    deal.competition = {Asked::answered, Rival::in_house, Private<std::string>("they stay with YardBook"), {}};
    deal.own.asked = Asked::answered;
    deal.own.text = Private<std::string>("a reference in the north");
    deal.strengths = {{"their planners already run our trial", {}}};

    Influence ingrid = person("Ingrid Aas", "COO", {Role::economic});
    met(ingrid, "me, two weeks ago");
    wants(ingrid, "waiting time 14 to 11 hours per ship by 30 June 2027");
    wins(ingrid, "be the hero of the group", "");
    ingrid.mode = {Asked::answered, Mode::trouble, Private<std::string>("I pay for every hour out there"), {}};
    Influence tomasz = person("Tomasz Wilk", "shift lead", {Role::user});
    met(tomasz, "me, on the yard");
    wants(tomasz, "re-handles 1.9 to 1.5 per box by 30 June 2027");
    wins(tomasz, "a shift that ends on time", "ten past two means ten past two");
    tomasz.positioning.hook_asked = Asked::answered;
    tomasz.positioning.lines = {
        {Private<std::string>("Shift change at ten past two, every day: let's measure that."), {}}};
    Influence devrim = person("Devrim Kaya", "operations systems", {Role::technical});
    devrim.owns_old_way = true;
    devrim.contact = {Asked::answered, false, {}, {}, {}, {}};
    devrim.win.asked = Asked::does_not_know;
    loses(devrim, LoseKind::authority, "he owns the rule set, we only run it");
    devrim.actions = {step("tell him the rules stay his", "Ana", 2, "lose")};
    Influence petra = person("Petra Lund", "planning manager", {Role::coach});
    met(petra, "me, every week");
    wins(petra, "run the new control room", "somebody has to understand both sides");
    deal.people = {ingrid, tomasz, devrim, petra};
    return deal;
}

Influence& person_called(Deal& deal, const std::string& first) {
    const auto found = std::ranges::find(deal.people, first, &first_name);
    REQUIRE(found != deal.people.end());
    return *found;
}

std::string shown(const Deal& deal, const std::function<void(Desk&, const Deal&)>& view) {
    State state;
    state.user.id = deal.head.owner;
    state.user.name = "Leo";
    state.user.zone = *find_zone("Europe/Berlin");
    state.session.deal = deal.head.id;
    state.heads = {deal.head};
    state.deals = {deal};
    const Event event{EventId{"e1"}, {"e1"},  TenantId{"t"}, state.user.id, ConversationId{"c"}, {}, {},
                      false,         Opened{}};
    Desk desk = open_desk(library(), state, event, to_time({sample_today, std::chrono::hours{16}}, state.user.zone));
    view(desk, deal);
    std::string text;
    for (const Line& line : desk.lines) text += (line.style == LineStyle::item ? "  " : "") + line.text + "\n";
    CHECK(desk.plan.next.deals == state.deals); // a view changes nothing
    return text;
}

std::size_t lines_in(const std::string& text) { return static_cast<std::size_t>(std::ranges::count(text, '\n')); }

} // namespace vera
