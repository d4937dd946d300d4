// The hidden Lose: what they could give up, the test of the framework's five, and the plan against it.
#include "core/reading/quotes.hpp"
#include "core/words.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/fields/offers.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>

namespace vera {
namespace {

Heard lose_from_text(Desk&, std::string_view text);
void lose_from_value(Desk&, const std::string& value);
Heard plan_from_text(Desk&, std::string_view text);
Heard test_from_text(Desk&, std::string_view text);
void test_from_value(Desk&, const std::string& value);
Heard tested_with_from_text(Desk&, std::string_view text);
std::string who_told(const Desk&, std::string_view text);
void tested_with_from_value(Desk&, const std::string& value);
Heard known_from_text(Desk&, std::string_view text);
void known_from_value(Desk&, const std::string& value);
Heard agreed_from_text(Desk&, std::string_view text);
void agreed_from_value(Desk&, const std::string& value);

void told_anew(Lose&);
void suspect(Desk&, Lose&, std::string_view text);
std::set<LoseKind> kinds_in(std::string_view text);
const Influence* tested_coach(const Desk&);
bool stands(const Deal&, const Influence* person) { return person->lose.suspected || person->lose.confirmed; }

} // namespace

Fields lose_fields() {
    return {
        {StepKind::lose,
         {.record = "lose.changed",
          .from_text = lose_from_text,
          .from_value = lose_from_value,
          .asked = [](Deal&, Influence* person) { return &person->lose.asked; },
          .applies = [](const Deal& deal, const Influence*) { return !deal.tender.is(true); },
          .so_far = [](const Deal&, const Influence* person) { return person->lose.text.reveal(); }}},
        {StepKind::plan,
         {.record = "plan.changed",
          .from_text = plan_from_text,
          .so_far = [](const Deal&, const Influence* person) { return person->lose.mitigation; },
          .prepare = offer_ideas}},
        {StepKind::lose_test,
         {.record = "lose.tested",
          .from_text = test_from_text,
          .from_value = test_from_value,
          .prepare = offer_probes}},
        {StepKind::tested_with,
         {.record = "lose.tested_with",
          .from_text = tested_with_from_text,
          .from_value = tested_with_from_value,
          .applies = [](const Deal&, const Influence* person) { return !person->lose.tested.empty(); },
          .so_far = [](const Deal&, const Influence* person) { return person->lose.tested_with; }}},
        {StepKind::lose_known,
         {.record = "lose.known", .from_text = known_from_text, .from_value = known_from_value, .applies = stands}},
        {StepKind::agreed,
         {.record = "plan.agreed",
          .from_text = agreed_from_text,
          .from_value = agreed_from_value,
          .applies = [](const Deal& deal, const Influence* p) { return stands(deal, p) && has_plan(p->lose); }}},
    };
}

namespace {

Heard lose_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text)) return lose_from_value(desk, "none"), Heard::stored;
    if (hold_for_check(desk, Checked::lose, text)) return Heard::held;
    Lose& lose = person_in_focus(desk)->lose;
    told_anew(lose);
    suspect(desk, lose, text);
    say(desk, "person.lose.echo");
    return Heard::stored;
}

void lose_from_value(Desk& desk, const std::string& value) {
    Lose& lose = person_in_focus(desk)->lose;
    if (const auto kind = enum_value<LoseKind>(value)) {
        lose.agreed = lose.confirmed = false;
        suspect(desk, lose, "");
        lose.kinds.insert(*kind);
        return say(desk, "person.lose.echo");
    }
    lose.asked = Asked::answered;
    lose.source = source_now(desk);
    told_anew(lose);
    lose.suspected = false;
    say(desk, "person.lose.none");
}

// A plan against a Lose closes its flag: a fact, not a click.
Heard plan_from_text(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    if (means_nothing(text) || starts_with_word(folded, "nothing") || starts_with_word(folded, "not yet"))
        return say(desk, "unknown.plan"), Heard::stored;
    Lose& lose = person_in_focus(desk)->lose;
    lose.agreed = lose.agreed && lose.mitigation == text;
    lose.mitigation = std::string(text);
    lose.source = source_now(desk);
    say(desk, "person.plan.echo");
    return Heard::stored;
}

// The five of the framework in one question: what rings, or none of them.
Heard test_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text) || starts_with_word(fold(text), "none"))
        return test_from_value(desk, "none"), Heard::stored;
    const auto kinds = kinds_in(text);
    const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
    if (number && kinds.empty()) { // the last button's number, or nobody's
        if (text != std::to_string(lose_kinds.size() + 1)) return say(desk, "choice.unread"), Heard::refused;
        return test_from_value(desk, "none"), Heard::stored;
    }
    if (kinds.empty() && hold_for_check(desk, Checked::lose, text)) return Heard::held;
    Lose& lose = person_in_focus(desk)->lose;
    suspect(desk, lose, kinds.empty() ? text : std::string_view());
    for (const LoseKind kind : kinds) {
        lose.kinds.insert(kind);
        lose.tested[kind] = Probe::plausible;
    }
    say(desk, "person.lose.echo");
    queue_step(desk, StepKind::plan, person_in_focus(desk)->person);
    return Heard::stored;
}

