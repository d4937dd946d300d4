// Win and evidence: what is in it for the person, and how we know. A Win without a day and words, or
// without the Coach's name and a day, is a guess and stays one.
#include "core/reading/quotes.hpp"
#include "core/reading/when.hpp"
#include "dialogs/checks.hpp"
#include "dialogs/fields/fields.hpp"
#include "dialogs/flags.hpp"
#include "dialogs/interview.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

Heard win_from_text(Desk&, std::string_view text);
Heard evidence_from_text(Desk&, std::string_view text);
void evidence_from_value(Desk&, const std::string& value);
void add_evidence(Desk&, Influence&, Evidence);
bool says_wrong(const std::string& folded);
void refute(Desk&, Influence&);
const Influence* coach_of(const Deal&, const Evidence&);
Evidence read_evidence(const Desk&, const Influence&, std::string_view text);
const Influence* teller(const Desk&, const Influence&, const std::string& folded);
bool is_guess(const std::string& folded);
void say_evidence(Desk&, const Influence&, const Evidence&);
template <std::size_t N> bool has_any(const std::string& folded, const std::array<const char*, N>& phrases);

} // namespace

Fields win_fields() {
    return {
        {StepKind::win,
         {.record = "win.changed",
          .from_text = win_from_text,
          .asked = [](Deal&, Influence* person) { return &person->win.asked; },
          .applies = [](const Deal& deal, const Influence*) { return !deal.tender.is(true); },
          .so_far = [](const Deal&, const Influence* person) { return person->win.text.reveal(); }}},
        {StepKind::evidence,
         {.record = "evidence.added",
          .from_text = evidence_from_text,
          .from_value = evidence_from_value,
          .asked = [](Deal&, Influence* person) { return &person->win.evidence_asked; },
          .applies = [](const Deal&, const Influence* person) { return person->win.asked == Asked::answered; },
          .so_far =
              [](const Deal&, const Influence* person) {
                  const auto& evidence = person->win.evidence;
                  return evidence.empty() ? std::string() : evidence.back().words.reveal();
              }}},
    };
}

void say_guess(Desk& desk, const Influence& person, std::string_view key) {
    const Deal& deal = *deal_in_focus(desk);
    const std::string coach = coach_name(desk, deal, person.person);
    const bool known = coach != sentence(desk, "coach.somebody");
    say(desk, key, {{"coach", known ? sentence(desk, "person.evidence.coach", {{"name", coach}}) : ""}});
}

