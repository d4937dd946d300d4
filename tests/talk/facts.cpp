#include "tests/talk/facts.hpp"

#include "core/self_guard.hpp"
#include "core/words.hpp"

namespace vera {
namespace {

State everything(store::Store&, const store::Who&, const ConversationId&, Time now);
std::string deal_facts(const Deal&, Day today);
std::string about_deal(const Deal&);
std::string own_facts(const Deal&);
std::string person_facts(const Influence&, Day today);
std::string contact_and_result(const Influence&);
std::string win_facts(const Win&);
std::string lose_facts(const Lose&);
std::string second_pass(const Influence&, Day today);
std::string action_facts(const Action&);
std::string note_facts(const Note&);
std::string choice_facts(const Deal&, const FlagChoice&);

std::string name_in(const Deal&, const PersonId&);
std::string counted(std::size_t n, const std::string& what);
std::string asked_or(Asked, const std::string& answer);
template <class T> std::string told(const char* label, const Told<T>&);
template <class T> std::string value_of(const T&);

} // namespace

std::string facts_of(store::Store& store, const store::Who& who, const ConversationId& conversation, Time now) {
    const State state = everything(store, who, conversation, now);
    std::string text;
    for (const auto& head : state.heads)
        if (const Deal* deal = find_deal(state, head.id)) text += deal_facts(*deal, day_of(now, state.user.zone));
    return text.empty() ? "no deal\n" : text;
}

std::string flags_in(store::Store& store, const store::Who& who, const ConversationId& conversation, Time now,
                     const FlagRules& rules) {
    const State state = everything(store, who, conversation, now);
    std::string text;
    for (const auto& head : state.heads) {
        const Deal* deal = find_deal(state, head.id);
        if (!deal) continue;
        text += deal->head.name + ":";
        for (const RedFlag& flag : red_flags(*deal, rules, day_of(now, state.user.zone))) {
            text += "\n  " + flag.id;
            if (flag.person) text += " " + name_in(*deal, flag.person);
            if (flag.severity == Severity::critical) text += ", critical";
            if (flag.standing != Standing::open)
                text += flag.standing == Standing::snoozed ? ", put off" : ", accepted";
        }
        text += "\n";
    }
    return text.empty() ? "no deal\n" : text;
}

namespace {

State everything(store::Store& store, const store::Who& who, const ConversationId& conversation, Time now) {
    Event look{EventId{"look"}, {"look"}, who.tenant, who.user, conversation, {}, now, false, Opened{}};
    store::begin(store);
    State state = store::load(store, look);
    Needs needs;
    for (const auto& head : state.heads) needs.deals.push_back(head.id);
    store::load_more(store, state, look, needs);
    store::rollback(store);
    return state;
}

std::string deal_facts(const Deal& deal, Day today) {
    std::string text = deal.head.name + ": ";
    if (deal.head.state != DealState::open) text += std::string(enum_word(deal.head.state)) + ", ";
    if (deal.hold_until) text += "until " + iso_day(*deal.hold_until) + ", ";
    text += std::string(deal.people_confirmed ? "list confirmed" : "list not confirmed") + ", " +
            std::to_string(deal.head.flags) + " flags\n";
    text += about_deal(deal) + own_facts(deal);
    for (const auto& strength : deal.strengths) text += "  strength: " + strength.text + "\n";
    for (const auto& choice : deal.choices) text += choice_facts(deal, choice);
    for (const auto& note : deal.notes) text += "  " + note_facts(note);
    for (const auto& person : deal.people) text += person_facts(person, today);
    return text;
}

std::string about_deal(const Deal& deal) {
    std::string text;
    const Objective& objective = deal.objective;
    if (objective.asked != Asked::not_yet) {
        std::string read = objective.amount ? say_money(*objective.amount) : "no amount";
        if (objective.highest && objective.highest != objective.amount)
            read += " (was " + say_money(*objective.highest) + ")";
        if (objective.by) read += ", by " + iso_day(*objective.by);
        text += "; objective " + asked_or(objective.asked, read) + told("date", objective.date_of);
    }
    text += told("competition", deal.competition) + told("changes", deal.changes) + told("tender", deal.tender);
    return text.empty() ? "" : "  " + text.substr(2) + "\n";
}

std::string own_facts(const Deal& deal) {
    const OwnWin& own = deal.own;
    std::string text;
    if (own.asked != Asked::not_yet) text += "; own win " + asked_or(own.asked, "told");
    if (own.walk_away_asked != Asked::not_yet)
        text += "; walk away " + asked_or(own.walk_away_asked, own.floor ? "below " + say_money(*own.floor) : "told");
    const SelfGuard guard = self_guard(deal);
    std::string risks;
    for (const SelfRisk risk : guard.risks) risks += " " + std::string(enum_word(risk));
    if (guard.below_floor) risks += " below_floor";
    if (!risks.empty()) text += "; we risk" + risks + (guard.answered ? " (answered)" : "");
    text += told("way out", own.way_out);
    return text.empty() ? "" : "  " + text.substr(2) + "\n";
}

std::string person_facts(const Influence& person, Day today) {
    std::string roles;
    for (const Role role : person.roles) roles += " " + std::string(enum_word(role));
    std::string text = "  " + (person.name.empty() ? "(" + person.title + ")" : person.name) + ":" + roles +
                       (person.owns_old_way ? " old-way" : "") + (person.ours ? " ours" : "") + "\n";
    text += "    " + contact_and_result(person) + "; win " + win_facts(person.win) + "; lose " +
            lose_facts(person.lose) + "\n";
    if (const std::string more = second_pass(person, today); !more.empty()) text += "    " + more + "\n";
    for (const auto& action : person.actions) text += action_facts(action);
    for (const auto& note : person.notes) text += "    " + note_facts(note);
    return text;
}

std::string contact_and_result(const Influence& person) {
    const std::string met =
        person.contact.spoken ? "met" + (person.contact.last ? " " + iso_day(*person.contact.last) : "") : "not met";
    std::string result = "M" + std::to_string(static_cast<int>(quality(person.result)));
    if (person.result.whose.asked != Asked::not_yet)
        result += " " + asked_or(person.result.whose.asked, value_of(person.result.whose.value.value_or(Whose{})));
    if (person.result.read_in_asked == Asked::answered) result += ", read in " + person.result.read_in;
    return "contact " + asked_or(person.contact.asked, met) + "; result " + asked_or(person.result.asked, result);
}

std::string win_facts(const Win& win) {
    static constexpr const char* statuses[] = {"not asked", "unknown", "guess", "supported", "refuted"};
    std::string text = statuses[static_cast<int>(status(win))];
    if (!win.theme.empty()) text += " (" + win.theme + ")";
    for (const auto& evidence : win.evidence)
        text += " " + std::string(enum_word(evidence.kind)) + "/E" + std::to_string(static_cast<int>(grade(evidence)));
    return text;
}

// "suspected budget, plan, agreed", "none_found with Marta, 2 tests".
std::string lose_facts(const Lose& lose) {
    static constexpr const char* statuses[] = {"not_yet",   "does_not_know", "none named", "none_found",
                                               "suspected", "confirmed",     "resolved"};
    const LoseStatus now = status(lose);
    std::string text =
        now == LoseStatus::unknown ? std::string(enum_word(lose.asked)) : statuses[static_cast<int>(now)];
    for (const auto kind : lose.kinds) text += " " + std::string(enum_word(kind));
    if (!lose.tested_with.empty()) text += " with " + lose.tested_with;
    if (lose.tests > 0) text += ", " + counted(static_cast<std::size_t>(lose.tests), "test");
    if (has_plan(lose)) text += lose.agreed ? ", plan agreed" : ", plan";
    return text;
}

std::string second_pass(const Influence& person, Day today) {
    static constexpr const char* standings[] = {"unasked", "contact", "one missing", "probable", "tested"};
    std::string text = told("degree", person.degree) + told("mode", person.mode) + told("rating", person.rating) +
                       told("in job since", person.in_job);
    if (const auto coach = standing(person.coach_test, today); coach != CoachStanding::unasked)
        text += std::string("; coach ") + standings[static_cast<int>(coach)];
    if (!person.statements.empty())
        text += "; " + counted(person.statements.size(), "statement") + (is_outdated(person) ? ", outdated" : "");
    if (person.positioning.hook_asked != Asked::not_yet)
        text += "; hook " + asked_or(person.positioning.hook_asked, "told");
    if (!person.positioning.lines.empty()) text += "; " + counted(person.positioning.lines.size(), "line");
    return text.empty() ? "" : text.substr(2);
}

std::string action_facts(const Action& action) {
    return "    step (" + std::string(enum_word(action.state)) + (action.due ? ", due " + iso_day(*action.due) : "") +
           ", about " + (action.about.empty() ? "nothing" : action.about) + "): " + action.text + "\n";
}

std::string note_facts(const Note& note) {
    std::string marked;
    if (note.tag != Tag::none) marked = " (" + std::string(enum_word(note.tag));
    if (!note.theme.empty()) marked += ", " + note.theme;
    return "note" + marked + (marked.empty() ? "" : ")") + ": " + note.text + "\n";
}

std::string choice_facts(const Deal& deal, const FlagChoice& choice) {
    return "  " + std::string(enum_word(choice.decision)) + " " + choice.flag +
           (choice.person ? " " + name_in(deal, choice.person) : "") +
           (choice.until ? " until " + iso_day(*choice.until) : "") +
           (choice.reason.empty() ? "" : ": " + choice.reason) + "\n";
}

std::string name_in(const Deal& deal, const PersonId& id) {
    const Influence* person = find_person(deal, id);
    return person ? first_name(*person) : "nobody";
}

std::string counted(std::size_t n, const std::string& what) {
    return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

std::string asked_or(Asked asked, const std::string& answer) {
    return asked == Asked::answered ? answer : std::string(enum_word(asked));
}

template <class T> std::string told(const char* label, const Told<T>& told) {
    if (told.asked == Asked::not_yet) return "";
    const std::string value = told.value ? value_of(*told.value) : told.words.reveal();
    return std::string("; ") + label + " " + asked_or(told.asked, value);
}

template <class T> std::string value_of(const T& value) {
    if constexpr (std::is_same_v<T, Day>)
        return iso_day(value);
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "yes" : "no";
    else if constexpr (std::is_same_v<T, int>)
        return (value > 0 ? "+" : "") + std::to_string(value);
    else
        return std::string(enum_word(value));
}

} // namespace
} // namespace vera