void test_from_value(Desk& desk, const std::string& value) {
    if (const auto kind = enum_value<LoseKind>(value)) {
        test_from_text(desk, enum_word(*kind));
        return;
    }
    Influence& person = *person_in_focus(desk);
    Lose& lose = person.lose;
    lose.asked = Asked::answered;
    if (!lose.suspected && !lose.confirmed)
        for (const LoseKind kind : lose_kinds) lose.tested[kind] = Probe::no;
    lose.tested_with.clear();
    lose.tested_at = desk.now;
    ++lose.tests;
    lose.source = source_now(desk);
    say(desk, lose.suspected || lose.confirmed ? "lose.lose_test.kept" : "lose.lose_test.none");
    if (!lose.suspected && !lose.confirmed) queue_step(desk, StepKind::tested_with, person.person);
}

Heard tested_with_from_text(Desk& desk, std::string_view text) {
    if (means_nothing(text) || starts_with_word(fold(text), "nobody"))
        return tested_with_from_value(desk, "nobody"), Heard::stored;
    Lose& lose = person_in_focus(desk)->lose;
    lose.tested_with = who_told(desk, text);
    lose.tested_at = desk.now;
    say(desk, "lose.tested_with.echo", {{"text", lose.tested_with}});
    return Heard::stored;
}

// "Jan, on Friday" is Jan.
std::string who_told(const Desk& desk, std::string_view text) {
    for (const Influence& person : deal_in_focus(desk)->people)
        if (!person.name.empty() && has_word(fold(text), fold(first_name(person)))) return first_name(person);
    return shorten(trim(text.substr(0, text.find(','))), limits::name_text);
}

void tested_with_from_value(Desk& desk, const std::string&) {
    person_in_focus(desk)->lose.tested_with.clear();
    say(desk, "lose.tested_with.nobody");
}

Heard known_from_text(Desk& desk, std::string_view text) {
    const std::string folded = fold(text);
    const bool said = has_word(folded, "said") || has_word(folded, "told me") || !quotes(text).empty();
    const Influence* coach = tested_coach(desk);
    const bool heard = coach && has_word(folded, fold(first_name(*coach)));
    const bool guess = has_word(folded, "guess") || has_word(folded, "think") || has_word(folded, "suspect");
    if (!heard && !said && !guess) return say(desk, "choice.unread"), Heard::refused;
    known_from_value(desk, heard ? "coach" : said ? "said" : "guess");
    return Heard::stored;
}

void known_from_value(Desk& desk, const std::string& value) {
    Lose& lose = person_in_focus(desk)->lose;
    const Influence* coach = tested_coach(desk);
    lose.confirmed = value == "said" || (value == "coach" && coach);
    lose.source = source_now(desk);
    if (value == "coach" && !coach) return say(desk, "lose.lose_known.untested");
    say(desk, lose.confirmed ? "lose.lose_known.confirmed" : "lose.lose_known.suspected");
}

Heard agreed_from_text(Desk& desk, std::string_view text) {
    const auto answer = yes_or_no(text);
    if (!answer) return say(desk, "choice.unread"), Heard::refused;
    agreed_from_value(desk, *answer ? "yes" : "not_yet");
    return Heard::stored;
}

void agreed_from_value(Desk& desk, const std::string& value) {
    person_in_focus(desk)->lose.agreed = value == "yes";
    say(desk, value == "yes" ? "lose.agreed.echo" : "lose.agreed.not_yet");
}

// Plan, agreement and how it is known belong to the Lose they were given for.
void told_anew(Lose& lose) {
    lose.kinds.clear();
    lose.text = {};
    lose.mitigation.clear();
    lose.agreed = lose.confirmed = false;
}

void suspect(Desk& desk, Lose& lose, std::string_view text) {
    lose.asked = Asked::answered;
    lose.suspected = true;
    lose.tested.clear();
    if (!text.empty()) lose.text = Private<std::string>(std::string(text));
    lose.source = source_now(desk);
}

// Typed words or numbers of the five buttons: "budget and standing", "2 and 5".
std::set<LoseKind> kinds_in(std::string_view text) {
    static const std::vector<std::pair<const char*, LoseKind>> words = {{"authority", LoseKind::authority},
                                                                        {"say", LoseKind::authority},
                                                                        {"1", LoseKind::authority},
                                                                        {"budget", LoseKind::budget},
                                                                        {"2", LoseKind::budget},
                                                                        {"job", LoseKind::job},
                                                                        {"3", LoseKind::job},
                                                                        {"vendor", LoseKind::vendor},
                                                                        {"4", LoseKind::vendor},
                                                                        {"standing", LoseKind::standing},
                                                                        {"status", LoseKind::standing},
                                                                        {"5", LoseKind::standing}};
    std::set<LoseKind> kinds;
    std::size_t understood = 0;
    const auto said = split(text, " ,;/&+");
    for (const auto word : said)
        for (const auto& [known, kind] : words)
            if (fold(word) == known) kinds.insert(kind), ++understood;
    const auto small =
        std::ranges::count_if(said, [](auto word) { return fold(word) == "and" || fold(word) == "their"; });
    return understood + static_cast<std::size_t>(small) == said.size() ? kinds : std::set<LoseKind>{};
}

const Influence* tested_coach(const Desk& desk) {
    for (const Influence& person : deal_in_focus(desk)->people)
        if (person.person != session(desk).person && person.roles.contains(Role::coach) &&
            standing(person.coach_test, desk.today) == CoachStanding::tested)
            return &person;
    return nullptr;
}

} // namespace
} // namespace vera
