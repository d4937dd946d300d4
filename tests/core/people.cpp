// Evidence, Win, Result and names: the small functions of a person in a deal.
#include "core/permissions.hpp"
#include "core/state.hpp"
#include "tests/support/catch.hpp"

namespace vera {
namespace {

Evidence evidence(EvidenceKind kind, const char* words, bool dated, const char* who = "", bool from_coach = false) {
    Evidence made;
    made.kind = kind;
    made.words = Private<std::string>{words};
    if (dated) made.when = parse_iso_day("2026-11-14");
    made.who = who;
    made.from_coach = from_coach;
    return made;
}

Influence named(const char* name, const char* title = "") {
    Influence person;
    person.name = name;
    person.title = title;
    return person;
}

} // namespace

TEST_CASE("evidence is graded as the method grades it", "[people]") {
    using enum EvidenceKind;
    CHECK(grade(evidence(guess, "", false)) == Grade::e0);
    CHECK(grade(evidence(guess, "CFOs want that", false)) == Grade::e1);
    CHECK(grade(evidence(guess, "it's obvious", true)) == Grade::e1);
    CHECK(grade(evidence(observed, "asked three times who will present it", true)) == Grade::e2);
    CHECK(grade(evidence(heard, "he wants the control room", true, "Jan")) == Grade::e2);
    CHECK(grade(evidence(heard, "he wants the control room", true, "Petra", true)) == Grade::e3);
    CHECK(grade(evidence(heard, "", true, "Petra", true)) == Grade::e3);
    CHECK(grade(evidence(heard, "he wants the control room", false, "Petra", true)) == Grade::e2);
    CHECK(grade(evidence(heard, "he wants the control room", true, "", true)) == Grade::e2);
    CHECK(grade(evidence(said, "I want to stop being the last slide", true)) == Grade::e4);
    CHECK(grade(evidence(said, "I want to stop being the last slide", false)) == Grade::e2);
    CHECK(grade(evidence(said, "", true)) == Grade::e2);
}

TEST_CASE("two weak grades never make a strong one", "[people]") {
    Win win;
    CHECK(status(win) == WinStatus::not_asked);
    win.asked = Asked::does_not_know;
    CHECK(status(win) == WinStatus::unknown);
    win.asked = Asked::declined;
    CHECK(status(win) == WinStatus::unknown);
    win.asked = Asked::answered;
    CHECK(status(win) == WinStatus::guess);
    for (int i = 0; i < 5; ++i) win.evidence.push_back(evidence(EvidenceKind::observed, "smiled", true));
    CHECK(status(win) == WinStatus::guess);
    win.evidence.push_back(evidence(EvidenceKind::heard, "he wants it", true, "Petra", true));
    CHECK(status(win) == WinStatus::supported);
}

TEST_CASE("how measurable a Result is climbs the ladder of the method", "[people]") {
    Measure measure;
    CHECK(quality(measure) == Quality::m0);
    measure.metric = "waiting time";
    CHECK(quality(measure) == Quality::m0);
    measure.direction = true;
    CHECK(quality(measure) == Quality::m1);
    measure.to = 14;
    CHECK(quality(measure) == Quality::m2);
    measure.from = 41;
    CHECK(quality(measure) == Quality::m2); // hours or ships?
    measure.unit = "hours";
    CHECK(quality(measure) == Quality::m3);
    measure.by = parse_iso_day("2027-06-30");
    CHECK(quality(measure) == Quality::m4);
    measure.percent_change = true;
    measure.from.reset();
    CHECK(quality(measure) == Quality::m2);
}

TEST_CASE("a yes or no can be measured", "[people]") {
    Measure none_open;
    none_open.to = 0;
    CHECK(quality(none_open) == Quality::m2);
    none_open.metric = "high findings";
    CHECK(quality(none_open) == Quality::m3);
    none_open.by = parse_iso_day("2027-02-28");
    CHECK(quality(none_open) == Quality::m4);
    Measure milestone;
    milestone.metric = "audit passed";
    milestone.by = parse_iso_day("2027-03-01");
    CHECK(quality(milestone) == Quality::m2);
}

TEST_CASE("people are called by their first name, or by their place", "[people]") {
    CHECK(first_name(named("Ingrid Aas")) == "Ingrid");
    CHECK(first_name(named("Dr. Ines Calado")) == "Ines");
    CHECK(first_name(named("Prof. Dr. Ilse Brandt")) == "Ilse");
    CHECK(first_name(named("Femke de Wit")) == "Femke");
    CHECK(first_name(named("Mei-Ling Tan")) == "Mei-Ling");
    CHECK(first_name(named("  O'Neil ")) == "O'Neil");
    CHECK(first_name(named("", "someone in IT")) == "someone in IT");
    CHECK(first_name(named("Dr.")) == "Dr.");
}

TEST_CASE("only a person who is nothing but Coach is hidden", "[people]") {
    Influence person;
    CHECK_FALSE(is_only_coach(person));
    person.roles = {Role::coach};
    CHECK(is_only_coach(person));
    person.roles.insert(Role::user);
    CHECK_FALSE(is_only_coach(person));
}

TEST_CASE("a deal is its owner's, in the owner's own chat", "[people]") {
    const Actor anna{TenantId{"t1"}, UserId{"anna"}};
    const Subject hers{TenantId{"t1"}, UserId{"anna"}};
    for (const Deed deed : {Deed::read, Deed::change}) {
        CHECK(may(anna, deed, hers, Audience::own_chat));
        CHECK_FALSE(may(anna, deed, hers, Audience::channel));
        CHECK_FALSE(may({TenantId{"t1"}, UserId{"ben"}}, deed, hers, Audience::own_chat));
        CHECK_FALSE(may({TenantId{"t2"}, UserId{"anna"}}, deed, hers, Audience::own_chat));
        CHECK_FALSE(may({}, deed, {}, Audience::own_chat)); // nobody owns nothing
    }
}

TEST_CASE("deals, heads and people are found by their id, or not at all", "[people]") {
    State state;
    state.heads.resize(1);
    state.heads[0].id = DealId{"d1"};
    state.deals.resize(1);
    state.deals[0].head.id = DealId{"d1"};
    state.deals[0].people.resize(2);
    state.deals[0].people[1].person = PersonId{"p2"};
    CHECK(find_head(state, DealId{"d1"}) == &state.heads[0]);
    CHECK(find_deal(state, DealId{"d1"}) == &state.deals[0]);
    CHECK(find_deal(state, DealId{"d2"}) == nullptr);
    CHECK(find_head(state, DealId{}) == nullptr);
    CHECK(find_person(state.deals[0], PersonId{"p2"}) == &state.deals[0].people[1]);
    CHECK(find_person(state.deals[0], PersonId{"p3"}) == nullptr);
}

} // namespace vera