namespace {

Heard win_from_text(Desk& desk, std::string_view text) {
    Influence& person = *person_in_focus(desk);
    if (means_nothing(text)) {
        person.win.asked = Asked::does_not_know;
        say(desk, "unknown.win");
        return Heard::stored;
    }
    if (hold_for_check(desk, Checked::win, text)) return Heard::held;
    const bool changed = person.win.asked == Asked::answered;
    person.win.asked = Asked::answered;
    person.win.text = Private<std::string>(std::string(text));
    person.win.source = source_now(desk);
    person.win.refuted = false;
    if (changed) { // evidence belongs to the Win it was given for
        person.win.evidence.clear();
        person.win.evidence_asked = Asked::not_yet;
    }
    say(desk, "person.win.echo");
    queue_next(desk, StepKind::evidence, person.person); // also when the Win alone was asked for
    return Heard::stored;
}

Heard evidence_from_text(Desk& desk, std::string_view text) {
    Influence& person = *person_in_focus(desk);
    if (says_wrong(fold(text))) return refute(desk, person), Heard::stored;
    Evidence evidence = read_evidence(desk, person, text);
    add_evidence(desk, person, std::move(evidence));
    return Heard::stored;
}

void evidence_from_value(Desk& desk, const std::string& value) {
    Influence& person = *person_in_focus(desk);
    Evidence evidence;
    evidence.kind = value == "observed" ? EvidenceKind::observed
                    : value == "heard"  ? EvidenceKind::heard
                                        : EvidenceKind::guess;
    evidence.source = source_now(desk);
    add_evidence(desk, person, std::move(evidence));
}

// What a Coach said weighs as much as the Coach does, so the test follows when it was never made.
void add_evidence(Desk& desk, Influence& person, Evidence evidence) {
    Win& win = person.win;
    win.evidence_asked = Asked::answered;
    if (win.evidence.size() == limits::evidence) win.evidence.erase(win.evidence.begin());
    win.evidence.push_back(std::move(evidence));
    Deal& deal = *deal_in_focus(desk);
    weigh_coaches(deal);
    const Evidence& added = win.evidence.back();
    say_evidence(desk, person, added);
    const Influence* coach = coach_of(deal, added);
    if (coach && added.when && standing(coach->coach_test, desk.today) == CoachStanding::unasked)
        queue_open_steps(desk, "coach", coach->person);
}

bool says_wrong(const std::string& folded) {
    static constexpr std::array phrases = {"we were wrong", "i was wrong",     "that was wrong", "that's wrong",
                                           "it was wrong",  "guess was wrong", "not true",       "isn't true"};
    return has_any(folded, phrases);
}

// What we learned speaks against the guess: it is crossed out and asked anew.
void refute(Desk& desk, Influence& person) {
    person.win.refuted = true;
    person.win.evidence_asked = Asked::answered;
    say(desk, "person.evidence.refuted");
    queue_step(desk, StepKind::win, person.person);
}

const Influence* coach_of(const Deal& deal, const Evidence& evidence) {
    const Influence* teller = find_person(deal, evidence.teller);
    return teller && teller->roles.contains(Role::coach) ? teller : nullptr;
}

Evidence read_evidence(const Desk& desk, const Influence& person, std::string_view text) {
    static constexpr std::array told = {"told",      "heard",     "according to", "mentioned", "says that",
                                        "said that", "confirmed", "confirms",     "from"};
    static constexpr std::array said = {"said",        "says",      "told us",   "told me",
                                        "their words", "her words", "his words", "wrote"};
    const std::string folded = fold(text);
    Evidence evidence;
    evidence.source = source_now(desk);
    if (is_guess(folded)) return evidence;
    const auto day = find_said(text, desk.today);
    if (day && days_between(day->day, desk.today) >= 0) evidence.when = day->day; // nobody said it tomorrow
    const auto quoted = quotes(text);
    const std::string quote(quoted.empty() ? "" : quoted.front().words);
    evidence.words = Private<std::string>(quote.empty() ? std::string(text) : quote);
    const Influence* other = teller(desk, person, folded);
    if (other &&
        (has_any(folded, told) || has_any(folded, said) || folded == fold(first_name(*other)) || evidence.when)) {
        evidence.kind = EvidenceKind::heard;
        evidence.who = shown_name(*other);
        evidence.teller = other->person;
    } else if (!quote.empty() || has_any(folded, said)) {
        evidence.kind = EvidenceKind::said;
        if (quote.empty()) evidence.words = Private<std::string>(); // reported, not quoted
    } else {
        evidence.kind = has_any(folded, told) ? EvidenceKind::heard : EvidenceKind::observed;
    }
    return evidence;
}

// Somebody else of this deal who is named in the answer.
const Influence* teller(const Desk& desk, const Influence& person, const std::string& folded) {
    for (const Influence& other : deal_in_focus(desk)->people)
        if (other.person != person.person && !other.name.empty() && has_word(folded, fold(first_name(other))))
            return &other;
    return nullptr;
}

bool is_guess(const std::string& folded) {
    static constexpr std::array guesses = {"guess",       "my gut",      "gut feeling",    "obvious",
                                           "i think",     "i assume",    "probably",       "everybody knows",
                                           "nobody said", "i just know", "just put it in", "trust me",
                                           "i'm sure",    "no evidence", "makes sense"};
    return has_any(folded, guesses) || folded == "nobody" || folded == "no" || folded == "none";
}

void say_evidence(Desk& desk, const Influence& person, const Evidence& evidence) {
    const Grade reached = grade(evidence);
    if (reached >= Grade::e4) return say(desk, "person.evidence.supported");
    if (reached == Grade::e3) return say(desk, "person.evidence.supported_coach", {{"text", evidence.who}});
    switch (evidence.kind) {
    case EvidenceKind::said:
        return say(desk, evidence.words.reveal().empty() ? "person.evidence.guess_words" : "person.evidence.guess_day");
    case EvidenceKind::heard:
        if (const Influence* coach = coach_of(*deal_in_focus(desk), evidence))
            return say(desk, evidence.when ? "person.evidence.guess_coach_untested" : "person.evidence.guess_coach_day",
                       {{"text", first_name(*coach)}});
        return say(desk, "person.evidence.guess_heard");
    case EvidenceKind::observed:
    case EvidenceKind::guess:
        return say_guess(desk, person, "person.evidence.guess");
    }
}

template <std::size_t N> bool has_any(const std::string& folded, const std::array<const char*, N>& phrases) {
    return std::ranges::any_of(phrases, [&](const char* phrase) { return has_word(folded, phrase); });
}

} // namespace
} // namespace vera
