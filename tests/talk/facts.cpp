#include "tests/talk/facts.hpp"

#include "core/words.hpp"

namespace vera {
namespace {

std::string deal_facts(const Deal&);
std::string person_facts(const Influence&);
std::string asked_or(Asked, const std::string& answer);
std::string action_facts(const Action&);

} // namespace

std::string facts_of(store::Store& store, const store::Who& who, const ConversationId& conversation, Time now) {
    Event look{EventId{"look"}, {"look"}, who.tenant, who.user, conversation, {}, now, Opened{}};
    store::begin(store);
    State state = store::load(store, look);
    Needs needs;
    for (const auto& head : state.heads) needs.deals.push_back(head.id);
    store::load_more(store, state, look, needs);
    store::rollback(store);
    std::string text;
    for (const auto& head : state.heads)
        if (const Deal* deal = find_deal(state, head.id)) text += deal_facts(*deal);
    return text.empty() ? "no deal\n" : text;
}

namespace {

std::string deal_facts(const Deal& deal) {
    std::string text = deal.head.name + ": " + (deal.people_confirmed ? "list confirmed" : "list not confirmed") +
                       ", " + std::to_string(deal.head.flags) + " flags\n";
    for (const auto& note : deal.notes) text += "  note: " + note.text + "\n";
    for (const auto& person : deal.people) text += person_facts(person);
    return text;
}

std::string person_facts(const Influence& person) {
    static constexpr const char* statuses[] = {"not asked", "unknown", "guess", "supported"};
    std::string roles;
    for (const Role role : person.roles) roles += " " + std::string(enum_word(role));
    std::string text = "  " + (person.name.empty() ? "(" + person.title + ")" : person.name) + ":" + roles +
                       (person.owns_old_way ? " old-way" : "") + (person.ours ? " ours" : "") + "\n";
    const std::string met =
        person.contact.spoken ? "met" + (person.contact.last ? " " + iso_day(*person.contact.last) : "") : "not met";
    text += "    contact " + asked_or(person.contact.asked, met);
    text += "; result " +
            asked_or(person.result.asked, "M" + std::to_string(static_cast<int>(quality(person.result.measure))));
    text += "; win " + std::string(statuses[static_cast<int>(status(person.win))]);
    for (const auto& evidence : person.win.evidence)
        text += " " + std::string(enum_word(evidence.kind)) + "/E" + std::to_string(static_cast<int>(grade(evidence)));
    std::string lose = person.lose.suspected ? "suspected" : "none named";
    for (const auto kind : person.lose.kinds) lose += " " + std::string(enum_word(kind));
    text += "; lose " + asked_or(person.lose.asked, lose) + "\n";
    for (const auto& action : person.actions) text += action_facts(action);
    for (const auto& note : person.notes) text += "    note: " + note.text + "\n";
    return text;
}

std::string asked_or(Asked asked, const std::string& answer) {
    return asked == Asked::answered ? answer : std::string(enum_word(asked));
}

std::string action_facts(const Action& action) {
    return "    step (" + std::string(enum_word(action.state)) + (action.due ? ", due " + iso_day(*action.due) : "") +
           ", about " + (action.about.empty() ? "nothing" : action.about) + "): " + action.text + "\n";
}

} // namespace
} // namespace vera
