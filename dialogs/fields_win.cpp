// Win and evidence: what is in it for the person, and how we know. A Win without a day and words, or
// without the Coach's name and a day, is a guess and stays one.
#include "core/text.hpp"
#include "core/when.hpp"
#include "dialogs/fields.hpp"
#include "dialogs/flags.hpp"

#include <algorithm>
#include <array>

namespace vera {
namespace {

Evidence read_evidence(const Desk&, const Influence&, std::string_view text);
const Influence* teller(const Desk&, const Influence&, const std::string& folded);
std::string quoted_words(std::string_view text);
bool is_guess(const std::string& folded);
void say_evidence(Desk&, const Influence&, const Evidence&);
template <std::size_t N> bool has_any(const std::string& folded, const std::array<const char*, N>& phrases);

} // namespace

bool win_from_text(Desk& desk, Influence& person, std::string_view text) {
    if (means_nothing(text)) {
        person.win.asked = Asked::does_not_know;
        say(desk, "unknown.win");
        return true;
    }
    const bool changed = person.win.asked == Asked::answered;
    person.win.asked = Asked::answered;
    person.win.text = Private<std::string>(std::string(text));
    person.win.source = source_now(desk);
    if (changed) { // evidence belongs to the Win it was given for
        person.win.evidence.clear();
        person.win.evidence_asked = Asked::not_yet;
    }
    say(desk, "person.win.echo");
    return true;
}

bool evidence_from_text(Desk& desk, Influence& person, std::string_view text) {
    Evidence evidence = read_evidence(desk, person, text);
    person.win.evidence_asked = Asked::answered;
    if (person.win.evidence.size() == limits::evidence) person.win.evidence.erase(person.win.evidence.begin());
    say_evidence(desk, person, evidence);
    person.win.evidence.push_back(std::move(evidence));
    return true;
}

void evidence_from_value(Desk& desk, Influence& person, const std::string& value) {
    Evidence evidence;
    evidence.kind = value == "observed" ? EvidenceKind::observed
                    : value == "heard"  ? EvidenceKind::heard
                                        : EvidenceKind::guess;
    evidence.source = source_now(desk);
    person.win.evidence_asked = Asked::answered;
    if (person.win.evidence.size() == limits::evidence) person.win.evidence.erase(person.win.evidence.begin());
    say_evidence(desk, person, evidence);
    person.win.evidence.push_back(std::move(evidence));
}

void say_guess(Desk& desk, const Influence& person, std::string_view key) {
    const Deal& deal = *deal_in_focus(desk);
    const std::string coach = coach_name(desk, deal, person.person);
    const bool known = coach != sentence(desk, "coach.somebody");
    say(desk, key, {{"coach", known ? sentence(desk, "person.evidence.coach", {{"name", coach}}) : ""}});
}

namespace {

Evidence read_evidence(const Desk& desk, const Influence& person, std::string_view text) {
    static constexpr std::array told = {"told",      "heard",     "according to", "mentioned", "says that",
                                        "said that", "confirmed", "confirms",     "from"};
    static constexpr std::array said = {"said",        "says",      "told us",   "told me",
                                        "their words", "her words", "his words", "wrote"};
    const std::string folded = fold(text);
    Evidence evidence;
    evidence.source = source_now(desk);
    if (is_guess(folded)) return evidence;
    const auto day = find_day(text, desk.today, Look::back);
    if (day && days_between(day->day, desk.today) >= 0) evidence.when = day->day; // nobody said it tomorrow
    const std::string quote = quoted_words(text);
    evidence.words = Private<std::string>(quote.empty() ? std::string(text) : quote);
    const Influence* other = teller(desk, person, folded);
    if (other &&
        (has_any(folded, told) || has_any(folded, said) || folded == fold(first_name(*other)) || evidence.when)) {
        evidence.kind = EvidenceKind::heard;
        evidence.who = shown_name(*other);
        evidence.from_coach = other->roles.contains(Role::coach);
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

std::string quoted_words(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks = {
        {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}}};
    for (const auto& [open, close] : marks) {
        const auto begin = text.find(open);
        if (begin == std::string_view::npos) continue;
        const auto end = text.find(close, begin + open.size());
        if (end == std::string_view::npos) continue;
        return std::string(trim(text.substr(begin + open.size(), end - begin - open.size())));
    }
    return {};
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
        if (evidence.from_coach) return say(desk, "person.evidence.guess_coach_day", {{"text", evidence.who}});
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
