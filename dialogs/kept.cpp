#include "dialogs/kept.hpp"

namespace vera {
namespace {

using Such = std::function<bool(const std::string&)>;
void delete_of_person(Influence&, const Such&);
void delete_of_deal(Deal&, const Such&);

} // namespace

bool delete_words(Deal& deal, const Such& such) {
    const Deal before = deal;
    const Such told = [&](const std::string& words) { return !words.empty() && such(words); };
    for (Influence& person : deal.people) delete_of_person(person, told);
    delete_of_deal(deal, told);
    weigh_coaches(deal);
    return deal != before;
}

bool has_words(const Deal& deal, const std::string& words) {
    Deal copy = deal;
    return delete_words(copy, [&](const std::string& kept) { return kept == words; });
}

namespace {

// Declined, and not "never asked": who deletes an answer is not asked for it again.
template <class Fact> void forget(Fact& fact) {
    fact = {};
    fact.asked = Asked::declined;
}

void delete_of_person(Influence& person, const Such& such) {
    const auto written = [&](const auto& version) { return such(version.text.reveal()); };
    if (such(person.contact.words)) forget(person.contact);
    std::erase_if(person.contact.log, [&](const Meeting& meeting) { return such(meeting.words); });
    if (such(person.result.text)) forget(person.result);
    if (such(person.result.read_in)) person.result.read_in.clear(), person.result.read_in_asked = Asked::declined;
    if (such(person.win.text.reveal())) forget(person.win);
    std::erase_if(person.win.evidence, [&](const Evidence& known) { return such(known.words.reveal()); });
    if (such(person.lose.text.reveal())) forget(person.lose);
    if (such(person.lose.mitigation)) person.lose.mitigation.clear(), person.lose.agreed = false;
    std::erase_if(person.statements, written);
    std::erase_if(person.positioning.lines, written);
    if (such(person.positioning.hook.reveal())) {
        person.positioning.hook = {};
        person.positioning.hook_asked = Asked::declined;
    }
    std::erase_if(person.actions, [&](const Action& action) { return such(action.text); });
    std::erase_if(person.notes, [&](const Note& note) { return such(note.text); });
}

void delete_of_deal(Deal& deal, const Such& such) {
    if (such(deal.objective.text)) forget(deal.objective);
    if (such(deal.own.text.reveal())) deal.own.text = {}, deal.own.asked = Asked::declined;
    if (such(deal.own.walk_away.reveal())) deal.own.walk_away = {}, deal.own.walk_away_asked = Asked::declined;
    std::erase_if(deal.strengths, [&](const Strength& strength) { return such(strength.text); });
    std::erase_if(deal.notes, [&](const Note& note) { return such(note.text); });
}

} // namespace
} // namespace vera
