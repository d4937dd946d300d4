// The Coach test: three taps and what they did that shows it. It changes the weight of what they told us.
#include "core/reading/when.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/views/status.hpp"

namespace vera {
namespace {

using Leg = Told<bool> CoachTest::*;
template <Leg leg> Heard leg_from_text(Desk&, std::string_view text);
template <Leg leg> void leg_from_value(Desk&, const std::string& value);
template <Leg leg> Field leg_field(const char* record);
Heard proof_from_text(Desk&, std::string_view text);
void proof_from_value(Desk&, const std::string& value);
bool all_three(const Deal&, const Influence* person);
void say_standing(Desk&, const std::vector<std::string>& known_before);
std::vector<std::string> supported(const Deal&);

} // namespace

Fields coach_fields() {
    return {
        {StepKind::trusts, leg_field<&CoachTest::trusts>("coach.trusts")},
        {StepKind::heard, leg_field<&CoachTest::heard>("coach.heard")},
        {StepKind::wants, leg_field<&CoachTest::wants>("coach.wants")},
        {StepKind::proof,
         {.record = "coach.proof",
          .from_text = proof_from_text,
          .from_value = proof_from_value,
          .asked = [](Deal&, Influence* person) { return &person->coach_test.proof_asked; },
          .applies = all_three,
          .so_far = [](const Deal&, const Influence* person) { return person->coach_test.proof; }}},
    };
}

namespace {

template <Leg leg> Field leg_field(const char* record) {
    return {.record = record,
            .from_text = leg_from_text<leg>,
            .from_value = leg_from_value<leg>,
            .asked = [](Deal&, Influence* person) { return &(person->coach_test.*leg).asked; },
            .so_far = [](const Deal&, const Influence* person) { return (person->coach_test.*leg).words.reveal(); }};
}

template <Leg leg> Heard leg_from_text(Desk& desk, std::string_view text) {
    const auto answer = yes_or_no(text);
    if (!answer) return say(desk, "choice.unread"), Heard::refused;
    const auto before = supported(*deal_in_focus(desk));
    tell(desk, person_in_focus(desk)->coach_test.*leg, *answer, text);
    weigh_coaches(*deal_in_focus(desk));
    // The last of the three says where we stand; with all three there is still a proof to ask for.
    if (leg == &CoachTest::wants && !all_three(*deal_in_focus(desk), person_in_focus(desk))) say_standing(desk, before);
    return Heard::stored;
}

template <Leg leg> void leg_from_value(Desk& desk, const std::string& value) { leg_from_text<leg>(desk, value); }

Heard proof_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text)) return proof_from_value(desk, "nothing"), Heard::stored;
    const auto before = supported(*deal_in_focus(desk));
    CoachTest& test = person_in_focus(desk)->coach_test;
    const auto day = find_day(text, desk.today, Look::back);
    test.proof_asked = Asked::answered;
    test.proof = std::string(text);
    test.tested = day && days_between(day->day, desk.today) >= 0 ? day->day : desk.today;
    weigh_coaches(*deal_in_focus(desk));
    say_standing(desk, before);
    return Heard::stored;
}

void proof_from_value(Desk& desk, const std::string&) {
    const auto before = supported(*deal_in_focus(desk));
    CoachTest& test = person_in_focus(desk)->coach_test;
    test.proof_asked = Asked::answered;
    test.proof.clear();
    test.tested.reset();
    weigh_coaches(*deal_in_focus(desk));
    say_standing(desk, before);
}

bool all_three(const Deal&, const Influence* person) {
    const CoachTest& test = person->coach_test;
    return test.trusts.is(true) && test.heard.is(true) && test.wants.is(true);
}

// Who is it, then; and whose Win became known by it.
void say_standing(Desk& desk, const std::vector<std::string>& known_before) {
    const CoachTest& test = person_in_focus(desk)->coach_test;
    switch (standing(test, desk.today)) {
    case CoachStanding::tested:
        say(desk, "coach.is.tested");
        break;
    case CoachStanding::probable:
        say(desk, "coach.is.probable");
        break;
    case CoachStanding::one_missing:
        say(desk, !test.trusts.is(true)  ? "coach.is.missing_trust"
                  : !test.heard.is(true) ? "coach.is.missing_heard"
                                         : "coach.is.missing_wants");
        break;
    case CoachStanding::contact:
    case CoachStanding::unasked:
        say(desk, "coach.is.contact");
        break;
    }
    std::vector<std::string> now_known;
    for (const auto& name : supported(*deal_in_focus(desk)))
        if (std::find(known_before.begin(), known_before.end(), name) == known_before.end()) now_known.push_back(name);
    if (!now_known.empty()) say(desk, "coach.is.makes_known", {{"list", say_list(now_known)}});
}

std::vector<std::string> supported(const Deal& deal) {
    std::vector<std::string> names;
    for (const Influence& person : deal.people)
        if (status(person.win) == WinStatus::supported) names.push_back(first_name(person));
    return names;
}

} // namespace
} // namespace vera
